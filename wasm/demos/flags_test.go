//go:build !js

package demos

import (
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// control is a flag as the page reads it from what -h prints.
type control struct {
	name, kind, usage, preset string
	low, high                 string
	choices                   []string
}

var (
	flagLine   = regexp.MustCompile(`^  -([\w-]+)(?: (\w+))?$`)
	usageLine  = regexp.MustCompile(`^    \t(.*?)(?: \(default (.*)\))?$`)
	rangeText  = regexp.MustCompile(`\((\S+) to (\S+)\)$`)
	choiceText = regexp.MustCompile(`\(([^()\s]+(?:\|[^()\s]+)+)\)$`)
)

func controls(t *testing.T, usage string) (list []control) {
	t.Helper()
	for line := range strings.Lines(usage) {
		line = strings.TrimRight(line, "\n")
		if m := flagLine.FindStringSubmatch(line); m != nil {
			list = append(list, control{name: m[1], kind: m[2]})
		} else if m := usageLine.FindStringSubmatch(line); m != nil && len(list) > 0 {
			c := &list[len(list)-1]
			c.usage, c.preset = m[1], strings.Trim(m[2], `"`)
			if m := rangeText.FindStringSubmatch(c.usage); m != nil {
				c.low, c.high = m[1], m[2]
			}
			if m := choiceText.FindStringSubmatch(c.usage); m != nil {
				c.choices = strings.Split(m[1], "|")
			}
		} else if !strings.HasPrefix(line, "Usage of ") {
			t.Errorf("the page cannot read this line of -h: %q", line)
		}
	}
	return list
}

func TestUsage(t *testing.T) {
	for _, lesson := range List(os.DirFS(".")) {
		t.Run(lesson, func(t *testing.T) {
			r := runLesson(t, lesson, "-h")
			if r.status != 0 || r.stdout != "" || !strings.HasPrefix(r.stderr, "Usage of "+lesson+":\n") {
				t.Errorf("-h: status %d, prints %q and %q", r.status, r.stdout, r.stderr)
			}
			for _, c := range controls(t, r.stderr) {
				checkControl(t, lesson, c)
			}
		})
	}
}

func checkControl(t *testing.T, lesson string, c control) {
	t.Helper()
	isNumber := c.kind == "int" || c.kind == "uint" || c.kind == "float" || c.kind == "duration"
	if c.usage == "" {
		t.Errorf("-%s has no usage text", c.name)
	}
	if isNumber && c.low == "" {
		t.Errorf("-%s is a number without limits: let its usage end in such as (1 to 100)", c.name)
	}
	if c.name == "lang" && strings.Join(c.choices, "|") != "en|ja|ko" {
		t.Errorf("-lang has the choices %q", c.choices)
	}
	if len(c.choices) > 0 {
		for _, choice := range c.choices {
			mustRun(t, lesson, "-"+c.name+"="+choice)
		}
		mustRefuse(t, lesson, "-"+c.name+"=nonsense")
	}
	for _, bad := range outside(c) {
		mustRefuse(t, lesson, "-"+c.name+"="+bad)
	}
}

// outside gives values that a number must not have.
func outside(c control) []string {
	switch {
	case c.low == "":
		return nil
	case c.kind == "duration" && c.low == "0s":
		return []string{"-1ms", "10000h", "nonsense", "5"}
	case c.kind == "duration":
		return []string{"-" + c.low, "0s", "10000h", "nonsense", "5"}
	}
	bad := []string{"-1000000000", "1000000000", "99999999999999999999", "1e99", "NaN", "nonsense", ""}
	if low, _ := strconv.ParseFloat(c.low, 64); low > 0 {
		bad = append(bad, "0")
	}
	return bad
}

// quick has arguments that make a lesson's waits short.
var quick = map[string][]string{
	"blocking": {"-delay=30ms"},
	"soba":     {"-guests=0.03,0.01,0.02"},
}

func mustRun(t *testing.T, lesson, flag string) {
	t.Helper()
	if r := runLesson(t, lesson, append([]string{flag}, quick[lesson]...)...); r.status != 0 || r.stderr != "" || r.stdout == "" {
		t.Errorf("%s: status %d, prints %q and %q", flag, r.status, r.stdout, r.stderr)
	}
}

func mustRefuse(t *testing.T, lesson, flag string) {
	t.Helper()
	r := runLesson(t, lesson, flag)
	sentence, _, _ := strings.Cut(r.stderr, "\n")
	if r.status != 2 || r.stdout != "" || !strings.Contains(sentence, "-") || strings.Contains(r.stderr, "goroutine ") {
		t.Errorf("%s: status %d, prints %q and %q, want a sentence and 2", flag, r.status, r.stdout, r.stderr)
	}
}

func TestWrongArguments(t *testing.T) {
	for _, lesson := range List(os.DirFS(".")) {
		t.Run(lesson, func(t *testing.T) {
			mustRefuse(t, lesson, "-no-such-flag")
			mustRefuse(t, lesson, "stray")
		})
	}
}
