//go:build !js

package timeline

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/exp/trace"

	"github.com/ahiru-dev/ahiru/wasm/toolchain"
)

var record = flag.Bool("record", false, "run testdata/programs as the page does, under Node, and write their traces down as text")

// TestRecord makes the traces in testdata. They are not made anew with every test: the moments in them are real.
func TestRecord(t *testing.T) {
	if !*record {
		t.Skip("only with -record")
	}
	programs, err := filepath.Glob("testdata/programs/*")
	if err != nil {
		t.Fatal(err)
	}
	for _, program := range programs {
		name := filepath.Base(program)
		t.Run(name, func(t *testing.T) {
			text := textOfTrace(t, runTraced(t, program))
			if err := os.WriteFile("testdata/"+name+".txt", []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		})
	}
}

// runTraced runs a program with the very wasm that a page would run, and gives its trace. One that deadlocks never
// ends under Node, which does not tell it so: it is ended, and its trace is cut off.
func runTraced(t *testing.T, program string) []byte {
	t.Helper()
	dir := t.TempDir()
	wasm, traced := filepath.Join(dir, "program.wasm"), filepath.Join(dir, "trace")
	if _, err := toolchain.Build(t.Context(), toolchain.Program{Dir: program}, wasm); err != nil {
		t.Fatal(err)
	}
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	runner := filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "wasm_exec_node.js")
	ctx, cancel := context.WithTimeout(t.Context(), 5*time.Second)
	defer cancel()
	cmd := exec.CommandContext(ctx, "node", runner, wasm)
	cmd.Env = []string{"PATH=" + os.Getenv("PATH"), "HOME=" + dir, "AHIRU_TRACE=" + traced, "GODEBUG=traceadvanceperiod=100000000"}
	cmd.Run() // a panic has a status of its own
	bytes, err := os.ReadFile(traced)
	if err != nil {
		t.Fatal(err)
	}
	return bytes
}

// longestText keeps the text of a program that never ends to what there is to see.
const longestText = 25_000

func textOfTrace(t *testing.T, text []byte) string {
	t.Helper()
	reader, err := trace.NewReader(strings.NewReader(string(text)))
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	var zero trace.Time
	for {
		event, err := reader.ReadEvent()
		if err == io.EOF {
			return all.String()
		}
		if err != nil {
			all.WriteString("# and then: " + err.Error() + "\n")
			return all.String()
		}
		if zero == 0 {
			zero = event.Time() - 1
		}
		all.WriteString(textOf(event, zero))
		if all.Len() > longestText {
			return all.String() + "# and so on\n"
		}
	}
}

// textOf is an event as a line, "" for one that a timeline makes nothing of.
func textOf(event trace.Event, zero trace.Time) string {
	g := "G-"
	if event.Goroutine() != trace.NoGoroutine {
		g = fmt.Sprint("G", event.Goroutine())
	}
	told := ""
	switch event.Kind() {
	case trace.EventStateTransition:
		change := event.StateTransition()
		if change.Resource.Kind != trace.ResourceGoroutine {
			return ""
		}
		from, to := change.Goroutine()
		told = fmt.Sprintf("go %d %v>%v | %s | %s | %s", change.Resource.Goroutine(), from, to, change.Reason, framesText(change.Stack), framesText(event.Stack()))
	case trace.EventRangeBegin, trace.EventRangeActive:
		told = "range begin | " + event.Range().Name
	case trace.EventRangeEnd:
		told = "range end | " + event.Range().Name
	case trace.EventRegionBegin:
		told = fmt.Sprintf("region begin of %d | %s | %s", event.Region().Task, event.Region().Type, framesText(event.Stack()))
	case trace.EventRegionEnd:
		told = fmt.Sprintf("region end of %d | %s | %s", event.Region().Task, event.Region().Type, framesText(event.Stack()))
	case trace.EventTaskBegin:
		told = fmt.Sprintf("task begin %d of %d | %s | %s", event.Task().ID, event.Task().Parent, event.Task().Type, framesText(event.Stack()))
	case trace.EventTaskEnd:
		told = fmt.Sprintf("task end %d of %d | %s | %s", event.Task().ID, event.Task().Parent, event.Task().Type, framesText(event.Stack()))
	case trace.EventLog:
		told = fmt.Sprintf("log of %d | %s | %s | %s", event.Log().Task, event.Log().Category, event.Log().Message, framesText(event.Stack()))
	default:
		return ""
	}
	return strings.TrimRight(fmt.Sprintf("%d | %s | %s", event.Time()-zero, g, told), " |") + "\n"
}

func framesText(stack trace.Stack) string {
	var calls []string
	for f := range stack.Frames() {
		calls = append(calls, fmt.Sprintf("%s %s:%d", strings.ReplaceAll(f.Func, " ", ""), path.Base(f.File), f.Line))
	}
	return strings.Join(calls, ", ")
}
