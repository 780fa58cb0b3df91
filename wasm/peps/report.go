package peps

// A Report says what a corpus held besides the graph: what was dropped, what
// stands only in literals, what could not be read.
type Report struct {
	Nodes    int          `json:"nodes"`
	Edges    int          `json:"edges"`
	Mentions int          `json:"mentions"` // behind the edges
	Kinds    map[Kind]int `json:"kinds"`    // those mentions by kind
	// Dropped mentions, in body or header: of the PEP itself, of PEP 0, of a
	// number that is no PEP of the corpus.
	Self    []Mention `json:"self"`
	Zero    []Mention `json:"zero"`
	Unknown []Mention `json:"unknown"`
	// Literal mentions, of another PEP in a literal or comment, make no edge.
	Literal  []Mention `json:"literal"`
	Problems []Problem `json:"problems"`
}
