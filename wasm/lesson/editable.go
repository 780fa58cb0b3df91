package lesson

import (
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"
)

// An Editable is a file that whoever watches the run may change while it goes on: the page shows it in a field, and
// natively any editor will do.
type Editable struct {
	// Path is where the program finds it.
	Path string
}

// longestEditable is how many bytes of a file go into the field.
const longestEditable = 3900

// NewEditable puts a text into a file of that name, in a new folder for temporary files. Natively it prints where.
func NewEditable(name, text string) (*Editable, error) {
	folder, err := os.MkdirTemp("", "ahiru-")
	if err != nil {
		return nil, err
	}
	e := &Editable{filepath.Join(folder, filepath.Base(name))}
	if err := e.Write(text); err != nil {
		_ = os.RemoveAll(folder)
		return nil, err
	}
	if os.Getenv(figuresFile) == "" {
		os.Stdout.WriteString("edit " + e.Path + " while this runs\n")
	}
	return e, nil
}

// Write puts another text into the file, as an edit does, and shows it.
func (e *Editable) Write(text string) error {
	if err := os.WriteFile(e.Path, []byte(text), 0o644); err != nil {
		return err
	}
	draw(`{"drawing":"file","path":` + quote(oneLine(e.Path)) + `,"text":` + quoteLines(text) + "}\n")
	return nil
}

// Remove takes the file away, with its folder.
func (e *Editable) Remove() error { return os.RemoveAll(filepath.Dir(e.Path)) }

// quoteLines makes a JSON string of a text that may have several lines. What is too long for the field is not shown.
func quoteLines(text string) string {
	text = strings.ToValidUTF8(text, "\uFFFD")
	for len(text) > longestEditable {
		_, size := utf8.DecodeLastRuneInString(text)
		text = text[:len(text)-size]
	}
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		quoted := quote(strings.Map(visible, line))
		lines[i] = quoted[1 : len(quoted)-1]
	}
	return `"` + strings.Join(lines, `\n`) + `"`
}

// visible has a space for what JSON does not take as it is.
func visible(r rune) rune {
	if r < ' ' || r == '\u2028' || r == '\u2029' {
		return ' '
	}
	return r
}
