// Package export writes the graph of references in the formats that other
// programs read: GEXF and GraphML (Gephi, NetworkX), DOT (Graphviz), CSV
// (spreadsheets), JSON (the format of /peps/peps.json), and draws it as SVG.
//
// The same input always gives the same bytes. Text is data from anywhere: it is
// escaped for each format, and characters that a format cannot hold become
// U+FFFD.
package export
