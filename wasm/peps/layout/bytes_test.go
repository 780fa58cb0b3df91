package layout

import (
	"encoding/binary"
	"math"
	"reflect"
	"testing"
)

func TestReadGraph(t *testing.T) {
	want := Graph{Nodes: 3, Edges: []Edge{{0, 2}, {2, 1}}, Radii: []float64{1, 1.5, math.Sqrt(7)}}
	var edges, radii []byte
	for _, e := range want.Edges {
		edges = binary.LittleEndian.AppendUint32(edges, uint32(e[0]))
		edges = binary.LittleEndian.AppendUint32(edges, uint32(e[1]))
	}
	for _, r := range want.Radii {
		radii = binary.LittleEndian.AppendUint64(radii, math.Float64bits(r))
	}
	if got, err := ReadGraph(edges, radii); err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, %v; want %+v", got, err, want)
	}
	for _, cut := range [][2][]byte{{edges[:7], radii}, {edges, radii[:20]}, {nil, {1}}} {
		if got, err := ReadGraph(cut[0], cut[1]); err == nil {
			t.Errorf("%d and %d bytes are read as %+v", len(cut[0]), len(cut[1]), got)
		}
	}
}

// FuzzReadGraph: whatever the bytes are, they are a graph that can be laid out,
// or an error.
func FuzzReadGraph(f *testing.F) {
	f.Add([]byte{0, 0, 0, 0, 1, 0, 0, 0}, []byte{0, 0, 0, 0, 0, 0, 240, 63, 0, 0, 0, 0, 0, 0, 240, 63})
	f.Add([]byte{255, 255, 255, 255, 1, 0, 0, 0}, make([]byte, 16))
	f.Fuzz(func(t *testing.T, edges, radii []byte) {
		g, err := ReadGraph(edges, radii)
		if err != nil || g.Nodes > 100 || len(g.Edges) > 100 {
			return
		}
		plan, err := Force(t.Context(), g, Options{Seed: 1})
		if err == nil && len(plan.X) != g.Nodes {
			t.Errorf("%d places for %d nodes", len(plan.X), g.Nodes)
		}
	})
}
