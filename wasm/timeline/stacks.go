package timeline

import (
	"path"
	"strconv"
	"strings"

	"golang.org/x/exp/trace"
)

// A Frame is one call of a stack.
type Frame struct {
	Func string `json:"func"`
	File string `json:"file"` // as the compiler was told it
	Line int    `json:"line"` // from 1 on
}

// noStack is the number of a stack that is not known.
const noStack = 0

// stacks keeps each stack once: every generation of a trace repeats them.
type stacks struct {
	all     [][]Frame
	numbers map[string]int
}

func newStacks() stacks {
	return stacks{all: [][]Frame{noStack: {}}, numbers: map[string]int{}}
}

func (s *stacks) frames(number int) []Frame { return s.all[number] }

func (s *stacks) number(stack trace.Stack) int {
	var frames []Frame
	var key strings.Builder
	for f := range stack.Frames() {
		if len(frames) == 0 && tells(f.Func) {
			continue
		}
		frames = append(frames, Frame{f.Func, f.File, int(f.Line)})
		key.WriteString(f.Func + "\x00" + f.File + "\x00" + strconv.FormatUint(f.Line, 10) + "\x00")
	}
	if len(frames) == 0 {
		return noStack
	}
	number, known := s.numbers[key.String()]
	if !known {
		number = len(s.all)
		s.all = append(s.all, frames)
		s.numbers[key.String()] = number
	}
	return number
}

// tells are the calls that do nothing but write into the trace.
func tells(name string) bool {
	return strings.HasPrefix(name, "runtime/trace.Log") || strings.HasPrefix(name, libraries+"proc/notice.")
}

// line is the place in the reader's own program: the innermost frame of package main, but for what the toolchain
// added; 0 when there is none.
func line(frames []Frame) int {
	own, _ := ownFrame(frames)
	return own.Line
}

func ownFrame(frames []Frame) (own Frame, found bool) {
	for _, f := range frames {
		if isOwn(f) {
			return f, true
		}
	}
	return Frame{}, false
}

func isOwn(f Frame) bool {
	return strings.HasPrefix(f.Func, "main.") && path.Base(f.File) != companion
}

// companion is the file that the toolchain adds to a program in the page.
const companion = "ahiru_companion.go"
