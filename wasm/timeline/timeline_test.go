package timeline

import (
	"encoding/json"
	"math"
	"os"
	"slices"
	"testing"

	"golang.org/x/exp/trace"
)

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
