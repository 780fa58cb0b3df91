// Package compare tells what changed between two graphs of PEPs, of two dates or
// two branches.
package compare

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/ahiru-dev/ahiru/wasm/peps"
)

// A Difference is what changed. Its lists are ordered by number, or by From and
// To, and never nil.
type Difference struct {
	Added   []peps.Node `json:"added"`
	Removed []peps.Node `json:"removed"`
	Changed []Change    `json:"changed"`

	EdgesAdded   []peps.Edge  `json:"edges_added"`
	EdgesRemoved []peps.Edge  `json:"edges_removed"`
	EdgesChanged []EdgeChange `json:"edges_changed"`
}

// A Change is a PEP whose headers say something else.
type Change struct {
	Number int     `json:"number"`
	Title  string  `json:"title"` // the new one
	Fields []Field `json:"fields"`
}

// A Field is one header of a PEP, before and after; a list is joined by commas.
type Field struct {
	Name   string `json:"name"` // as in peps.json
	Before string `json:"before"`
	After  string `json:"after"`
}

// An EdgeChange is a reference that both graphs have with other mentions.
type EdgeChange struct {
	From   int               `json:"from"`
	To     int               `json:"to"`
	Before int               `json:"before"` // mentions
	After  int               `json:"after"`
	Kinds  map[peps.Kind]int `json:"kinds"` // the difference by kind, kinds that differ
}

// Empty tells whether nothing changed.
func (d Difference) Empty() bool {
	return len(d.Added)+len(d.Removed)+len(d.Changed)+len(d.EdgesAdded)+len(d.EdgesRemoved)+len(d.EdgesChanged) == 0
}

// Graphs compares. Commit and date are not compared.
func Graphs(before, after peps.Graph) Difference {
	d := Difference{Added: []peps.Node{}, Removed: []peps.Node{}, Changed: []Change{},
		EdgesAdded: []peps.Edge{}, EdgesRemoved: []peps.Edge{}, EdgesChanged: []EdgeChange{}}
	pair(before.Nodes, after.Nodes, func(a, b peps.Node) int { return cmp.Compare(a.Number, b.Number) },
		func(a, b *peps.Node) {
			switch {
			case a == nil:
				d.Added = append(d.Added, *b)
			case b == nil:
				d.Removed = append(d.Removed, *a)
			default:
				if fields := differing(*a, *b); len(fields) > 0 {
					d.Changed = append(d.Changed, Change{b.Number, b.Title, fields})
				}
			}
		})
	pair(before.Edges, after.Edges, func(a, b peps.Edge) int {
		return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To))
	}, func(a, b *peps.Edge) {
		switch {
		case a == nil:
			d.EdgesAdded = append(d.EdgesAdded, *b)
		case b == nil:
			d.EdgesRemoved = append(d.EdgesRemoved, *a)
		default:
			if kinds := differingKinds(a.Kinds, b.Kinds); len(kinds) > 0 {
				d.EdgesChanged = append(d.EdgesChanged, EdgeChange{b.From, b.To, a.Count, b.Count, kinds})
			}
		}
	})
	return d
}

// pair walks two lists side by side in order and hands over what belongs
// together; nil stands for what only one has.
func pair[T any](before, after []T, order func(a, b T) int, give func(a, b *T)) {
	before, after = slices.Clone(before), slices.Clone(after)
	slices.SortStableFunc(before, order)
	slices.SortStableFunc(after, order)
	for len(before) > 0 || len(after) > 0 {
		switch {
		case len(before) == 0 || len(after) > 0 && order(after[0], before[0]) < 0:
			give(nil, &after[0])
			after = after[1:]
		case len(after) == 0 || order(before[0], after[0]) < 0:
			give(&before[0], nil)
			before = before[1:]
		default:
			give(&before[0], &after[0])
			before, after = before[1:], after[1:]
		}
	}
}

func differing(a, b peps.Node) (fields []Field) {
	add := func(name, before, after string) {
		if before != after {
			fields = append(fields, Field{name, before, after})
		}
	}
	list := func(items []string) string { return strings.Join(items, ", ") }
	add("title", a.Title, b.Title)
	add("status", a.Status, b.Status)
	add("type", a.Type, b.Type)
	add("topic", list(a.Topic), list(b.Topic))
	add("created", string(a.Created), string(b.Created))
	add("authors", list(a.Authors), list(b.Authors))
	add("python_version", list(a.PythonVersion), list(b.PythonVersion))
	add("requires", refs(a.Requires), refs(b.Requires))
	add("replaces", refs(a.Replaces), refs(b.Replaces))
	add("superseded_by", refs(a.SupersededBy), refs(b.SupersededBy))
	return fields
}

func refs(list []peps.HeaderRef) string {
	words := make([]string, len(list))
	for i, r := range list {
		if words[i] = r.Text; r.Text == "" {
			words[i] = strconv.Itoa(r.Number)
		}
	}
	return strings.Join(words, ", ")
}

func differingKinds(a, b map[peps.Kind]int) map[peps.Kind]int {
	kinds := make(map[peps.Kind]int)
	for _, k := range peps.Kinds() {
		if a[k] != b[k] {
			kinds[k] = b[k] - a[k]
		}
	}
	return kinds
}
