package atlas

import (
	"context"

	"github.com/ahiru-dev/ahiru/wasm/peps/check"
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

// ReadFirst asks what to read before a PEP.
type ReadFirst struct {
	Number int `json:"number"`
	Limit  int `json:"limit"` // PEPs at most, without what is required
}

// ReadFirst answers in the order of reading.
func (a *Atlas) ReadFirst(_ context.Context, q ReadFirst) ([]bynumber.Reading, error) {
	_, numbers, err := a.opened()
	if err != nil {
		return nil, err
	}
	return numbers.ReadFirst(q.Number, q.Limit)
}

// Groups answers with the communities of a choice and what they say of one
// another.
func (a *Atlas) Groups(_ context.Context, choice bynumber.Choice) (bynumber.Groups, error) {
	_, numbers, err := a.opened()
	if err != nil {
		return bynumber.Groups{}, err
	}
	return numbers.Groups(choice)
}

// Rests answers with the references of living PEPs to fallen ones, but for those
// that they replace.
func (a *Atlas) Rests(_ context.Context, _ struct{}) ([]check.Rest, error) {
	graph, _, err := a.opened()
	if err != nil {
		return nil, err
	}
	return check.Rests(graph), nil
}
