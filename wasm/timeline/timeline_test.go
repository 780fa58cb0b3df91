package timeline

import (
	"encoding/json"
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/exp/trace"
)

var update = flag.Bool("update", false, "rewrite the golden views in testdata")

// view is a model as a person reads it, moments in microseconds.
func view(m Model) string {
	var all strings.Builder
	us := func(ms float64) string { return fmt.Sprint(int64(math.Round(ms * 1000))) }
	fmt.Fprintf(&all, "end %s, hidden %d, missing %d, faults %v\n", us(m.End), m.Hidden, m.Missing, m.Faults)
	for _, w := range m.Workers {
		fmt.Fprintf(&all, "worker %d%s%s, known to %s, ended %v\n", w.ID, prefixed(" ", w.Kind), prefixed(" ", w.Name), us(w.Known), w.Ended)
	}
	for _, l := range m.Lanes {
		fmt.Fprintf(&all, "lane %s %s", l.ID, l.Name)
		if l.Born != nil {
			fmt.Fprintf(&all, ", born %s of %q", us(*l.Born), l.Parent)
		}
		if l.Died != nil {
			fmt.Fprintf(&all, ", died %s", us(*l.Died))
		}
		if l.Kind != "program" {
			fmt.Fprintf(&all, ", %s", l.Kind)
		}
		all.WriteString("\n")
		for _, s := range l.Spans {
			fmt.Fprintf(&all, "  %s to %s %s", us(s.Start), us(s.End), s.State)
			if s.Reason != "" {
				fmt.Fprintf(&all, ": %s (%s)", s.Reason, s.Code)
			}
			all.WriteString(lined(s.Line) + "\n")
		}
	}
	for _, w := range m.Wakeups {
		fmt.Fprintf(&all, "wakeup %s of %s by %q%s\n", us(w.At), w.To, w.From, prefixed(", ", w.Thing))
	}
	for _, c := range m.Collections {
		fmt.Fprintf(&all, "collection %s to %s %s\n", us(c.Start), us(c.End), c.Name)
	}
	stretch := func(start, end float64, open bool) string {
		if open {
			return us(start) + " on"
		}
		return us(start) + " to " + us(end)
	}
	for _, t := range m.Tasks {
		fmt.Fprintf(&all, "task %s of %q %s, %s, lane %q of %q%s\n", t.ID, t.Parent, t.Name, stretch(t.Start, t.End, t.Open), t.Lane, t.Lanes, lined(t.Line))
	}
	for _, r := range m.Regions {
		fmt.Fprintf(&all, "region %s of task %q, %s, lane %s, depth %d%s\n", r.Name, r.Task, stretch(r.Start, r.End, r.Open), r.Lane, r.Depth, lined(r.Line))
	}
	for _, l := range m.Logs {
		fmt.Fprintf(&all, "log %s, %s: %s, lane %s of task %q%s\n", us(l.At), l.Category, l.Message, l.Lane, l.Task, lined(l.Line))
	}
	for _, h := range m.Holds {
		fmt.Fprintf(&all, "%s held by %s, %s, %d skipped\n", h.Thing, h.Lane, stretch(h.Start, h.End, h.Open), h.Skipped)
	}
	for _, w := range m.Waits {
		fmt.Fprintf(&all, "%s waited for by %s, %s, held by %q\n", w.Thing, w.Lane, stretch(w.Start, w.End, w.Open), w.Holder)
	}
	for _, r := range m.Requests {
		fmt.Fprintf(&all, "%s asked for by %s at %s, held by %q\n", r.Thing, r.Lane, us(r.At), r.Holder)
	}
	for _, a := range m.Arrivals {
		passed := "never"
		if a.Passed != nil {
			passed = us(*a.Passed)
		}
		fmt.Fprintf(&all, "%s round %d: %s comes at %s, passes at %s\n", a.Thing, a.Round, a.Lane, us(a.At), passed)
	}
	for _, j := range m.Jobs {
		fmt.Fprintf(&all, "%s job %s of %s, %s\n", j.Thing, j.Name, j.Lane, stretch(j.Start, j.End, j.Open))
	}
	for _, p := range m.Messages {
		fmt.Fprintf(&all, "%s: %d bytes from %s at %s to %q at %s\n", p.Pipe, p.Bytes, p.From, us(p.Sent), p.To, us(p.Received))
	}
	for _, l := range m.Left {
		fmt.Fprintf(&all, "left %s since %s: %s, line %d, for %q, made at line %d, leaked %v\n", l.Lane, us(l.Since), l.Reason, l.Line, l.Thing, l.Made.Line, l.Leaked)
	}
	for _, c := range m.Cycles {
		for _, l := range c {
			fmt.Fprintf(&all, "circle: %s at line %d waits for %s of %s\n", l.Lane, l.Line, l.Thing, l.Holder)
		}
	}
	for _, t := range m.Turns {
		fmt.Fprintf(&all, "turn of %s, %s, %d others\n", t.Lane, stretch(t.Start, t.End, t.Open), t.Others)
	}
	for _, c := range m.Callbacks {
		fmt.Fprintf(&all, "callback %s of %s, %s\n", c.Name, c.Lane, stretch(c.Start, c.End, false))
	}
	return all.String()
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s has\n%s\ngot\n%s", name, want, got)
	}
}

// TestViews replays the traces of testdata/programs.
func TestViews(t *testing.T) {
	texts, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(texts) < 10 {
		t.Fatal(texts, err)
	}
	for _, name := range texts {
		t.Run(filepath.Base(name), func(t *testing.T) {
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			m := replay("en", eventsOf(t, string(text))).Model()
			checkWhole(t, m)
			golden(t, strings.TrimSuffix(name, ".txt")+".golden", view(m))
		})
	}
}

// checkWhole checks what every model promises.
func checkWhole(t *testing.T, m Model) {
	t.Helper()
	known := map[string]bool{"": true}
	for _, l := range m.Lanes {
		if known[l.ID] || l.Name == "" {
			t.Errorf("lane %+v", l)
		}
		known[l.ID] = true
		last := 0.0
		for _, s := range l.Spans {
			if s.Start < last || s.End < s.Start || s.End > m.End || (s.Start == s.End) != (s.State == stateDone) {
				t.Errorf("lane %s has %+v after %v of %v", l.ID, s, last, m.End)
			}
			if !slices.Contains([]string{stateRunning, stateRunnable, stateBlocked, stateSleeping, stateDone}, s.State) {
				t.Errorf("lane %s is %q", l.ID, s.State)
			}
			if s.Code != "" && english[s.Code] == "" {
				t.Logf("no words for %q", s.Code)
			}
			if s.Stack < 0 || s.Stack >= len(m.Stacks) {
				t.Errorf("stack %d of %d", s.Stack, len(m.Stacks))
			}
			last = s.End
		}
	}
	for _, w := range m.Wakeups {
		if !known[w.From] || !known[w.To] || w.At < 0 || w.At > m.End {
			t.Errorf("wakeup %+v", w)
		}
	}
	checkAnnotations(t, m, known)
	if _, err := json.Marshal(m); err != nil {
		t.Error(err)
	}
}

func checkAnnotations(t *testing.T, m Model, lanes map[string]bool) {
	t.Helper()
	tasks := map[string]bool{"": true}
	for _, task := range m.Tasks {
		tasks[task.ID] = true
		if !lanes[task.Lane] || task.Start < 0 || task.End < task.Start || task.End > m.End || task.Lanes == nil {
			t.Errorf("task %+v", task)
		}
	}
	inside := map[string][]Region{}
	for _, r := range m.Regions {
		if r.Lane == "" || !lanes[r.Lane] || !tasks[r.Task] || r.Start < 0 || r.End < r.Start || r.End > m.End {
			t.Errorf("region %+v", r)
		}
		outer := inside[r.Lane][:min(r.Depth, len(inside[r.Lane]))]
		if len(outer) != r.Depth || r.Depth > 0 && (outer[r.Depth-1].Start > r.Start || outer[r.Depth-1].End < r.End) {
			t.Errorf("region %+v stands in %+v", r, outer)
		}
		inside[r.Lane] = append(outer, r)
	}
	for _, l := range m.Logs {
		if !lanes[l.Lane] || !tasks[l.Task] || l.At < 0 || l.At > m.End {
			t.Errorf("log %+v", l)
		}
	}
}

// TestModelIsTheContract: pages of others rely on these members.
func TestModelIsTheContract(t *testing.T) {
	m := replay("ja", eventsOf(t, `
		1000000 | G- | go 1 Undetermined>Running
		2000000 | G1 | go 7 NotExist>Runnable |  | main.work main.go:9 | main.main main.go:5
		2500000 | G1 | go 1 Running>Waiting | chan receive | main.main main.go:6
		3000000 | G- | go 7 Runnable>Running
		4000000 | G7 | go 1 Waiting>Runnable |  |  | main.work main.go:10
		5000000 | G7 | go 7 Running>NotExist
	`)).Model()
	m.Stacks, m.Origin = nil, 0
	text, err := json.MarshalIndent(m, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "testdata/contract.json", string(text)+"\n")
}

// TestWordsKnowTheSameReasons in every language.
func TestWordsKnowTheSameReasons(t *testing.T) {
	for lang, w := range map[string]words{"ja": japanese, "ko": korean} {
		for reason := range english {
			if w[reason] == "" {
				t.Errorf("%s has no words for %q", lang, reason)
			}
		}
		if len(w) != len(english) {
			t.Errorf("%s has %d reasons, en has %d", lang, len(w), len(english))
		}
	}
	if got := wordsOf("fr").tell("of another release"); got != "of another release" {
		t.Errorf("got %q", got)
	}
}

// TestInstancesShareTheClock: the lanes of two workers stand on one axis, each with its own number, and a pipe leads
// from one to the other whichever trace is read first.
func TestInstancesShareTheClock(t *testing.T) {
	sender := eventsOf(t, `
		7000000 | G- | go 1 Undetermined>Running
		8000000 | G1 | log | ahiru | pipe 5 send 64
		9000000 | G1 | go 1 Running>NotExist |  | main.main main.go:3
	`)
	receiver := eventsOf(t, `
		6000000 | G- | go 1 Undetermined>Running
		8500000 | G1 | log | ahiru | pipe 5 receive 64
		9500000 | G1 | go 1 Running>NotExist |  | main.main main.go:4
	`)
	for _, order := range [][2]int{{1, 2}, {2, 1}} {
		timeline := New("en")
		for _, worker := range order {
			s := timeline.Stream(worker)
			for _, event := range map[int][]trace.Event{1: sender, 2: receiver}[worker] {
				s.take(event)
			}
		}
		m := timeline.Model()
		checkWhole(t, m)
		if len(m.Lanes) != 2 || m.Lanes[0].ID == m.Lanes[1].ID || m.End != 3.5 {
			t.Errorf("%+v", m.Lanes)
		}
		want := Message{Pipe: "pipe 5", From: "1·G1", To: "2·G1", Bytes: 64, Sent: 2, Received: 2.5}
		if len(m.Messages) != 1 || withoutClock(m.Messages[0]) != want {
			t.Errorf("got %+v, want %+v", m.Messages, want)
		}
	}
}

func withoutClock(m Message) Message {
	return Message{Pipe: m.Pipe, From: m.From, To: m.To, Bytes: m.Bytes, Sent: m.Sent, Received: m.Received}
}

// TestTenThousand goroutines are as many lanes.
func TestTenThousand(t *testing.T) {
	const many = 10_000
	var text strings.Builder
	at := 0
	say := func(format string, args ...any) {
		at += 1000
		fmt.Fprintf(&text, "%d | "+format+"\n", append([]any{at}, args...)...)
	}
	say("G- | go 1 Undetermined>Running")
	for g := 2; g < many+2; g++ {
		say("G1 | go %d NotExist>Runnable |  | main.duck main.go:9 | main.main main.go:5", g)
	}
	for g := 2; g < many+2; g++ {
		say("G- | go %d Runnable>Running", g)
		say("G%d | go %d Running>Waiting | sleep | time.Sleep time.go:1, main.duck main.go:10", g, g)
	}
	m := replay("en", eventsOf(t, text.String())).Model()
	checkWhole(t, m)
	totals := m.Totals(0, math.Inf(1))
	if len(m.Lanes) != many+1 || m.Missing != 0 || len(totals.Lanes) != many+1 {
		t.Errorf("%d lanes, %d events missing, %d totals", len(m.Lanes), m.Missing, len(totals.Lanes))
	}
	if len(totals.Lines) != 1 || totals.Lines[0].Times != many-1 || totals.Lines[0].Line != 10 || totals.Lines[0].Func != "main.duck" {
		t.Errorf("%+v", totals.Lines) // the last one has only just fallen asleep
	}
}

// TestMissing: after MaxEvents the rest is counted, and the model stays what it was.
func TestMissing(t *testing.T) {
	born := eventsOf(t, "1000 | G- | go 1 Undetermined>Running\n2000 | G1 | go 1 Running>Waiting | sleep | main.main main.go:3\n")
	events := slices.Repeat(born, MaxEvents/2+25) // the first of each pair is of an unknown past, and so no repetition
	m := replay("en", events).Model()
	if m.Missing != 50 {
		t.Errorf("%d events are missing, want 50", m.Missing)
	}
}

// TestRestated: what a generation says again of everybody at its beginning is no news, and takes no room.
func TestRestated(t *testing.T) {
	events := eventsOf(t, "1000 | G- | go 1 Undetermined>Running\n2000 | G1 | go 1 Running>Waiting | sleep | main.main main.go:3\n")
	again := eventsOf(t, "3000 | G- | go 1 Waiting>Waiting\n4000 | G1 | range begin | GC concurrent mark phase\n")
	m := replay("en", slices.Concat(events, slices.Repeat(again[:1], MaxEvents), again[1:])).Model()
	if m.Missing != 0 || m.End != 0.003 || len(m.Collections) != 1 {
		t.Errorf("%d events are missing before %v, %v", m.Missing, m.End, m.Collections)
	}
}

// TestDeadlocked: of a program of which all is asleep each goroutine that waits is told to wait for ever.
func TestDeadlocked(t *testing.T) {
	text := `
		1000000 | G- | go 1 Undetermined>Running
		2000000 | G1 | go 7 NotExist>Runnable |  | main.duck main.go:9 | main.main main.go:5
		3000000 | G1 | go 1 Running>Waiting | chan receive | main.main main.go:6
		4000000 | G- | go 7 Runnable>Running
		5000000 | G7 | go 7 Running>Waiting | sync | sync.(*Mutex).Lock mutex.go:1, main.duck main.go:10
		6000000 | G1 | log of 0 | ahiru | leak 0 %s
		7000000 | G1 | go 1 Waiting>Runnable
	`
	for verb, dead := range map[string]bool{"all": true, "look": false} {
		m := replay("en", eventsOf(t, fmt.Sprintf(text, verb))).Model()
		if len(m.Left) != 2 || m.Left[0].Leaked != dead || m.Left[1].Leaked != dead || m.End != 5 {
			t.Errorf("%s: %+v until %v", verb, m.Left, m.End)
		}
	}
}

func TestTotals(t *testing.T) {
	text, err := os.ReadFile("testdata/mutex.txt")
	if err != nil {
		t.Fatal(err)
	}
	m := replay("en", eventsOf(t, string(text))).Model()
	whole, half := m.Totals(0, m.End), m.Totals(0, m.End/2)
	for i, lane := range m.Lanes {
		sum := 0.0
		for _, ms := range whole.Lanes[i].States {
			sum += ms
		}
		want := 0.0
		for _, s := range lane.Spans {
			want += s.End - s.Start
		}
		if math.Abs(sum-want) > 1e-9 || whole.Lanes[i].ID != lane.ID {
			t.Errorf("lane %s adds up to %v, want %v", lane.ID, sum, want)
		}
	}
	if len(whole.Lines) == 0 || !slices.ContainsFunc(whole.Lines, func(l LineTotal) bool { return l.Code == "mutex" && l.Line == 14 }) {
		t.Errorf("nobody waits for the lock: %+v", whole.Lines)
	}
	if half.Lines[0].Total >= whole.Lines[0].Total {
		t.Errorf("half the time is as long: %v of %v", half.Lines[0], whole.Lines[0])
	}
}

func lined(line int) string {
	if line == 0 {
		return ""
	}
	return fmt.Sprint(", line ", line)
}

func prefixed(prefix, text string) string {
	if text == "" {
		return ""
	}
	return prefix + text
}
