package peps

// A document is what one file of a PEP gives: the PEP's own file or an appendix.
type document struct {
	node     Node // of the PEP's own file
	found    []Mention
	literal  []Mention
	pending  []reference
	labels   []string // of sections
	problems []Problem

	statusLine int // of the Status header
}

// readDocument reads one file of a PEP.
func readDocument(f pepFile, exists func(int) bool) *document {
	d := &document{node: emptyNode(f.number)}
	defer func() {
		for i := range d.problems {
			d.problems[i].File = f.name
		}
	}()
	if f.Lost {
		return d
	}
	text, broken := decode(f.Data)
	if broken > 0 {
		d.problems = append(d.problems, Problem{"", broken, NewFault(NotUTF8)})
	}
	lines := splitLines(text)
	s := &scanner{from: f.number, file: f.name, exists: exists, anchors: newAnchors()}
	if f.appendix == "" {
		lines = d.header(f, s, lines)
	}
	p := &blockParser{out: s, anchors: s.anchors}
	p.body(lines, true)
	s.flush()
	d.found = append(d.found, s.found...)
	d.literal, d.pending = s.literal, s.pending
	d.labels = p.labels
	return d
}

// header reads the headers of a PEP and returns the lines after them.
func (d *document) header(f pepFile, s *scanner, lines []line) []line {
	hs, body, problems := splitHeaders(lines)
	node, more := newNode(f.number, hs)
	d.node = node
	if status := hs.get("Status"); len(status.lines) > 0 {
		d.statusLine = status.lines[0].number
	}
	d.problems = append(d.problems, append(problems, more...)...)
	d.found = headerMentions(hs, s)
	return body
}

// A pepFile is a file that belongs to a PEP.
type pepFile struct {
	File
	name     string // from the repository's root
	number   int
	appendix string // file name of an appendix, "" for the PEP's own file
}
