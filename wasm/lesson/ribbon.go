package lesson

import (
	"fmt"
	"os"
	"strings"
	"time"
)

// A State is what a thread does at a time: one of the five that the page draws alike everywhere.
type State string

const (
	Running  State = "R"
	Runnable State = "r" // it could run, and something else runs
	Blocked  State = "b" // it waits for a lock, a channel or a call
	Sleeping State = "s"
	Done     State = "d" // and what has not begun
)

var stateWords = []struct {
	state State
	drawn byte // on a command line
	word  string
}{
	{Running, '#', "running"}, {Runnable, '+', "runnable"}, {Blocked, '.', "blocked"}, {Sleeping, '-', "sleeping"}, {Done, ' ', "done"},
}

// A Change tells from when on a thread was in a state, counted from the ribbon's beginning.
type Change struct {
	At    time.Duration
	State State
}

// A Lane is one row of a ribbon. Before its first change the thread has not begun.
type Lane struct {
	Name    string // short, and the same in every language
	Changes []Change
}

const (
	maxLanes     = 12
	columns      = 240 // into which the time is cut for the page,
	drawnColumns = 60  // and for a command line
)

// Ribbon reports what threads did from the time 0 to an end: a row for each of the first 12. On a command line it draws
// them in characters; in the page, which draws them itself, it prints the shares of the states. There the line of JSON is
// that of [Figure], the value being the length in seconds, with
//
//	"lanes":[{"name":"1","states":"RRRRbbbb…"}, …]
//
// where each letter stands for one of 240 equal parts of the time, and for the state that took most of it. An end of 0
// or less makes no ribbon.
func Ribbon(key, label string, end time.Duration, lanes []Lane) {
	if end <= 0 {
		return
	}
	key, label = oneLine(key), oneLine(label)
	lanes = lanes[:min(len(lanes), maxLanes)]
	one.Lock()
	defer one.Unlock()
	name := os.Getenv(figuresFile)
	os.Stdout.WriteString(ribbonText(label, end, lanes, name == ""))
	if name == "" {
		return
	}
	if err := appendTo(name, ribbonLine(key, label, end, lanes)); err != nil {
		os.Stderr.WriteString("the ribbon " + key + " is missing from the picture: " + err.Error() + "\n")
	}
}

func ribbonText(label string, end time.Duration, lanes []Lane, draw bool) string {
	var text strings.Builder
	fmt.Fprintf(&text, "%s, %s s:\n", label, number(end.Seconds()))
	for _, lane := range lanes {
		fmt.Fprintf(&text, "  %4s: ", laneName(lane))
		if draw {
			fmt.Fprintf(&text, "%s ", inCharacters(cut(lane.Changes, end, drawnColumns)))
		}
		text.WriteString(shares(cut(lane.Changes, end, columns)) + "\n")
	}
	return text.String()
}

func inCharacters(states string) string {
	pairs := make([]string, 0, 2*len(stateWords))
	for _, s := range stateWords {
		pairs = append(pairs, string(s.state), string(s.drawn))
	}
	return strings.NewReplacer(pairs...).Replace(states)
}

// shares tells how much of the time each state took, such as "running 51 %, blocked 49 %".
func shares(states string) string {
	var parts []string
	for _, s := range stateWords {
		share := 100 * float64(strings.Count(states, string(s.state))) / float64(len(states))
		if share >= 0.5 {
			parts = append(parts, fmt.Sprintf("%s %.0f %%", s.word, share))
		}
	}
	return strings.Join(parts, ", ")
}

func ribbonLine(key, label string, end time.Duration, lanes []Lane) string {
	parts := make([]string, len(lanes))
	for i, lane := range lanes {
		parts[i] = `{"name":` + quote(laneName(lane)) + `,"states":"` + cut(lane.Changes, end, columns) + `"}`
	}
	line := strings.TrimSuffix(jsonLine(key, label, end.Seconds(), "s"), "}\n")
	return line + `,"lanes":[` + strings.Join(parts, ",") + "]}\n"
}

func laneName(lane Lane) string {
	name := []rune(oneLine(lane.Name))
	return string(name[:min(len(name), 8)])
}

// cut gives a letter for each of n equal parts of the time from 0 to end: the state that took most of it.
func cut(changes []Change, end time.Duration, n int) string {
	states := make([]byte, n)
	state, next := Done, 0
	for i := range states {
		from, to := end*time.Duration(i)/time.Duration(n), end*time.Duration(i+1)/time.Duration(n)
		took := make([]time.Duration, len(stateWords))
		for from < to {
			until := to
			if next < len(changes) {
				until = min(to, max(from, changes[next].At))
			}
			took[place(state)] += until - from
			from = until
			for next < len(changes) && changes[next].At <= from {
				state, next = changes[next].State, next+1
			}
		}
		most := 0
		for s := range took {
			if took[s] > took[most] {
				most = s
			}
		}
		states[i] = stateWords[most].state[0]
	}
	return string(states)
}

// place is where a state stands among the five; what is none of them is drawn as done.
func place(s State) int {
	for i := range stateWords {
		if stateWords[i].state == s {
			return i
		}
	}
	return len(stateWords) - 1
}
