package test

import (
	"testing"
)

// beats looks at the trace's clock, beside its worker's own, which no pause stops, by messages that it leaves in its
// trace, three at a time; and rests now and then so that the trace is written. It goes on until it has been held.
const beats = `package main

import (
	"context"
	"fmt"
	"runtime/trace"
	"syscall/js"
	"time"
)

func main() {
	fmt.Println("begun")
	clock := js.Global().Get("performance")
	begun := time.Now()
	first := clock.Call("now").Float()
	for after := 0; after < 40; {
		real := clock.Call("now").Float()
		for range 3 {
			trace.Log(context.Background(), "real", fmt.Sprint(clock.Call("now").Float()))
		}
		if real-first > float64(time.Since(begun).Milliseconds())+250 {
			after++
		}
		time.Sleep(5 * time.Millisecond)
	}
}
`

// TestTimelinePause holds a traced run for 500 ms on the timeline itself: the moment of the pause is told, what is drawn
// stands still, one can walk back and let go; and the trace's clock has missed all of the time in which the page knew the
// program to stand still, but for less than a millisecond: how far it is behind its worker's own is known from the trace.
func TestTimelinePause(t *testing.T) {
	page := openWith(t, "beats", beats)
	type beat struct {
		Moment, Words     string
		Told, Back, Again bool
		Still, AtMost     float64
		ExitCode          int
		// Behind are the distances of the two clocks, each by what it is at least and at most.
		Behind [][2]float64
	}
	got := script[beat](t, page, become("beats")+tracedRun+`
		if (!timeline.tracing) within("input[type=checkbox]").click();
		const button = name => [...timeline.querySelectorAll("button")].find(b => b.textContent.trim() === name);
		const out = {};
		const ended = demo.run();
		await until(() => timeline.live && timeline.model.logs?.length > 100, 60000);
		const asked = performance.now();
		button("Pause").click();
		await until(() => state().startsWith("Paused"), 30000);
		const stands = performance.now();
		// What had been written by then is read, however busy the machine is; then nothing comes for 500 ms.
		let [known, since] = [timeline.model.end, stands];
		while (performance.now() - since < 500) {
			await new Promise(go => setTimeout(go, 20));
			if (timeline.model.end !== known) [known, since] = [timeline.model.end, performance.now()];
			if (since - stands > 20000) throw new Error("the picture goes on in a pause");
		}
		await timeline.updateComplete;
		out.moment = timeline.at === null ? within(".moment")?.textContent.replace(/\s+/g, " ") ?? "" : "";
		out.told = timeline.moment === known;
		const slider = within("input[type=range]");
		slider.value = String(known / 2);
		slider.dispatchEvent(new Event("input"));
		await timeline.updateComplete;
		out.back = timeline.at !== null && Math.abs(timeline.at - known / 2) < 1 && timeline.moment === timeline.at;
		out.words = within(".moment").textContent.replace(/\s+/g, " ");
		timeline.at = null;
		await timeline.updateComplete;
		out.again = timeline.moment === known && timeline.model.end === known;
		out.still = performance.now() - stands;
		button("Resume").click();
		out.exitCode = (await ended).exitCode;
		out.atMost = performance.now() - asked;
		await until(() => !timeline.live, 60000);
		const looks = timeline.model.logs.map(({at, message}) => ({at, real: Number(message)}));
		out.behind = [];
		looks.slice(0, -1).forEach(({at, real}, i) => {
			const last = out.behind.at(-1);
			const [least, most] = [real - at, looks[i + 1].real - at];
			if (!last || least > last[1] + 100) out.behind.push([least, most]);
			else [last[0], last[1]] = [Math.max(last[0], least), Math.min(last[1], most)];
		});
		return out`)
	if got.ExitCode != 0 || got.Moment == "" || !got.Told || !got.Back || got.Words == got.Moment || !got.Again {
		t.Errorf("in the pause: %+v", got)
	}
	const grain = 0.02 // of the two clocks
	if len(got.Behind) != 2 || got.Behind[0][0] > got.Behind[0][1]+grain || got.Behind[1][0] > got.Behind[1][1]+grain {
		t.Fatalf("the trace's clock was behind its worker's by %v ms", got.Behind)
	}
	least, most := got.Behind[1][0]-got.Behind[0][1], got.Behind[1][1]-got.Behind[0][0]
	t.Logf("it stood still for %.3f ms at least; the trace's clock missed %.3f to %.3f ms", got.Still, least, most)
	if gone := got.Still - least; gone > 1 || got.Still < 500 || most-least > 0.5 || most > got.AtMost {
		t.Errorf("in a pause of %.3f ms the trace's clock went on by %.3f ms; it missed up to %.3f of %.3f", got.Still, gone, most, got.AtMost)
	}
}
