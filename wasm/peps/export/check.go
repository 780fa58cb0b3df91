package export

import (
	"errors"
	"fmt"
	"math"
	"strings"
	"unicode"
)

// check tells what is wrong with a picture before anything is drawn. It lets
// nothing through that could make a drawing do more than stand there.
func (p *Picture) check() error {
	if !only(p.Font, inFont) || !only(p.Language, inLanguage) {
		return fmt.Errorf("the font %q or the language %q cannot stand in a drawing", p.Font, p.Language)
	}
	if err := checkColours(p.Background, p.Ink); err != nil {
		return err
	}
	if !(p.TextSize >= 0) || math.IsInf(p.TextSize, 1) {
		return fmt.Errorf("a text size of %v cannot be drawn", p.TextSize)
	}
	for _, s := range p.Shapes {
		if s.Path == "" || !only(s.Path, inPath) {
			return fmt.Errorf("the outline of the shape %q is no path", s.Name)
		}
	}
	for i, m := range p.Marks {
		if err := p.checkMark(m); err != nil {
			return fmt.Errorf("mark %d: %w", i, err)
		}
	}
	for i, l := range p.Lines {
		if err := p.checkLine(l); err != nil {
			return fmt.Errorf("line %d: %w", i, err)
		}
	}
	for i, row := range p.Legend {
		if err := p.checkMark(Mark{Shape: row.Shape, Fill: row.Fill, Stroke: row.Stroke}); err != nil {
			return fmt.Errorf("legend row %d: %w", i, err)
		}
	}
	return nil
}

func (p *Picture) checkMark(m Mark) error {
	if m.Shape < 0 || m.Shape >= len(p.Shapes) {
		return fmt.Errorf("there is no shape %d", m.Shape)
	}
	if sum := m.X + m.Y + m.Radius + m.Width; math.IsNaN(sum) || math.IsInf(sum, 0) || m.Radius < 0 || m.Width < 0 {
		return errors.New("its place, radius or width is not finite or negative")
	}
	if m.Stroke == "" {
		return checkColours(m.Fill)
	}
	return checkColours(m.Fill, m.Stroke)
}

func (p *Picture) checkLine(l Line) error {
	if l.From < 0 || l.From >= len(p.Marks) || l.To < 0 || l.To >= len(p.Marks) {
		return fmt.Errorf("it joins %d and %d of %d marks", l.From, l.To, len(p.Marks))
	}
	sum := l.Width + l.Opacity
	for _, d := range l.Dash {
		sum += d
	}
	if !(sum >= 0) || math.IsInf(sum, 1) {
		return errors.New("its width, opacity or dashes are not finite or negative")
	}
	return checkColours(l.Colour)
}

func checkColours(colours ...string) error {
	for _, c := range colours {
		if _, err := parseColour(c); err != nil {
			return err
		}
	}
	return nil
}

// What may stand in a path, a list of fonts and the name of a language.
func inPath(r rune) bool { return strings.ContainsRune("MmLlHhVvAaZzCcQqSsTt0123456789eE., +-", r) }
func inFont(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune(` '",-`, r)
}
func inLanguage(r rune) bool {
	return r == '-' || r < 0x80 && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

func only(s string, allowed func(rune) bool) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return !allowed(r) })
}
