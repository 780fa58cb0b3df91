package proctest

import (
	"strings"

	"github.com/ahiru-dev/ahiru/wasm/proc"
	"github.com/ahiru-dev/ahiru/wasm/proc/cases"
)

var faultCases = []cases.Case{
	{Name: "fault/name-not-registered", Run: func(t cases.T) {
		_, err := proc.Start("sqare", 1)
		says(t, err, `no function is registered as "sqare"`, ": registered are ", "square", "nothing")
		if strings.Contains(err.Error(), "proc/") {
			t.Errorf("%q lists what is not to be started", err)
		}
	}},
	{Name: "fault/argument-that-no-message-carries", Run: func(t cases.T) {
		for _, test := range []struct {
			arg  any
			want string
		}{
			{make(chan int), "chan int"},
			{func() {}, "func()"},
			{struct{ Reply chan string }{}, "Reply: chan string"},
			{[]any{1}, "interface {}"},
			{struct{ secret int }{1}, "the field secret, which is not exported"},
		} {
			_, err := proc.Start("nothing", test.arg)
			says(t, err, "starting a process for nothing", "encoding the arguments", test.want)
		}
	}},
	{Name: "fault/argument-too-large", Run: func(t cases.T) {
		_, err := proc.Start("nothing", make([]byte, proc.MaxMessage))
		says(t, err, "the arguments: 1677", " bytes, where a message carries at most 16777216")
	}},
	{Name: "fault/argument-of-another-type", Run: func(t cases.T) { ends(t, start(t, "exit", "three"), proc.Exit{Code: 1}) }},
	{Name: "fault/ends-that-were-not-given", Run: func(t cases.T) {
		r, w := pipe(t)
		other, mine := pipe(t)
		p := start(t, "starts unasked", nil, proc.Stdout(w), proc.Inherit(mine))
		must(t, w.Close())
		text := make([]byte, 1000)
		n, _ := r.Read(text)
		for m := 1; m > 0; n += m {
			m, _ = r.Read(text[n:])
		}
		ends(t, p, success)
		equal(t, "what the child was told", string(text[:n]),
			"there is no inherited pipe end 3: this process was given 1\nthe inherited pipe end 0 is the sending one\n")
		must(t, other.Close(), mine.Close())
	}},
	{Name: "fault/ends-that-cannot-be-given", Run: func(t cases.T) {
		r, w := pipe(t)
		must(t, w.Close())
		_, err := proc.Start("nothing", nil, proc.Inherit(w))
		says(t, err, "a closed writing end cannot be handed to a child")
		_, err = proc.Start("nothing", nil, proc.Stdout(w))
		says(t, err, "a closed writing end cannot be handed to a child")
		_, err = r.Poll(0)
		must(t, err)
		_, err = proc.Start("nothing", nil, proc.Inherit(r))
		says(t, err, "this reading end is in use")
		must(t, r.Close())
		_, err = proc.Start("nothing", nil, proc.Inherit(r))
		says(t, err, "a closed reading end cannot be handed to a child")
	}},
	{Name: "fault/reading-end-handed-on", Run: func(t cases.T) {
		r, w := pipe(t)
		p := start(t, "nothing", nil, proc.Inherit(r))
		says(t, r.Recv(new(int)), "was handed to a child")
		ends(t, p, success)
		must(t, r.Close(), w.Close())
	}},
	{Name: "limit/children", Run: func(t cases.T) {
		var all []*proc.Process
		var err error
		for err == nil && len(all) <= proc.MaxChildren {
			var p *proc.Process
			if p, err = proc.Start("hang", nil); err == nil {
				all = append(all, p)
			}
		}
		says(t, err, "limit")
		equal(t, "children at the limit", len(all), proc.MaxChildren)
		for _, p := range all {
			must(t, p.Kill())
		}
		for _, p := range all {
			ends(t, p, killed)
		}
		ends(t, start(t, "nothing", nil), success)
	}},
}
