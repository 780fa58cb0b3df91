package peps

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
)

// Encode writes the graph as JSON in the format of /peps/peps.json, one node
// or edge a line so that two dates can be compared line by line. The same
// graph always gives the same bytes.
func (g Graph) Encode(w io.Writer) error {
	b := bufio.NewWriter(w)
	encodeOrigin(b, g.Commit, g.Date)
	fmt.Fprint(b, `,"nodes":[`)
	encodeLines(b, g.Nodes)
	fmt.Fprint(b, `],"edges":[`)
	encodeLines(b, g.Edges)
	fmt.Fprint(b, "]}\n")
	return b.Flush()
}

// Mentions is the content of /peps/mentions.json: every mention that makes an
// edge, by From, To, then place.
type Mentions struct {
	Commit   Optional  `json:"commit"`
	Date     Optional  `json:"date"`
	Mentions []Mention `json:"mentions"`
}

// Encode writes the mentions as JSON, one a line.
func (m Mentions) Encode(w io.Writer) error {
	b := bufio.NewWriter(w)
	encodeOrigin(b, m.Commit, m.Date)
	fmt.Fprint(b, `,"mentions":[`)
	encodeLines(b, m.Mentions)
	fmt.Fprint(b, "]}\n")
	return b.Flush()
}

func encodeOrigin(b *bufio.Writer, commit, date Optional) {
	fmt.Fprint(b, `{"commit":`)
	encodeValue(b, commit)
	fmt.Fprint(b, `,"date":`)
	encodeValue(b, date)
}

// encodeLines writes the elements of an array, each on a line of its own.
func encodeLines[T any](b *bufio.Writer, items []T) {
	for i, item := range items {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteByte('\n')
		encodeValue(b, item)
	}
	b.WriteByte('\n')
}

// encodeValue writes one value. Our types hold nothing that cannot be encoded,
// and a failed write is reported by the final Flush.
func encodeValue(b *bufio.Writer, v any) {
	e := json.NewEncoder(lineless{b})
	e.SetEscapeHTML(false)
	_ = e.Encode(v)
}

// lineless drops the line feed that json.Encoder puts after a value.
type lineless struct{ w io.Writer }

func (l lineless) Write(p []byte) (int, error) {
	if n := len(p); n > 0 && p[n-1] == '\n' {
		_, err := l.w.Write(p[:n-1])
		return n, err
	}
	return l.w.Write(p)
}
