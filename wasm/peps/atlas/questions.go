package atlas

import (
	"context"

	"github.com/ahiru-dev/ahiru/wasm/peps/metrics/bynumber"
)

// Metric asks for every node's value in a metric named as in metrics.Names.
type Metric struct {
	Name   string          `json:"name"`
	Choice bynumber.Choice `json:"choice"`
}

// Metric answers in the order of the graph's nodes.
func (a *Atlas) Metric(_ context.Context, q Metric) ([]float64, error) {
	_, numbers, err := a.opened()
	if err != nil {
		return nil, err
	}
	return numbers.Metric(q.Name, q.Choice, nil)
}

// Path asks for a shortest path between two PEPs.
type Path struct {
	From      int             `json:"from"`
	To        int             `json:"to"`
	Direction string          `json:"direction"` // outgoing, incoming or either
	Choice    bynumber.Choice `json:"choice"`
}

// Path answers with numbers, both ends included; with none when there is no path.
func (a *Atlas) Path(_ context.Context, q Path) ([]int, error) {
	_, numbers, err := a.opened()
	if err != nil {
		return nil, err
	}
	return numbers.Path(q.From, q.To, q.Direction, q.Choice)
}

// Succession answers what became of a PEP, by its number.
func (a *Atlas) Succession(_ context.Context, number int) (bynumber.Line, error) {
	_, numbers, err := a.opened()
	if err != nil {
		return bynumber.Line{}, err
	}
	return numbers.Succession(number)
}
