package peps

// maxDepth limits how deep blocks are parsed inside one another. No document
// written by a person comes near; a hostile one is read as plain text below it.
const maxDepth = 60

// A blockParser walks the block structure of one reStructuredText document as
// docutils does (docutils.parsers.rst.states is the reference) and hands out
// its passages in reading order. It keeps only what tells contexts, sections
// and labels apart: there is no document tree.
type blockParser struct {
	out     sink
	anchors *anchors
	section string   // anchor of the section being read
	waiting []string // labels that stand before the next element
	labels  []string // labels of sections
	depth   int
	table   int // depth of tables around
	marker  int // number of the line on which a list item or construct starts
	last    passage
}

// A sink takes the passages. Those that go together may wait in it until flush:
// ids are given in the order of the document, so whatever takes one flushes
// first.
type sink interface {
	add(passage)
	flush()
}

// body reads the elements of a block. Titles are recognised only at the top of
// a document.
func (p *blockParser) body(lines []line, top bool) {
	if p.depth == maxDepth {
		p.each(lines, inBody)
		return
	}
	p.depth++
	defer func() { p.depth-- }()
	for i := 0; i < len(lines); {
		i = p.element(lines, i, top)
	}
}

// element reads the element that starts at line i and returns the line after
// it. The order of the cases is that of docutils.
func (p *blockParser) element(lines []line, i int, top bool) int {
	l := lines[i]
	switch {
	case l.blank():
		return i + 1
	case l.indented():
		block, next := indented(lines, i)
		p.waiting = nil
		p.body(block, false)
		return next
	}
	if width := listMarker(lines, i); width > 0 {
		return p.item(lines, i, width)
	}
	switch {
	case fieldMarker(l.text) > 0:
		return p.field(lines, i)
	case isDoctest(l.text):
		return p.doctest(lines, i)
	case isLineBlock(l.text):
		return p.lineBlock(lines, i)
	case isGridTop(l.text):
		return p.gridTable(lines, i)
	case isSimpleTop(l.text):
		return p.simpleTable(lines, i)
	case isExplicit(l.text):
		return p.explicit(lines, i, top)
	case isAnonymous(l.text):
		return p.target(lines, i, 2)
	case isRule(l.text):
		return p.overline(lines, i, top)
	}
	return p.text(lines, i, top)
}

// put hands out a passage.
func (p *blockParser) put(lines []line, c context) {
	for len(lines) > 0 && lines[0].blank() {
		lines = lines[1:]
	}
	if len(lines) == 0 {
		return
	}
	p.waiting = nil
	next := passage{lines: lines, context: c, section: p.section}
	next.joined = p.joins(next)
	p.last = next
	p.out.add(next)
}

// joins reports whether a passage continues the one before it.
func (p *blockParser) joins(next passage) bool {
	if p.table > 0 || len(p.last.lines) == 0 || next.number() == p.marker {
		return false
	}
	end := p.last.lines[len(p.last.lines)-1].number
	return next.number() == end+1 && next.context == inBody && p.last.context == inBody
}

// each hands out every line as a passage of its own.
func (p *blockParser) each(lines []line, c context) {
	for _, l := range lines {
		p.marker = l.number
		p.put([]line{l}, c)
	}
}

// nested reads the content of a list item, field, footnote or directive.
func (p *blockParser) nested(block []line) {
	if len(block) == 0 {
		return
	}
	p.waiting = nil
	p.marker = block[0].number
	p.body(block, false)
}
