// Package atlas answers what the page of the map asks about one graph: metrics,
// paths, lines of succession, files in other programs' formats. The graph is
// handed over once; questions and answers have a JSON form.
package atlas
