package corpus

import (
	"context"

	"github.com/ahiru-dev/ahiru/wasm/peps"
	"github.com/ahiru-dev/ahiru/wasm/peps/compare"
)

// Two are graphs of two dates.
type Two struct {
	Before peps.Graph `json:"before"`
	After  peps.Graph `json:"after"`
}

// Compare answers with what changed between two graphs.
func Compare(_ context.Context, q Two) (compare.Difference, error) {
	return compare.Graphs(q.Before, q.After), nil
}
