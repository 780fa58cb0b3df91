package test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
)

func TestProgramGetsWhatItIsGiven(t *testing.T) {
	for _, isolated := range []bool{false, true} {
		t.Run(fmt.Sprintf("isolated=%v", isolated), func(t *testing.T) {
			page := machinePage(t, isolated)
			got := runProgram(t, page, runRequest{Wasm: "echo", Args: []string{"-x", "あひる"}, Stdin: "given\n",
				Env: map[string]string{"GREETING": "안녕", "STATUS": "7"}}, "")
			want := "args [\"echo\" \"-x\" \"あひる\"]\nenv \"안녕\"\nwd \"/home\" <nil>\nstdin \"given\\n\" <nil>\n"
			if got.Stdout != want || got.Stderr != "to standard error\n" || got.ExitCode != 7 || got.Stopped {
				t.Errorf("got %+v, want stdout %q and status 7", got, want)
			}
			if got.WallMs <= 0 {
				t.Errorf("wallMs %v, want the time from instantiation to exit", got.WallMs)
			}
		})
	}
}

// TestWorkerFromData has workers from blobs refused, as WebKitGTK does under isolation: the machine starts its own from
// data instead.
func TestWorkerFromData(t *testing.T) {
	page := blank(t, 800)
	navigate(t, page, machineSite(t)+"/data-only")
	nextRunIsClean(t, page)
	nextRunIsClean(t, page)
	if got := runProgram(t, page, runRequest{Wasm: "spin"}, "no newline"); got.ExitCode != 137 {
		t.Errorf("status %d, want 137", got.ExitCode)
	}
}

func TestStream(t *testing.T) {
	page := machinePage(t, true)
	got := runProgram(t, page, runRequest{Wasm: "stream"}, "")
	if got.Stdout != "first\nsecond\n" || len(got.Events) != 2 {
		t.Fatalf("got %+v, want two events", got)
	}
	if gap := got.Events[1].Ms - got.Events[0].Ms; gap < 300 || got.Events[1].Ms > got.WallMs {
		t.Errorf("events at %v and %v of %v ms, want 300 ms between", got.Events[0].Ms, got.Events[1].Ms, got.WallMs)
	}
}

func TestFilesWorkAsOnUnix(t *testing.T) {
	page := machinePage(t, true)
	got := runProgram(t, page, runRequest{Wasm: "files", Files: map[string]string{"given/data.txt": "given to the program\n"}}, "")
	if got.Stdout != "failures: 0\n" || got.ExitCode != 0 {
		t.Errorf("status %d:\n%s%s", got.ExitCode, got.Stdout, got.Stderr)
	}
	if !strings.Contains(got.Stderr, "reached the limit") {
		t.Errorf("stderr %q, want the sentence about the files' limit", got.Stderr)
	}
}

func TestFigures(t *testing.T) {
	page := machinePage(t, true)
	got := runProgram(t, page, runRequest{Wasm: "figures"}, "")
	want := "[{a one s 1.5} {d split in two ms -2}]"
	if fmt.Sprint(got.Figures) != want || got.Stdout != "reported\n" {
		t.Errorf("figures %v, want %s", got.Figures, want)
	}
}

func TestExitsTwice(t *testing.T) {
	page := machinePage(t, true)
	got := runProgram(t, page, runRequest{Wasm: "exits"}, "")
	if got.Stdout != "bye\n" || got.Stderr != "" || got.ExitCode != 3 {
		t.Errorf("got %+v, want bye and status 3", got)
	}
	nextRunIsClean(t, page)
}

func TestInvalidUTF8(t *testing.T) {
	page := machinePage(t, true)
	got := runProgram(t, page, runRequest{Wasm: "utf8"}, "")
	line := "鴨と家鴨 오리 🦆\n"
	if got.Stdout != line+"a\ufffd\ufffdb\ufffd" || got.Stderr != line+"\ufffd\ufffd\ufffd." {
		t.Errorf("got %q and %q", got.Stdout, got.Stderr)
	}
	nextRunIsClean(t, page)
}

// TestDeadlock wants Go's own words, soon, and in a trace's company too.
func TestDeadlock(t *testing.T) {
	page := machinePage(t, true)
	for _, env := range []map[string]string{nil, {"AHIRU_TRACE": "/dev/ahiru/trace"}} {
		got := runProgram(t, page, runRequest{Wasm: "deadlock", Env: env}, "")
		want := "fatal error: all goroutines are asleep - deadlock!\n\ngoroutine 1 [chan receive]:\nmain.main()\n"
		if !strings.HasPrefix(got.Stderr, want) || got.ExitCode != 2 || got.Stopped || got.Stdout != "waiting\n" {
			t.Errorf("env %v: got %+v, want %q", env, got, want)
		}
	}
	nextRunIsClean(t, page)
}

// TestTraced leaves a traced program that only sleeps alone: it is no deadlock.
func TestTraced(t *testing.T) {
	page := machinePage(t, true)
	env := map[string]string{"AHIRU_TRACE": "/dev/ahiru/trace", "GODEBUG": "traceadvanceperiod=100000000"}
	got := runProgram(t, page, runRequest{Wasm: "traced", Env: env}, "slept longer\n")
	if strings.Count(got.Stdout, "slept") != 4 || strings.Contains(got.Stderr, "deadlock") {
		t.Errorf("got %+v", got)
	}
	if got.TraceBytes < 1000 || !strings.HasPrefix(got.TraceStart, "go 1.") {
		t.Errorf("a trace of %d bytes that begins with %q", got.TraceBytes, got.TraceStart)
	}
}

func TestPanic(t *testing.T) {
	page := machinePage(t, true)
	got := runProgram(t, page, runRequest{Wasm: "panic"}, "")
	want := regexp.MustCompile(`^panic: assignment to entry in nil map\n\ngoroutine 1 \[running\]:\nmain\.fall\(.*\)\n\s+.*main\.go:6.*\nmain\.main\(\)\n`)
	if !want.MatchString(got.Stderr) || got.ExitCode != 2 || got.Stdout != "before\n" {
		t.Errorf("status %d, %q", got.ExitCode, got.Stderr)
	}
	nextRunIsClean(t, page)
}

func TestEndlessRecursion(t *testing.T) {
	page := machinePage(t, true)
	got := runProgram(t, page, runRequest{Wasm: "recurse"}, "")
	if got.Stdout != "before\n" || got.ExitCode != 2 || !strings.Contains(got.Stderr, "nested deeper") {
		t.Errorf("got %+v, want a sentence on the stack", got)
	}
	nextRunIsClean(t, page)
}

// TestOneAtATime refuses a second run, a program that was not loaded and one that is none.
func TestOneAtATime(t *testing.T) {
	page := machinePage(t, true)
	got := eval[[]string](t, page, `(async () => {
		await load("sleep");
		const first = machine.run({wasm: "sleep", args: []});
		const refused = p => p.then(() => "done", e => e.message);
		const second = machine.run({wasm: "sleep", args: []});
		const words = [await refused(second.done)];
		second.stop();
		first.stop();
		words.push(String((await first.done).exitCode));
		words.push(await refused(machine.run({wasm: "absent", args: []}).done));
		words.push(await refused(machine.load("text", new TextEncoder().encode("no module").buffer)));
		machine.dispose();
		words.push(await refused(machine.run({wasm: "sleep", args: []}).done));
		words.push(String(document.querySelectorAll("iframe").length));
		return words;
	})()`)
	want := []string{"still running", "137", "has not been loaded", "not one that this browser can run", "taken away", "0"}
	for i, w := range want {
		if i >= len(got) || !strings.Contains(got[i], w) {
			t.Errorf("got %q, want %q", got, want)
			break
		}
	}
}

// TestFrameThatIsMoved says that everything is gone, and starts again.
func TestFrameThatIsMoved(t *testing.T) {
	page := machinePage(t, true)
	got := eval[[]any](t, page, `(async () => {
		await load("sleep");
		const running = machine.run({wasm: "sleep", args: []}, {output: () => {
			if (document.querySelector("p")) return;
			const place = document.body.appendChild(document.createElement("p"));
			place.append(document.querySelector("iframe"));
		}});
		const {stopped, exitCode, stderr} = await running.done;
		return [stopped, exitCode, stderr.includes("started again"), machine.has("sleep")];
	})()`)
	if fmt.Sprint(got) != "[true 137 true false]" {
		t.Errorf("got %v", got)
	}
	nextRunIsClean(t, page)
}

// TestJailThatDoesNotAnswer loses the order to stop on its way: the frame is thrown away, and the next run is clean.
func TestJailThatDoesNotAnswer(t *testing.T) {
	page := machinePage(t, true)
	got := eval[[]any](t, page, `(async () => {
		await machine.ready();
		await load("spin");
		const post = MessagePort.prototype.postMessage;
		MessagePort.prototype.postMessage = function (message, ...rest) {
			if (message?.type !== "stop") post.call(this, message, ...rest);
		};
		const {stopped, exitCode, stdout, stderr} = await run({wasm: "spin", args: []}, "no newline");
		MessagePort.prototype.postMessage = post;
		return [stopped, exitCode, stdout.endsWith("no newline"), stderr.includes("started again")];
	})()`)
	if fmt.Sprint(got) != "[true 137 true true]" {
		t.Errorf("got %v", got)
	}
	nextRunIsClean(t, page)
}
