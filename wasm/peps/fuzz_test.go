package peps

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/tools/txtar"
)

// FuzzExtract reads any text as a PEP: it must end, and what it finds must be
// there: in a line of the file, which holds the number or lies before it.
func FuzzExtract(f *testing.F) {
	names, _ := filepath.Glob("testdata/*.txtar")
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range txtar.Parse(data).Files {
			f.Add(string(file.Data))
		}
	}
	for _, text := range hostile() {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		src := Source{Files: []File{
			{Path: "peps/pep-0001.rst", Data: []byte(text)},
			plainPEP("2", text), plainPEP("8", ""), plainPEP("484", ""),
		}}
		r := Extract(src)
		lines := strings.Count(strings.ReplaceAll(text, "\r", "\n"), "\n") + 8
		for _, m := range slices.Concat(r.Mentions, r.Report.Self, r.Report.Zero, r.Report.Unknown, r.Report.Literal) {
			if m.Line < 1 || m.Line > lines || m.From == 8 || !utf8.ValidString(m.Section) {
				t.Errorf("impossible mention %+v", m)
			}
		}
		total := 0
		for _, e := range r.Graph.Edges {
			total += e.Count
		}
		if total != len(r.Mentions) {
			t.Errorf("%d mentions make edges that count %d", len(r.Mentions), total)
		}
	})
}

// FuzzHeaders reads any text as headers.
func FuzzHeaders(f *testing.F) {
	f.Add("PEP: 1\nTitle: A\n title\nAuthor: a@b (C), D <e@f>\nCreated: 1-Jan-2001\nRequires: 2, x\n\nPEP 2")
	f.Add(" x\n:\nTitle\n\n")
	f.Fuzz(func(t *testing.T, text string) {
		lines := splitLines(text)
		hs, body, _ := splitHeaders(lines)
		n, _ := newNode(1, hs)
		if len(body) > len(lines) || n.Topic == nil || n.Authors == nil || n.PythonVersion == nil ||
			n.Requires == nil || n.Replaces == nil || n.SupersededBy == nil {
			t.Errorf("impossible node %+v", n)
		}
	})
}

// hostile are texts that make a careless parser take quadratic time or a deep
// stack.
func hostile() []string {
	return []string{
		strings.Repeat("- ", 5000) + "PEP 8",
		strings.Repeat("``a ", 5000) + "PEP 8",
		strings.Repeat("`a ", 5000) + "PEP 8",
		strings.Repeat(":a:`b ", 5000) + "PEP 8",
		strings.Repeat("_`a ", 5000) + "PEP 8",
		strings.Repeat("[a ", 5000) + "PEP 8",
		strings.Repeat(":pep:`a ", 5000) + "PEP 8",
		strings.Repeat("PEPs 8, ", 5000),
		"PEPs 8" + strings.Repeat(", 8", 5000),
		strings.Repeat("a://", 5000) + "PEP 8",
		strings.Repeat(".. [1] ", 5000) + "PEP 8",
		strings.Repeat("+-+\n", 500), strings.Repeat("+-+-", 99) + "+\n" + strings.Repeat("| + ", 99) + "|\n",
		strings.Repeat(":a: ", 5000) + "PEP 8",
		strings.Repeat(":a", 9000) + "PEP 8",
		strings.Repeat(":pep:``", 5000) + "PEP 8",
		strings.Repeat("*a ", 5000) + "PEP 8\n" + strings.Repeat("=", 20000),
		strings.Repeat("= ", 5000) + "=\nPEP 8\n" + strings.Repeat("= ", 5000) + "=",
		".. _a: b\n" + strings.Repeat("   c\n", 5000),
		nestedQuotes(300) + "PEP 8",
	}
}

func nestedQuotes(depth int) string {
	var b strings.Builder
	for n := range depth {
		b.WriteString(strings.Repeat(" ", n) + "a\n\n")
	}
	return b.String()
}

// TestHostile reads long versions of the hostile texts. There is nothing to
// compare but the clock of whoever runs it: in quadratic time this takes minutes.
func TestHostile(t *testing.T) {
	for _, text := range hostile() {
		r := Extract(Source{Files: []File{plainPEP("1", strings.Repeat(text, 8)+"\n\n"+text), plainPEP("8", "")}})
		if r.Report.Nodes != 2 {
			t.Errorf("%d nodes", r.Report.Nodes)
		}
	}
}
