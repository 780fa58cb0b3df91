// Package check looks for mistakes in a corpus of PEPs: references to PEPs that
// do not exist, headers that contradict one another, living PEPs that rest on
// fallen ones, and whatever could not be read. Each finding has its file and
// line.
package check

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/ahiru-dev/ahiru/wasm/peps"
)

// A Rule is a kind of finding.
type Rule string

// The rules.
const (
	Unknown      Rule = "unknown"       // a reference to a PEP that does not exist
	Replaces     Rule = "replaces"      // Replaces names a PEP that does not say so in Superseded-By
	SupersededBy Rule = "superseded-by" // Superseded-By names a PEP that does not say so in Replaces
	Status       Rule = "status"        // Superseded-By of a PEP whose status is another
	NoSuccessor  Rule = "no-successor"  // the status is Superseded, and no successor is named
	Circle       Rule = "circle"        // PEPs succeed one another in a circle
	RestsOn      Rule = "rests"         // Requires names a PEP that was rejected, withdrawn or superseded
	Problem      Rule = "problem"       // something could not be read as it stands
)

// Rules lists every rule, in the order in which findings come.
func Rules() []Rule {
	return []Rule{Problem, Unknown, Replaces, SupersededBy, Status, NoSuccessor, Circle, RestsOn}
}

// A Finding is one mistake.
type Finding struct {
	Rule  Rule   `json:"rule"`
	PEP   int    `json:"pep"`   // where it is; 0 when no PEP is meant
	Other int    `json:"other"` // the other PEP that matters, 0 for none
	File  string `json:"file"`  // path from the repository's root, "" when the whole corpus is meant
	Line  int    `json:"line"`  // 1-based, 0 when the whole file is meant
	Text  string `json:"text"`  // one sentence, in English
	// Fault is what a finding of the rule Problem is about.
	Fault *peps.Fault `json:"fault,omitempty"`
	// Circle are the PEPs of a circle.
	Circle []int `json:"circle,omitempty"`
}

// Corpus checks all that was read. The findings come by rule, then by PEP.
func Corpus(r peps.Result) []Finding {
	c := newCorpus(r)
	list := []Finding{}
	list = append(list, c.problems()...)
	list = append(list, c.unknown()...)
	list = append(list, c.unmirrored(peps.Replaces)...)
	list = append(list, c.unmirrored(peps.SupersededBy)...)
	list = append(list, c.statuses()...)
	list = append(list, c.circles()...)
	list = append(list, c.rests()...)
	return list
}

// corpus is a result with what the checks look up.
type corpus struct {
	peps.Result
	node   map[int]peps.Node
	origin map[int]peps.Origin
	owner  map[string]int          // the PEP of a file
	named  map[edge][]peps.Mention // mentions in headers
}

type edge struct {
	kind     peps.Kind
	from, to int
}

func newCorpus(r peps.Result) *corpus {
	c := &corpus{Result: r, node: make(map[int]peps.Node), origin: make(map[int]peps.Origin),
		owner: make(map[string]int), named: make(map[edge][]peps.Mention)}
	for _, n := range r.Graph.Nodes {
		c.node[n.Number] = n
	}
	for _, o := range r.Origins {
		c.origin[o.Number], c.owner[o.File] = o, o.Number
	}
	for _, m := range r.Mentions {
		e := edge{m.Kind, m.From, m.To}
		c.named[e] = append(c.named[e], m)
	}
	return c
}

func (c *corpus) problems() (list []Finding) {
	for _, p := range c.Report.Problems {
		list = append(list, Finding{Rule: Problem, PEP: c.owner[p.File], File: p.File, Line: p.Line, Text: p.Text, Fault: p.Fault})
	}
	return list
}

// mentioned is a finding at a mention.
func mentioned(rule Rule, m peps.Mention, text string) Finding {
	return Finding{Rule: rule, PEP: m.From, Other: m.To, File: m.File, Line: m.Line, Text: text}
}

func (c *corpus) unknown() (list []Finding) {
	for _, m := range c.Report.Unknown {
		text := fmt.Sprintf("PEP %d mentions PEP %d, which does not exist", m.From, m.To)
		list = append(list, mentioned(Unknown, m, text))
	}
	return list
}

// headers are the mentions of one header, by PEP.
func (c *corpus) headers(kind peps.Kind) (list []peps.Mention) {
	for _, m := range c.Mentions {
		if m.Kind == kind {
			list = append(list, m)
		}
	}
	return list
}

// unmirrored finds Replaces without Superseded-By, or the other way round.
func (c *corpus) unmirrored(kind peps.Kind) (list []Finding) {
	rule, mirror, text := Replaces, peps.SupersededBy, "PEP %d replaces PEP %d, which does not name it in Superseded-By"
	if kind == peps.SupersededBy {
		rule, mirror, text = SupersededBy, peps.Replaces, "PEP %d is superseded by PEP %d, which does not name it in Replaces"
	}
	for _, m := range c.headers(kind) {
		if len(c.named[edge{mirror, m.To, m.From}]) == 0 {
			list = append(list, mentioned(rule, m, fmt.Sprintf(text, m.From, m.To)))
		}
	}
	return list
}

// statuses compares Status with Superseded-By.
func (c *corpus) statuses() (list []Finding) {
	seen := make(map[int]bool)
	for _, m := range c.headers(peps.SupersededBy) {
		if n := c.node[m.From]; n.Status != "Superseded" && !seen[m.From] {
			seen[m.From] = true
			text := fmt.Sprintf("PEP %d names a successor, PEP %d, but its status is %s", m.From, m.To, shown(n.Status))
			list = append(list, mentioned(Status, m, text))
		}
	}
	for _, n := range c.Graph.Nodes {
		if n.Status == "Superseded" && len(n.SupersededBy) == 0 {
			o := c.origin[n.Number]
			text := fmt.Sprintf("PEP %d is Superseded, but names no successor", n.Number)
			list = append(list, Finding{Rule: NoSuccessor, PEP: n.Number, File: o.File, Line: o.StatusLine, Text: text})
		}
	}
	return list
}

func shown(status string) string {
	if status == "" {
		return "not given"
	}
	return status
}

// rests finds living PEPs that require fallen ones.
func (c *corpus) rests() (list []Finding) {
	for _, m := range c.headers(peps.Requires) {
		if to := c.node[m.To]; Living(c.node[m.From].Status) && Fallen(to.Status) {
			text := fmt.Sprintf("PEP %d requires PEP %d, which is %s", m.From, m.To, to.Status)
			list = append(list, mentioned(RestsOn, m, text))
		}
	}
	return list
}

// ByPlace orders findings by file and line, as a compiler does.
func ByPlace(list []Finding) []Finding {
	sorted := slices.Clone(list)
	slices.SortStableFunc(sorted, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line))
	})
	return sorted
}
