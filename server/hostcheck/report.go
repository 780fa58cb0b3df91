package hostcheck

import (
	"fmt"
	"io"
	"strings"
)

// A Grade says how much a finding matters.
type Grade int

// The grades.
const (
	Fine   Grade = iota // as it should be
	Better              // works, and could do more
	Broken              // a reader will notice
)

// A Finding is one thing that was looked at.
type Finding struct {
	Grade  Grade
	About  string // "types", "isolation"
	Said   string // what was seen
	Change string // what to do, "" when fine
}

// A Report is all of them.
type Report struct {
	URL, Build string
	Findings   []Finding
}

// Worst is the gravest grade of all findings.
func (r *Report) Worst() Grade {
	worst := Fine
	for _, f := range r.Findings {
		worst = max(worst, f.Grade)
	}
	return worst
}

var marks = map[Grade]string{Fine: "ok", Better: "better", Broken: "BROKEN"}

// Write prints the report for people, one finding a paragraph.
func (r *Report) Write(w io.Writer) error {
	var out strings.Builder
	fmt.Fprintf(&out, "Ahiru at %s", r.URL)
	if r.Build != "" {
		fmt.Fprintf(&out, ", build %s", r.Build)
	}
	out.WriteString("\n")
	counts := map[Grade]int{}
	for _, f := range r.Findings {
		counts[f.Grade]++
		fmt.Fprintf(&out, "%-7s %s: %s\n", marks[f.Grade], f.About, f.Said)
		if f.Change != "" {
			fmt.Fprintf(&out, "        → %s\n", f.Change)
		}
	}
	fmt.Fprintf(&out, "%d fine, %d could be better, %d broken\n", counts[Fine], counts[Better], counts[Broken])
	_, err := io.WriteString(w, out.String())
	return err
}

func (r *Report) fine(about, said string, values ...any) {
	r.Findings = append(r.Findings, Finding{Fine, about, fmt.Sprintf(said, values...), ""})
}

func (r *Report) better(about, change, said string, values ...any) {
	r.Findings = append(r.Findings, Finding{Better, about, fmt.Sprintf(said, values...), change})
}

func (r *Report) broken(about, change, said string, values ...any) {
	r.Findings = append(r.Findings, Finding{Broken, about, fmt.Sprintf(said, values...), change})
}

// plain makes what a stranger said safe to print, and short.
func plain(text string) string {
	text = strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || r >= 0x80 && r < 0xa0 {
			return '?'
		}
		return r
	}, text)
	if len(text) > 200 {
		text = text[:200] + "…"
	}
	return text
}
