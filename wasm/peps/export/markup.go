package export

import (
	"bytes"
	"encoding/xml"
)

// markup builds an XML document, one element a line.
type markup struct {
	text bytes.Buffer
	open []string
}

func newMarkup() *markup {
	m := &markup{}
	m.text.WriteString(xml.Header)
	return m
}

// start opens an element; attributes are names and values in turn.
func (m *markup) start(name string, attributes ...string) {
	m.tag(name, attributes)
	m.text.WriteString(">\n")
	m.open = append(m.open, name)
}

// end closes the innermost element.
func (m *markup) end() {
	name := m.open[len(m.open)-1]
	m.open = m.open[:len(m.open)-1]
	m.indent()
	m.text.WriteString("</" + name + ">\n")
}

// empty writes an element without content.
func (m *markup) empty(name string, attributes ...string) {
	m.tag(name, attributes)
	m.text.WriteString("/>\n")
}

// leaf writes an element that holds text.
func (m *markup) leaf(name, content string, attributes ...string) {
	m.tag(name, attributes)
	m.text.WriteByte('>')
	m.escape(content)
	m.text.WriteString("</" + name + ">\n")
}

func (m *markup) tag(name string, attributes []string) {
	m.indent()
	m.text.WriteString("<" + name)
	for i := 0; i+1 < len(attributes); i += 2 {
		m.text.WriteString(" " + attributes[i] + `="`)
		m.escape(attributes[i+1])
		m.text.WriteByte('"')
	}
}

func (m *markup) indent() {
	for range m.open {
		m.text.WriteString("  ")
	}
}

// escape also turns what XML cannot hold into U+FFFD. A bytes.Buffer refuses
// nothing.
func (m *markup) escape(s string) { _ = xml.EscapeText(&m.text, []byte(s)) }

// bytes is the document; every element has been closed.
func (m *markup) bytes() []byte { return m.text.Bytes() }
