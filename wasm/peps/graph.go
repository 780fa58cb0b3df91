package peps

// A Graph is what a corpus says about which PEP refers to which. Encoded with
// encoding/json it is the public format of /peps/peps.json.
type Graph struct {
	Commit Optional `json:"commit"` // the corpus's commit, 40 hex digits
	Date   Optional `json:"date"`   // that commit's date, RFC 3339
	Nodes  []Node   `json:"nodes"`  // by number
	Edges  []Edge   `json:"edges"`  // by From, then To
}

// A Node is one PEP. Its lists are empty, never nil.
type Node struct {
	Number        int         `json:"number"`
	Title         string      `json:"title"` // plain text, markup resolved
	Status        string      `json:"status"`
	Type          string      `json:"type"`
	Topic         []string    `json:"topic"`
	Created       Optional    `json:"created"` // YYYY-MM-DD
	Authors       []string    `json:"authors"` // names without addresses
	PythonVersion []string    `json:"python_version"`
	Requires      []HeaderRef `json:"requires"`
	Replaces      []HeaderRef `json:"replaces"`
	SupersededBy  []HeaderRef `json:"superseded_by"`
}

// An Edge says that the document of From mentions To, in body or header, Count
// times. Both are numbers of nodes, and they differ.
type Edge struct {
	From  int          `json:"from"`
	To    int          `json:"to"`
	Count int          `json:"count"`
	Kinds map[Kind]int `json:"kinds"` // the count by kind, kinds that occur
}

// A Kind is a form of reference.
type Kind string

// The kinds of reference.
const (
	Role         Kind = "role"          // :pep:`8`
	Text         Kind = "text"          // PEP 8
	List         Kind = "list"          // the 484 in "PEPs 8 and 484"
	URL          Kind = "url"           // the address of a PEP's page or source
	Ref          Kind = "ref"           // :ref:`label` of a section of another PEP
	Title        Kind = "title"         // "PEP 8" in the Title header
	Requires     Kind = "requires"      // a number in that header
	Replaces     Kind = "replaces"      // a number in that header
	SupersededBy Kind = "superseded_by" // a number in that header
)

// Kinds lists every kind, in the order in which reports name them.
func Kinds() []Kind {
	return []Kind{Role, Text, List, URL, Ref, Title, Requires, Replaces, SupersededBy}
}

// A Mention is one occurrence of a reference.
type Mention struct {
	From int    `json:"from"`
	To   int    `json:"to"`
	Kind Kind   `json:"kind"`
	File string `json:"file"` // path from the repository's root
	Line int    `json:"line"` // 1-based; where the mention starts, for a list its number
	// Section is the anchor of the section on the rendered page, empty in the
	// header and before the first section.
	Section string `json:"section"`
}
