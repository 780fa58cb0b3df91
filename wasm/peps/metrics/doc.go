// Package metrics computes what a network says about its nodes: degrees,
// ranks, centralities, cores, components, communities, neighbourhoods, paths
// and lines of succession, over all kinds of references or a chosen set.
//
// The graph is directed and simple. "Undirected" below means that an edge and
// its opposite are one. Unless a metric says otherwise an edge counts once,
// however often one PEP mentions the other.
//
// Results repeat to the last bit, natively and as WebAssembly, whatever the
// order of the input: lists are walked in the order of node numbers, no map is
// iterated, and products that enter a sum are rounded by themselves, since some
// machines fuse them otherwise.
//
// The algorithms are the field's own, written here and not taken from gonum:
// gonum walks edges in random order and starts PageRank from a random vector,
// so its last bits change from run to run, and it would add 0.2 MB of brotli to
// a page that may weigh 1.2 MB. It is the independent calculation that the
// tests compare with.
package metrics
