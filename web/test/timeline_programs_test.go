package test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/ahiru-dev/ahiru/wasm/timeline"
)

const crowd = `package main

import (
	"sync"
	"time"
)

func main() {
	var all sync.WaitGroup
	for range 10000 {
		all.Go(duck)
	}
	all.Wait()
}

func duck() { time.Sleep(50 * time.Millisecond) }
`

// become is a script that makes the page's lesson another one, which [openWith] has added, with the site's reader.
func become(name string) string {
	return fmt.Sprintf(`
		const reader = (await (await fetch("lesson.json")).json()).timeline;
		const real = window.fetch;
		window.fetch = async (url, ...rest) => {
			const answer = await real(url, ...rest);
			if (!/%[1]s\/lesson\.json/.test(url)) return answer;
			return new Response(JSON.stringify({...await answer.json(), timeline: reader}));
		};
		demo.name = "%[1]s";
		await demo.updateComplete;
		await demo.ready;
		await demo.updateComplete;
	`, name)
}

// TestTimelineOfTenThousand: so many goroutines are one row that can be opened, and the page goes on answering.
func TestTimelineOfTenThousand(t *testing.T) {
	page := openWith(t, "crowd", crowd)
	type outcome struct {
		Lanes, Missing int
		Height         float64
		Paint          float64
	}
	got := script[outcome](t, page, become("crowd")+tracedRun+`
		await traced();
		const {model} = timeline;
		const begun = performance.now();
		within(".scroller").dispatchEvent(new Event("scroll"));
		await new Promise(requestAnimationFrame);
		await new Promise(requestAnimationFrame);
		return {Lanes: model.lanes.length, Missing: model.missing, Height: within(".scroller").scrollHeight, Paint: performance.now() - begun}`)
	if got.Lanes < 10000 || got.Missing != 0 {
		t.Errorf("%d lanes, %d events missing", got.Lanes, got.Missing)
	}
	if got.Height > 200 {
		t.Errorf("the rows are %v pixels high; ten thousand of one function are one row at first", got.Height)
	}
	t.Logf("two frames took %.0f ms", got.Paint)
}

const embrace = `package main

import (
	"sync"
	"time"
)

func main() {
	var fork, knife sync.Mutex
	var guests sync.WaitGroup
	guests.Go(func() { eat(&fork, &knife) })
	guests.Go(func() { eat(&knife, &fork) })
	guests.Wait()
}

func eat(first, second *sync.Mutex) {
	first.Lock()
	time.Sleep(5 * time.Millisecond)
	second.Lock()
}
`

// TestTimelineOfDeadlock: whoever waits when a deadlocked run ends is told, with reason and lines, and that it would have
// waited for ever.
func TestTimelineOfDeadlock(t *testing.T) {
	page := openWith(t, "embrace", embrace)
	type outcome struct {
		Result       result
		Left, Opened string
	}
	got := script[outcome](t, page, become("embrace")+tracedRun+`
		const Result = await traced();
		const Left = within(".left").textContent.replace(/\s+/g, " ");
		const file = new File([await timeline.export("trace")], "embrace.trace");
		timeline.dispatchEvent(new CustomEvent("ahiru-timeline-open", {detail: {file}}));
		await until(() => timeline.file !== "" && timeline.model.lanes.length > 0);
		await timeline.updateComplete;
		return {Result, Left, Opened: [...timeline.shadowRoot.querySelectorAll(".said")].map(p => p.textContent).join(" ")}`)
	if !strings.Contains(got.Opened, "whether those who waited last could still have been woken, nobody can say") {
		t.Errorf("its trace, opened again: %q", got.Opened)
	}
	if got.Result.ExitCode != 2 || !strings.Contains(got.Result.Stderr, "all goroutines are asleep") {
		t.Errorf("the run: %+v", got.Result)
	}
	if strings.Count(got.Left, "waits for a lock line 19 ") != 2 || strings.Count(got.Left, "started at line 1") != 2 || !strings.Contains(got.Left, "waits until others are done line 13") {
		t.Errorf("left waiting: %q", got.Left)
	}
	if strings.Count(got.Left, "leaked: nothing can wake it any more") != 3 {
		t.Errorf("that nothing could have woken them is not told of all three: %q", got.Left)
	}
	t.Logf("told after %.0f ms", got.Result.WallMs)
}

const pingpong = `package main

import (
	"fmt"
	"time"
)

func main() {
	there, back := make(chan int), make(chan int)
	go func() {
		for n := range there {
			back <- n + 1
		}
	}()
	turns := 0
	for begun := time.Now(); time.Since(begun) < 1500*time.Millisecond; turns++ {
		there <- turns
		<-back
	}
	fmt.Println("done")
}
`

// TestTimelineOfPingPong: two goroutines that only hand a value to and fro, so that their program never comes to rest, are
// drawn while they do.
func TestTimelineOfPingPong(t *testing.T) {
	page := openWith(t, "pingpong", pingpong)
	type outcome struct {
		Result result
		Live   int
		Lanes  int
		Faults []timeline.Fault
	}
	got := script[outcome](t, page, become("pingpong")+tracedRun+`
		let Live = 0, end = 0;
		document.addEventListener("ahiru-timeline-update", () => {
			if (timeline.live && timeline.model.end > end) { Live++; end = timeline.model.end; }
		});
		const Result = await traced();
		return {Result, Live, Lanes: timeline.model.lanes.length, Faults: timeline.model.faults}`)
	if got.Result.Stdout != "done\n" || got.Live == 0 || got.Lanes < 2 || len(got.Faults) > 0 {
		t.Errorf("%+v", got)
	}
}

const talkative = `package main

import (
	"context"
	"fmt"
	"runtime/trace"
	"strings"
	"time"
)

func main() {
	text := strings.Repeat("quack ", 160)
	for i := range 16_000 {
		trace.Log(context.Background(), "duck", fmt.Sprint(i, text))
		if i%500 == 0 {
			time.Sleep(10 * time.Millisecond)
		}
	}
	fmt.Println("done")
}
`

// TestTimelineOfLongTrace: few events that take many bytes end the recording and not the program, and the page says how
// much is missing.
func TestTimelineOfLongTrace(t *testing.T) {
	page := openWith(t, "talkative", talkative)
	type outcome struct {
		Result  result
		Missing int
		Workers []timeline.Worker
		Said    string
	}
	got := script[outcome](t, page, become("talkative")+tracedRun+`
		const Result = await traced();
		return {Result, Missing: timeline.model.missing, Workers: timeline.model.workers, Said: within(".said").textContent.replace(/\s+/g, " ")}`)
	if got.Result.Stdout != "done\n" || got.Missing != 0 {
		t.Errorf("%+v, %d events missing", got.Result, got.Missing)
	}
	if len(got.Workers) != 1 || got.Workers[0].Cut != "full" || got.Workers[0].Lost == 0 || !strings.Contains(got.Said, "became too long, and its end is missing: ") {
		t.Errorf("%+v: %q", got.Workers, got.Said)
	}
}
