package atlas

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/peps"
	"github.com/ahiru-dev/ahiru/wasm/peps/layout"
	"github.com/ahiru-dev/ahiru/wasm/peps/metrics/bynumber"
)

// Arrange asks for places of all nodes.
type Arrange struct {
	Name   string          `json:"name"`   // one of Layouts
	Seed   uint64          `json:"seed"`   // another one, another picture
	Radii  []float64       `json:"radii"`  // of the nodes in the order of the graph; null grows them with in-degree
	Metric string          `json:"metric"` // that ranks, in "rank"; "" stands for pagerank
	Choice bynumber.Choice `json:"choice"` // references that join; for ranks and communities too
	// Watch, if any, hears how far it is.
	Watch func(Step) `json:"-"`
}

// A Step is how far an arrangement is.
type Step struct {
	Stage string `json:"stage"` // measuring what places follow from, or placing
	Done  int    `json:"done"`
	Of    int    `json:"of"`
}

func (q Arrange) step(stage string) func(done, of int) {
	if q.Watch == nil {
		return nil
	}
	return func(done, of int) { q.Watch(Step{stage, done, of}) }
}

func (q Arrange) options() layout.Options {
	return layout.Options{Seed: q.Seed, Progress: q.step("placing")}
}

// An arrangement lays one graph out in one way.
type arrangement struct {
	name string
	lay  func(context.Context, *drawn, Arrange) (layout.Plan, error)
}

// drawn is what an arrangement sees.
type drawn struct {
	graph   peps.Graph
	numbers *bynumber.Map
	shape   layout.Graph
}

var arrangements = []arrangement{
	{"force", func(ctx context.Context, d *drawn, q Arrange) (layout.Plan, error) {
		return layout.Force(ctx, d.shape, q.options())
	}},
	{"timeline", timeline},
	{"layers", layers},
	{"rank", rank},
	{"community", community},
	{"topic", topic},
}

// Layouts lists the names of arrangements: by force; along the dates of
// creation; in layers of the condensation, foundations below; in rings by a
// metric; by community; by topic.
func Layouts() []string {
	names := make([]string, len(arrangements))
	for i, a := range arrangements {
		names[i] = a.name
	}
	return names
}

// Arrange answers with places in the order of the graph's nodes. The same
// question gives the same places to the last bit, natively and in the page.
func (a *Atlas) Arrange(ctx context.Context, q Arrange) (layout.Plan, error) {
	graph, numbers, err := a.opened()
	if err != nil {
		return layout.Plan{}, err
	}
	i := slices.IndexFunc(arrangements, func(a arrangement) bool { return a.name == q.Name })
	if i < 0 {
		return layout.Plan{}, fmt.Errorf("there is no layout %q, only %s", q.Name, strings.Join(Layouts(), ", "))
	}
	d := &drawn{graph: graph, numbers: numbers}
	if d.shape, err = numbers.Shape(q.Choice); err != nil {
		return layout.Plan{}, err
	}
	if d.shape.Radii = q.Radii; q.Radii == nil {
		d.shape.Radii, err = radii(numbers)
	}
	if err != nil {
		return layout.Plan{}, err
	}
	return arrangements[i].lay(ctx, d, q)
}

// radii let a node's area grow evenly with each PEP that cites it, as the page
// draws it.
func radii(numbers *bynumber.Map) ([]float64, error) {
	list, err := numbers.Metric("in-degree", bynumber.Choice{}, nil)
	for i, cited := range list {
		list[i] = math.Sqrt(1 + cited)
	}
	return list, err
}

func timeline(ctx context.Context, d *drawn, q Arrange) (layout.Plan, error) {
	years := make([]float64, len(d.graph.Nodes))
	for i, node := range d.graph.Nodes {
		years[i] = year(node.Created)
	}
	return layout.Timeline(ctx, d.shape, years, q.options())
}

// year is a date in years, no number when it is not known.
func year(created peps.Optional) float64 {
	t, err := time.Parse(time.DateOnly, string(created))
	if err != nil {
		return math.NaN()
	}
	return float64(t.Year()) + float64(t.YearDay()-1)/366
}

func layers(ctx context.Context, d *drawn, q Arrange) (layout.Plan, error) {
	list, err := d.numbers.Layers(q.Choice)
	if err != nil {
		return layout.Plan{}, err
	}
	return layout.Layers(ctx, d.shape, list, q.options())
}

func rank(ctx context.Context, d *drawn, q Arrange) (layout.Plan, error) {
	if q.Metric == "" {
		q.Metric = "pagerank"
	}
	values, err := d.numbers.Metric(q.Metric, q.Choice, q.step("measuring"))
	if err != nil {
		return layout.Plan{}, err
	}
	return layout.Concentric(ctx, d.shape, values, q.options())
}

func community(ctx context.Context, d *drawn, q Arrange) (layout.Plan, error) {
	division, err := d.numbers.Communities(q.Choice, q.step("measuring"))
	if err != nil {
		return layout.Plan{}, err
	}
	return layout.Groups(ctx, d.shape, division.Of, q.options())
}

// topic groups by the topics that the headers name, a PEP of two topics in a
// group of both. Guides are labelled with the topics, "" for none.
func topic(ctx context.Context, d *drawn, q Arrange) (layout.Plan, error) {
	names := make([]string, len(d.graph.Nodes))
	for i, node := range d.graph.Nodes {
		names[i] = strings.Join(node.Topic, ", ")
	}
	known := slices.Compact(slices.Sorted(slices.Values(names)))
	group := make([]int, len(names))
	for i, name := range names {
		group[i], _ = slices.BinarySearch(known, name)
	}
	plan, err := layout.Groups(ctx, d.shape, group, q.options())
	for i, g := range plan.Guides {
		var at int
		if _, err := fmt.Sscan(g.Label, &at); err == nil {
			plan.Guides[i].Label = known[at]
		}
	}
	return plan, err
}
