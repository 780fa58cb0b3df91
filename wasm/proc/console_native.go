//go:build !js

package proc

import (
	"bytes"
	"io"
	"strings"
)

// longestLine is how much of a line that does not end is held back.
const longestLine = 64 << 10

// A console passes a child's standard error on in whole lines, so that those of several children do not mix, and
// remembers why the child ended: the first line of a panic or of the runtime's fatal error.
type console struct {
	to     io.Writer
	rest   []byte // the beginning of a line
	reason string
}

func (c *console) Write(p []byte) (int, error) {
	c.rest = append(c.rest, p...)
	whole := bytes.LastIndexByte(c.rest, '\n') + 1
	if whole == 0 && len(c.rest) > longestLine {
		whole = len(c.rest)
	}
	c.pass(whole)
	return len(p), nil
}

// flush passes on a last line that has no end.
func (c *console) flush() { c.pass(len(c.rest)) }

func (c *console) pass(n int) {
	if n == 0 {
		return
	}
	for line := range strings.Lines(string(c.rest[:n])) {
		c.note(strings.TrimRight(line, "\r\n"))
	}
	_, _ = c.to.Write(c.rest[:n]) // where standard error is closed, nobody can be told
	c.rest = append(c.rest[:0], c.rest[n:]...)
}

func (c *console) note(line string) {
	if c.reason == "" && (strings.HasPrefix(line, panicMark) || strings.HasPrefix(line, fatalMark)) {
		c.reason = line
	}
}
