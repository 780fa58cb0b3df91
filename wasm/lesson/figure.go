package lesson

import (
	"math"
	"os"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"
)

// figuresFile is the environment variable that names the file for figures as JSON lines.
const figuresFile = "AHIRU_FIGURES"

// longest is how many bytes of a key, a label or a unit are kept.
const longest = 200

// one figure at a time: a line of text and its line of JSON stay in step.
var one sync.Mutex

// Figure reports a value that this run has measured, as a line of text on standard output:
//
//	lesson.Figure("sequential", "one after another", 1.003, "s") // one after another: 1.003 s
//
// The page knows a figure by its key, which no other figure of the program may have, and draws figures of one unit on
// one scale. Where the environment variable AHIRU_FIGURES names a file, the figure is also appended to it as one line
// of JSON, {"key":…,"label":…,"value":…,"unit":…}. A value that is not finite has no place on a scale: it is printed
// only. Goroutines may report at once.
func Figure(key, label string, value float64, unit string) {
	key, label, unit = oneLine(key), oneLine(label), oneLine(unit)
	one.Lock()
	defer one.Unlock()
	os.Stdout.WriteString(textLine(label, value, unit))
	name := os.Getenv(figuresFile)
	if name == "" || math.IsNaN(value) || math.IsInf(value, 0) {
		return
	}
	if err := appendTo(name, jsonLine(key, label, value, unit)); err != nil {
		os.Stderr.WriteString("the figure " + key + " is missing from the picture: " + err.Error() + "\n")
	}
}

func appendTo(name, line string) error {
	file, err := os.OpenFile(name, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o666)
	if err != nil {
		return err
	}
	_, err = file.WriteString(line)
	if closed := file.Close(); err == nil {
		err = closed
	}
	return err
}

func textLine(label string, value float64, unit string) string {
	line := label + ": " + number(value)
	if unit != "" {
		line += " " + unit
	}
	return line + "\n"
}

// number writes a value as people read it: counts whole, measurements with three decimals, small ones with three
// digits.
func number(value float64) string {
	switch size := math.Abs(value); {
	case value == math.Trunc(value) && size < 1e15:
		return strconv.FormatFloat(value, 'f', 0, 64)
	case size >= 0.01 && size < 1e15:
		return strconv.FormatFloat(value, 'f', 3, 64)
	}
	return strconv.FormatFloat(value, 'g', 3, 64)
}

// jsonLine is written by hand: package encoding/json would add 76 kB (brotli) to a program of 0.6 MB.
func jsonLine(key, label string, value float64, unit string) string {
	return `{"key":` + quote(key) + `,"label":` + quote(label) +
		`,"value":` + strconv.FormatFloat(value, 'g', -1, 64) + `,"unit":` + quote(unit) + "}\n"
}

// quote makes a JSON string of text that [oneLine] has cleaned.
func quote(text string) string {
	text = strings.ReplaceAll(text, `\`, `\\`)
	return `"` + strings.ReplaceAll(text, `"`, `\"`) + `"`
}

// oneLine keeps a text to one line of valid UTF-8 of a length that can be shown: whatever is blank or a control
// character becomes a space.
func oneLine(text string) string {
	text = strings.ToValidUTF8(text, "\uFFFD")
	text = strings.Map(func(r rune) rune {
		if r < ' ' || r >= 0x7f && r < 0xa0 || r == '\u2028' || r == '\u2029' {
			return ' '
		}
		return r
	}, text)
	if len(text) <= longest {
		return text
	}
	end := longest
	for !utf8.RuneStart(text[end]) {
		end--
	}
	return text[:end] + "…"
}
