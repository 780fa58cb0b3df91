package peps

// A Source is a corpus as files, with what is known of its origin. Folders
// ([ReadFS]) and archives (package archive) give one.
type Source struct {
	Files  []File
	Commit Optional
	Date   Optional
	// Problems tell what could not be read; the report repeats them.
	Problems []Problem
}

// A File is one file of a corpus.
type File struct {
	Path string // slash-separated, as found: from the folder's or archive's top
	Data []byte
	// Lost marks a file that is there but could not be read: its PEP is a node
	// all the same, one without any facts.
	Lost bool
}

// A Problem is something about a corpus that a person should know.
type Problem struct {
	File string `json:"file"` // "" when the whole corpus is meant
	Line int    `json:"line"` // 0 when the whole file is meant
	*Fault
}
