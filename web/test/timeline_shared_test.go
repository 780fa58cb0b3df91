package test

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ahiru-dev/ahiru/wasm/timeline"
	"github.com/ahiru-dev/ahiru/web/test/browser"
)

var record = flag.Bool("record", false, "run every lesson traced and keep the traces in wasm/timeline/testdata/lessons")

// sizes are flags with which a traced lesson is short.
var sizes = map[string]string{
	"threads":   `{"n": "3", "d": "20ms"}`,
	"race":      `{"workers": "3", "n": "40", "trials": "1"}`,
	"processes": `{}`,
	"pipe":      `{"largest": "300007", "poll": "200ms"}`,
	"executors": `{"d": "10ms"}`,
	"queue":     `{"items": "8"}`,
	"gil":       `{"n": "20000", "work": "compute", "mode": "lock"}`,
	"soba":      `{}`,
	"blocking":  `{"delay": "150ms"}`,
	"kiosk":     `{"n": "6", "kill": "3"}`,
	"logs":      `{"n": "2", "d": "1s", "edit": "300ms"}`,
	"ducks":     `{}`,
	"routes":    `{"pause": "1ms"}`,
	"jobs":      `{"jobs": "3", "work": "60ms", "gateway": "40ms"}`,
	"users":     `{"workers": "2", "names": "3", "way": "lock"}`,
	"prefork":   `{"workers": "2", "requests": "8", "work": "20ms"}`,
	"instance":  `{"users": "2", "gap": "50ms", "boot": "60ms", "stay": "60ms", "poll": "20ms"}`,
}

// TestRecordLessons keeps the traces that package timeline tests its views of lessons with.
func TestRecordLessons(t *testing.T) {
	if !*record {
		t.Skip("only with -record")
	}
	for name, params := range sizes {
		t.Run(name, func(t *testing.T) {
			page := open(t, "/demos/"+name+"/", 1280)
			m, saved := tracedLesson(t, page, params)
			keepTrace(t, name, saved)
			t.Logf("%d lanes of %d workers, %d bytes, %.0f ms", len(m.Lanes), len(m.Workers), len(saved), m.End)
		})
	}
	for name, source := range map[string]string{"crossed": crossed, "mute": mute} {
		t.Run(name, func(t *testing.T) {
			page := openWith(t, name, source)
			_, saved := tracedLesson(t, page, `{}`, become(name))
			keepTrace(t, name, saved)
		})
	}
}

// tracedLesson runs the page's lesson traced and gives its model and what can be saved of it.
func tracedLesson(t *testing.T, page *browser.Page, params string, before ...string) (m timeline.Model, saved []byte) {
	t.Helper()
	got := script[struct {
		Model json.RawMessage
		Trace string
	}](t, page, strings.Join(before, "")+tracedRun+`
		demo.params = {...demo.params, ...`+params+`};
		await traced();
		const bytes = new Uint8Array(await (await timeline.export("trace")).arrayBuffer());
		return {Model: timeline.model, Trace: btoa(Array.from(bytes, b => String.fromCharCode(b)).join(""))}`)
	if err := json.Unmarshal(got.Model, &m); err != nil {
		t.Fatal(err)
	}
	saved, err := base64.StdEncoding.DecodeString(got.Trace)
	if err != nil {
		t.Fatal(err)
	}
	return m, saved
}

func keepTrace(t *testing.T, name string, saved []byte) {
	t.Helper()
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	if _, err := w.Write(saved); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(root, "wasm/timeline/testdata/lessons", name+".gz"), packed.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

// crossed has two threads lock two mutexes, each the other's first.
const crossed = `package main

import (
	"errors"
	"fmt"
	"os"

	"github.com/ahiru-dev/ahiru/wasm/proc"
	"github.com/ahiru-dev/ahiru/wasm/shm"
)

type locks struct {
	First, Second *shm.Mutex
	Both          *shm.Barrier
}

func init() { proc.RegisterFunc("eat", eat) }

func main() {
	proc.Main()
	fork, e1 := shm.NewMutex()
	knife, e2 := shm.NewMutex()
	both, e3 := shm.NewBarrier(2)
	if err := errors.Join(e1, e2, e3); err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	a, e1 := shm.Go("eat", locks{fork, knife, both})
	b, e2 := shm.Go("eat", locks{knife, fork, both})
	if err := errors.Join(e1, e2); err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	a.Join()
	b.Join()
}

func eat(l locks) (struct{}, error) {
	l.First.Lock()
	l.Both.Wait(shm.Forever)
	l.Second.Lock()
	return struct{}{}, nil
}
`

// mute has a process and its child each wait for a message of the other.
const mute = `package main

import (
	"fmt"
	"os"

	"github.com/ahiru-dev/ahiru/wasm/proc"
)

func init() { proc.Register("answer", answer) }

func main() {
	proc.Main()
	questions, ask, _ := proc.Pipe()
	answers, reply, _ := proc.Pipe()
	if _, err := proc.Start("answer", nil, proc.Inherit(questions, reply)); err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	questions.Close()
	reply.Close()
	var word string
	answers.Recv(&word)
	ask.Send("why?")
}

func answer(c *proc.Child) error {
	questions, _ := c.Reader(0)
	reply, _ := c.Writer(1)
	var word string
	questions.Recv(&word)
	return reply.Send("because")
}
`

// TestTimelineOfThreads: the lanes of several workers stand beside one another, and a lock has its holder and those that
// wait for it.
func TestTimelineOfThreads(t *testing.T) {
	page := open(t, "/demos/race/", 1280)
	m, saved := tracedLesson(t, page, `{"workers": "4", "n": "300", "trials": "1", "way": "lock"}`)
	holders, workers := map[string]bool{}, map[int]bool{}
	for i, h := range m.Holds {
		holders[h.Lane] = true
		const skew = 0.2 // ms, of the workers' clocks
		if h.Open || i > 0 && h.Thing == m.Holds[i-1].Thing && h.Start < m.Holds[i-1].End-skew {
			t.Errorf("%+v follows %+v", h, m.Holds[max(0, i-1)])
		}
	}
	for _, l := range m.Lanes {
		workers[l.Worker] = true
	}
	if len(holders) != 4 || len(workers) != 5 || len(m.Workers) != 5 || len(m.Faults) > 0 {
		t.Errorf("%d holders, lanes of %d workers, %+v, faults %v", len(holders), len(workers), m.Workers, m.Faults)
	}
	together := 0
	for _, a := range m.Arrivals {
		if a.Passed != nil {
			together++
		}
	}
	if together != 4 {
		t.Errorf("arrivals %+v", m.Arrivals)
	}
	goToolTrace(t, saved)
}

// TestTimelineOfProcesses: messages through pipes have both ends and their bytes, and a pool's jobs overlap.
func TestTimelineOfProcesses(t *testing.T) {
	page := open(t, "/demos/pipe/", 1280)
	m, _ := tracedLesson(t, page, sizes["pipe"])
	through := 0
	for _, p := range m.Messages {
		if p.To != "" && p.Bytes > 0 && p.Received >= p.Sent && p.From != p.To {
			through++
		}
	}
	if through == 0 || len(m.Workers) < 2 {
		t.Errorf("messages %+v of workers %+v", m.Messages, m.Workers)
	}
}

// TestTimelineOfCircles: who waits for whom, for locks that threads share and for pipes between processes.
func TestTimelineOfCircles(t *testing.T) {
	for name, test := range map[string]struct{ source, thing string }{"crossed": {crossed, "lock "}, "mute": {mute, "pipe "}} {
		page := openWith(t, name, test.source)
		m, _ := tracedLesson(t, page, `{}`, become(name))
		if len(m.Cycles) != 1 || len(m.Cycles[0]) != 2 {
			t.Errorf("%s: circles %+v of %+v", name, m.Cycles, m.Waits)
			continue
		}
		for i, link := range m.Cycles[0] {
			if other := m.Cycles[0][1-i]; link.Holder != other.Lane || !strings.HasPrefix(link.Thing, test.thing) || link.Line == 0 {
				t.Errorf("%s: %+v", name, m.Cycles[0])
			}
		}
		if len(m.Left) < 2 {
			t.Errorf("%s: left %+v", name, m.Left)
		}
	}
}

// restless has goroutines that sleep and wake all the time: far more events than are kept.
const restless = `package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	var all sync.WaitGroup
	for range 400 {
		all.Go(func() {
			for range 2500 {
				time.Sleep(time.Millisecond)
			}
		})
	}
	all.Wait()
	fmt.Println("rested")
}
`

// TestTimelineOfTooMuch: when more events come than are kept, the recording ends and the program goes on to its own end.
func TestTimelineOfTooMuch(t *testing.T) {
	page := openWith(t, "restless", restless)
	type outcome struct {
		Result  result
		Missing int
		Stopped *float64
		End     float64
		Lanes   int
		Faults  []timeline.Fault
	}
	got := script[outcome](t, page, become("restless")+tracedRun+`
		const Result = await traced();
		const {missing: Missing, stopped: Stopped, end: End, lanes, faults: Faults} = timeline.model;
		return {Result, Missing, Stopped, End, Lanes: lanes.length, Faults}`)
	if got.Result.ExitCode != 0 || got.Result.Stdout != "rested\n" {
		t.Errorf("the run: %+v", got.Result)
	}
	const all = 3_000_000 // three changes of state for each sleep
	if got.Missing == 0 || got.Missing+timeline.MaxEvents > all*9/10 || got.Stopped == nil || *got.Stopped < got.End || got.Lanes < 2 || len(got.Faults) > 0 {
		t.Errorf("%d events missing from %v on, the last at %v; %d lanes; %v", got.Missing, got.Stopped, got.End, got.Lanes, got.Faults)
	}
	t.Logf("%d events missing", got.Missing)
}
