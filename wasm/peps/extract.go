package peps

import (
	"cmp"
	"slices"
)

// A Result is all that a corpus says about references.
type Result struct {
	Graph    Graph
	Mentions []Mention // those behind the edges, by From, To, then place
	Report   Report
	Origins  []Origin // of the nodes, in their order
	// Texts are the files that were read, by their path from the repository's root.
	Texts map[string][]byte
}

// An Origin is where a node was read.
type Origin struct {
	Number     int
	File       string // path from the repository's root
	StatusLine int    // of the Status header, 0 when there is none
}

// Extract reads a corpus: which PEPs there are and which mentions which. It
// never fails; what it could not read stands in the report, and a corpus
// without PEPs gives an empty graph.
func Extract(src Source) Result { return ExtractWatched(src, nil) }

// ExtractWatched is Extract; watch, unless nil, hears how many files of how many
// have been read.
func ExtractWatched(src Source, watch func(done, total int)) Result {
	files, problems := selectFiles(src.Files)
	nodes := make(map[int]bool, len(files))
	for _, f := range files {
		nodes[f.number] = true
	}
	exists := func(number int) bool { return nodes[number] }
	documents := make([]*document, len(files))
	for i, f := range files {
		documents[i] = readDocument(f, exists)
		if watch != nil {
			watch(i+1, len(files))
		}
	}
	r := emptyResult(src)
	r.Report.Problems = append(r.Report.Problems, problems...)
	r.Texts = make(map[string][]byte, len(files))
	for i, d := range documents {
		r.Texts[files[i].name] = files[i].Data
		if files[i].appendix == "" {
			r.Graph.Nodes = append(r.Graph.Nodes, d.node)
			r.Origins = append(r.Origins, Origin{d.node.Number, files[i].name, d.statusLine})
		}
		r.Report.Problems = append(r.Report.Problems, d.problems...)
	}
	r.sort(documents, exists)
	r.Graph.Edges = edges(r.Mentions)
	r.Report.count(&r)
	return r
}

// emptyResult has no list that is nil, so that none is null in JSON.
func emptyResult(src Source) Result {
	none := func() []Mention { return []Mention{} }
	return Result{
		Graph:    Graph{Commit: src.Commit, Date: src.Date, Nodes: []Node{}, Edges: []Edge{}},
		Mentions: none(),
		Report: Report{Self: none(), Zero: none(), Unknown: none(), Literal: none(),
			Problems: append([]Problem{}, src.Problems...)},
	}
}

// sort puts the mentions of all documents where they belong.
func (r *Result) sort(documents []*document, exists func(int) bool) {
	found := resolve(documents)
	for _, d := range documents {
		found = append(found, d.found...)
		for _, m := range d.literal {
			if m.From != m.To && exists(m.To) {
				r.Report.Literal = append(r.Report.Literal, m)
			}
		}
	}
	slices.SortStableFunc(found, compareMentions)
	slices.SortStableFunc(r.Report.Literal, compareMentions)
	for _, m := range found {
		list := &r.Mentions
		switch {
		case m.To == 0:
			list = &r.Report.Zero
		case m.From == m.To:
			list = &r.Report.Self
		case !exists(m.To):
			list = &r.Report.Unknown
		}
		*list = append(*list, m)
	}
}

// compareMentions orders by edge, then place. The order of two of one line is
// that in the file, if the sort is stable.
func compareMentions(a, b Mention) int {
	return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To), cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line))
}

// edges adds mentions, in order, up to edges.
func edges(mentions []Mention) []Edge {
	list := []Edge{}
	for _, m := range mentions {
		if n := len(list); n == 0 || list[n-1].From != m.From || list[n-1].To != m.To {
			list = append(list, Edge{From: m.From, To: m.To, Kinds: make(map[Kind]int)})
		}
		e := &list[len(list)-1]
		e.Count++
		e.Kinds[m.Kind]++
	}
	return list
}

func (report *Report) count(r *Result) {
	report.Nodes, report.Edges, report.Mentions = len(r.Graph.Nodes), len(r.Graph.Edges), len(r.Mentions)
	report.Kinds = make(map[Kind]int)
	for _, m := range r.Mentions {
		report.Kinds[m.Kind]++
	}
}
