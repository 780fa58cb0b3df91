package layout

import (
	"encoding/binary"
	"fmt"
	"math"
)

// ReadGraph reads a graph that was handed over as bytes, all little-endian: of
// each edge its two nodes as uint32, of each node its radius as float64. As JSON
// the browser would make better code of the decoder first, which takes as long
// as the first layout itself.
func ReadGraph(edges, radii []byte) (Graph, error) {
	if len(edges)%8 != 0 || len(radii)%8 != 0 {
		return Graph{}, fmt.Errorf("%d bytes are no edges, or %d no radii: each has 8", len(edges), len(radii))
	}
	g := Graph{Nodes: len(radii) / 8, Edges: make([]Edge, len(edges)/8), Radii: make([]float64, len(radii)/8)}
	for i := range g.Edges {
		at := edges[8*i:]
		g.Edges[i] = Edge{int(binary.LittleEndian.Uint32(at)), int(binary.LittleEndian.Uint32(at[4:]))}
	}
	for i := range g.Radii {
		g.Radii[i] = math.Float64frombits(binary.LittleEndian.Uint64(radii[8*i:]))
	}
	return g, nil
}
