package test

import (
	"fmt"
	"strings"
	"testing"
)

// TestLibrariesOnOtherClocks: the lock on a file, the queue that processes share and the queue of jobs keep their
// promises where time is slowed down, and where it jumps from one wait to the next.
func TestLibrariesOnOtherClocks(t *testing.T) {
	for _, clock := range []any{"virtual", 0.5} {
		page := machinePage(t, true)
		for _, r := range []runRequest{
			{Wasm: "proc-cases", Args: []string{"-run=filelock/"}},
			{Wasm: "proc-cases", Args: []string{"-run=queue/"}},
			{Wasm: "jobs-cases", Args: []string{"-skip=hundred-thousand"}},
		} {
			t.Run(fmt.Sprint(r.Wasm, r.Args, clock), func(t *testing.T) {
				r.Clock, r.Limits = clock, patient
				got := runProgram(t, page, r, "")
				t.Log(got.Stdout)
				casesPass(t, got)
			})
		}
		nextRunIsClean(t, page)
	}
}

// TestServiceLessonsOnOtherClocks: each service lesson ends well on a slowed and on a virtual clock, and loses nothing that
// it promises to keep.
func TestServiceLessonsOnOtherClocks(t *testing.T) {
	for lesson, c := range map[string]struct{ params, says string }{
		"soba":     {`{guests: "0.3,0.1,0.2"}`, "as tasks: "},
		"blocking": {`{delay: "200ms"}`, "a client that awaits: "},
		"jobs":     {`{ack: "late", jobs: "4", work: "200ms", gateway: "100ms"}`, " 0 waiting + 0 running + 0 lost\n"},
		"users":    {`{way: "lock"}`, ", lost: 0, failed: 0;"},
		"instance": {`{users: "1", boot: "100ms", stay: "100ms", gap: "50ms"}`, "calls that found the core stopped: 0 calls\n"},
		"prefork":  {`{kill: "random", requests: "30"}`, "30 requests = "},
		"kiosk":    {`{n: "20", service: "3ms", login: "10ms", expire: "100ms"}`, "tickets: 20, done exactly once: 20\n"},
		"logs":     {`{d: "1s", edit: "200ms", hold: "3s"}`, "out of order in the log: 0 lines\n"},
	} {
		page := open(t, "/demos/"+lesson+"/", 1280)
		for _, clock := range []string{`"virtual"`, `0.5`} {
			t.Run(lesson+clock, func(t *testing.T) {
				script[bool](t, page, `demo.clock = `+clock+`; return true`)
				out := went(t, page, c.params).Result.Stdout
				if !strings.Contains(out, c.says) {
					t.Errorf("it does not say %q:\n%s", c.says, out)
				}
				if lesson == "prefork" {
					fatesAddUp(t, out)
				}
			})
		}
	}
}
