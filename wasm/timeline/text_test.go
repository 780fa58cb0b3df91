package timeline

import (
	"fmt"
	"hash/fnv"
	"io"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/exp/trace"
)

// Traces stand in testdata as text, one event a line, fields between bars:
//
//	NANOSECONDS | G7 | go 8 Waiting>Runnable | REASON | STACK | STACK OF THE EVENT
//	NANOSECONDS | G7 | range begin | NAME                    also: range end
//	NANOSECONDS | G7 | region begin of TASK | NAME | STACK   also: region end
//	NANOSECONDS | G7 | task begin 3 of 1 | NAME | STACK      also: task end
//	NANOSECONDS | G7 | log of TASK | CATEGORY | MESSAGE | STACK
//
// A stack is "main.f main.go:12, main.main main.go:7", innermost call first; G- is no goroutine. A goroutine that stops
// running has one stack, its own.

func eventsOf(t *testing.T, text string) (events []trace.Event) {
	t.Helper()
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		event, err := eventOf(strings.Split(line, " | "))
		if err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		events = append(events, event)
	}
	return events
}

func eventOf(field []string) (trace.Event, error) {
	var at trace.Time
	g := trace.NoGoroutine
	if _, err := fmt.Sscan(field[0], &at); err != nil {
		return trace.Event{}, err
	}
	if field[1] != "G-" {
		if _, err := fmt.Sscanf(field[1], "G%d", &g); err != nil {
			return trace.Event{}, err
		}
	}
	get := func(i int) string {
		if i < len(field) {
			return strings.TrimSpace(field[i])
		}
		return ""
	}
	switch word := strings.Fields(field[2]); word[0] + " " + word[min(1, len(word)-1)] {
	case "range begin":
		return event(at, trace.EventRangeBegin, g, trace.NoStack, trace.Range{Name: get(3), Scope: scopeOf(get(3), g)})
	case "range end":
		return event(at, trace.EventRangeEnd, g, trace.NoStack, trace.Range{Name: get(3), Scope: scopeOf(get(3), g)})
	case "region begin", "region end", "task begin", "task end":
		numbers := taskNumbers(word[2:])
		kind := map[string]trace.EventKind{"region begin": trace.EventRegionBegin, "region end": trace.EventRegionEnd,
			"task begin": trace.EventTaskBegin, "task end": trace.EventTaskEnd}[word[0]+" "+word[1]]
		if word[0] == "region" {
			return event(at, kind, g, stackOf(get(4)), trace.Region{Task: numbers[0], Type: get(3)})
		}
		return event(at, kind, g, stackOf(get(4)), trace.Task{ID: numbers[0], Parent: numbers[1], Type: get(3)})
	case "log log", "log of":
		task := trace.NoTask
		for _, number := range taskNumbers(word[1:]) {
			task = number
		}
		return event(at, trace.EventLog, g, stackOf(get(5)), trace.Log{Task: task, Category: get(3), Message: get(4)})
	default:
		var id trace.GoID
		var states string
		if _, err := fmt.Sscanf(field[2], "go %d %s", &id, &states); err != nil {
			return trace.Event{}, err
		}
		from, to, _ := strings.Cut(states, ">")
		change := trace.MakeGoStateTransition(id, goStates[from], goStates[to])
		change.Reason, change.Stack = get(3), stackOf(get(4))
		current := stackOf(get(5))
		if goStates[from].Executing() {
			current = change.Stack // it is its own
		}
		return event(at, trace.EventStateTransition, g, current, change)
	}
}

func taskNumbers(words []string) (numbers []trace.TaskID) {
	for _, w := range words {
		if n, err := strconv.ParseUint(w, 10, 64); err == nil {
			numbers = append(numbers, trace.TaskID(n))
		}
	}
	return numbers
}

func event[T trace.EventDetails](at trace.Time, kind trace.EventKind, g trace.GoID, stack trace.Stack, details T) (trace.Event, error) {
	return trace.MakeEvent(trace.EventConfig[T]{Time: at, Kind: kind, Goroutine: g, Proc: 0, Thread: 0, Stack: stack, Details: details})
}

var goStates = map[string]trace.GoState{}

func init() {
	for state := trace.GoUndetermined; state <= trace.GoSyscall; state++ {
		goStates[state.String()] = state
	}
}

func stackOf(text string) trace.Stack {
	if text == "" {
		return trace.NoStack
	}
	var frames []trace.StackFrame
	for _, call := range strings.Split(text, ", ") {
		name, place, _ := strings.Cut(call, " ")
		file, line, _ := strings.Cut(place, ":")
		number, _ := strconv.ParseUint(line, 10, 64)
		frames = append(frames, trace.StackFrame{PC: counter(call), Func: name, File: file, Line: number})
	}
	return trace.MakeStack(frames)
}

// counter gives each call a program counter of its own, which tells frames apart.
func counter(call string) uint64 {
	sum := fnv.New64()
	io.WriteString(sum, call)
	return sum.Sum64()
}

// scopeOf is what the reader says of a range: a goroutine stops the world, nobody in particular marks.
func scopeOf(name string, g trace.GoID) trace.ResourceID {
	if name == "GC concurrent mark phase" {
		return trace.ResourceID{}
	}
	return trace.MakeResourceID(g)
}

// replay makes a timeline of events, as if they had been read from one stream.
func replay(lang string, events []trace.Event) *Timeline {
	t := New(lang)
	s := t.Stream(0)
	for _, event := range events {
		s.hand(event)
	}
	s.Close()
	return t
}
