package test

import (
	"slices"
	"testing"
)

// beats looks at its clock again and again, and rests now and then so that its trace is written. It reports the longest
// time that went by between two looks while it did not rest.
const beats = `package main

import (
	"fmt"
	"time"
)

func main() {
	fmt.Println("begun")
	var longest time.Duration
	for range 60 {
		last := time.Now()
		for until := last.Add(20 * time.Millisecond); last.Before(until); {
			now := time.Now()
			longest = max(longest, now.Sub(last))
			last = now
		}
		time.Sleep(time.Millisecond)
	}
	fmt.Println(longest.Microseconds())
}
`

// TestTimelinePause holds a traced run for 500 ms on the timeline itself: the moment of the pause is told, what is drawn
// stands still, one can walk back and let go, and for the program no millisecond has gone by. How long its longest
// breath takes without a pause is measured in the same page: a busy machine keeps any program waiting, so a pause has
// proved itself as soon as one was as short as that.
func TestTimelinePause(t *testing.T) {
	page := openWith(t, "beats", beats)
	script[any](t, page, become("beats")+tracedRun+`
		globalThis.run = async held => {
			if (!timeline.tracing) within("input[type=checkbox]").click();
			const button = name => [...timeline.querySelectorAll("button")].find(b => b.textContent.trim() === name);
			const ended = demo.run();
			const out = {};
			await until(() => timeline.live && timeline.model.lanes.length > 0, 60000);
			if (held) {
				button("Pause").click();
				await until(() => state().startsWith("Paused") || !timeline.live);
				if (!timeline.live) return null; // it was over before it could be held
				const pausedAt = performance.now();
				await new Promise(go => setTimeout(go, 250));
				// What had been written by then is read first, however busy the machine is.
				let known = -1;
				for (let same = 0; same < 5; await new Promise(go => setTimeout(go, 100))) {
					same = timeline.model.end === known ? same + 1 : 0;
					known = timeline.model.end;
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
				out.again = timeline.moment === known;
				await new Promise(go => setTimeout(go, Math.max(0, 500 - (performance.now() - pausedAt))));
				out.grown = timeline.model.end - known;
				button("Resume").click();
			}
			const {exitCode, stdout} = await ended;
			await until(() => !timeline.live);
			return {...out, exitCode, longest: Number(stdout.trim().split("\n").at(-1))};
		};
		return null`)
	type beat struct {
		Moment, Words     string
		Told, Back, Again bool
		Grown             float64
		ExitCode, Longest int
	}
	var plain, held []int
	for range 12 {
		free := eval[*beat](t, page, "run(false)")
		paused := eval[*beat](t, page, "run(true)")
		if free == nil || paused == nil {
			continue
		}
		if free.ExitCode != 0 || paused.ExitCode != 0 || paused.Moment == "" || !paused.Told || !paused.Back || paused.Words == paused.Moment || !paused.Again {
			t.Fatalf("held: %+v", paused)
		}
		if paused.Grown != 0 {
			t.Logf("the reader was behind: %+v", paused)
			continue
		}
		plain, held = append(plain, free.Longest), append(held, paused.Longest)
		if short := slices.Min(held); short < slices.Min(plain)+1000 && short < 400_000 {
			t.Logf("the longest between two looks, in µs: %v without a pause, %v with one of 500 ms", plain, held)
			return
		}
	}
	t.Errorf("the longest between two looks, in µs: %v without a pause, %v with one of 500 ms", plain, held)
}
