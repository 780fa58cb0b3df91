package export

import (
	"bytes"
	"strconv"
	"strings"
)

// DOT writes a graph for Graphviz, columns as attributes. A laid out node is
// pinned to its place (neato -n draws it there).
func DOT(g *Graph) ([]byte, error) {
	if err := g.check(); err != nil {
		return nil, err
	}
	var b bytes.Buffer
	b.WriteString("digraph " + quote(g.Title) + " {\n")
	for i, node := range g.Nodes {
		attributes := dotValues([]string{"label", node.Label}, g.NodeColumns, i)
		if g.Looks != nil {
			look := g.Looks[i]
			attributes = append(attributes, "pos", length(look.X)+","+length(look.Y)+"!", "style", "filled", "fillcolor", hex(look.Colour))
		}
		b.WriteString("  " + strconv.Itoa(node.ID))
		dotAttributes(&b, attributes)
	}
	for i, e := range g.Edges {
		b.WriteString("  " + strconv.Itoa(e.From) + " -> " + strconv.Itoa(e.To))
		dotAttributes(&b, dotValues([]string{"weight", number(e.Weight)}, g.EdgeColumns, i))
	}
	b.WriteString("}\n")
	return b.Bytes(), nil
}

func dotValues(attributes []string, columns []Column, row int) []string {
	for i := range columns {
		if value, known := columns[i].value(row); known {
			attributes = append(attributes, columns[i].Name, value)
		}
	}
	return attributes
}

func dotAttributes(b *bytes.Buffer, attributes []string) {
	between := " ["
	for i := 0; i+1 < len(attributes); i += 2 {
		b.WriteString(between + quote(attributes[i]) + "=" + quote(attributes[i+1]))
		between = ", "
	}
	b.WriteString("];\n")
}

// quote writes a string of DOT. Backslashes are doubled, since Graphviz reads
// escapes in labels; line ends are such an escape.
func quote(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s { // bytes that are no UTF-8 come as U+FFFD
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r < ' ' || r == 0x7f:
			b.WriteRune('\uFFFD')
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
