package futurestest

import (
	"time"

	"github.com/ahiru-dev/ahiru/wasm/futures"
	"github.com/ahiru-dev/ahiru/wasm/proc/cases"
)

// begun waits until a worker has taken the call.
func begun(f *futures.Future) *futures.Future {
	for !f.Running() && !f.IsDone() {
		time.Sleep(time.Millisecond)
	}
	return f
}

var waitCases = []promise{
	{"wait-for-the-first", func(t cases.T, w world) {
		e := on(t, w, 2)
		slow, quick := e.Submit(late, 500), e.Submit(late, 1)
		done, pending := futures.Wait(futures.FirstCompleted, futures.Forever, slow, quick)
		equal(t, "done", numbers(t, done), []int{1})
		equal(t, "pending", len(pending), 1)
		done, pending = futures.Wait(futures.FirstCompleted, 0, slow, quick)
		equal(t, "done, asked again", len(done), 1)
		equal(t, "pending, asked again", len(pending), 1)
		must(t, e.Shutdown())
	}},
	{"wait-for-all", func(t cases.T, w world) {
		e := on(t, w, 2)
		all := []*futures.Future{e.Submit(late, 50), e.Submit(even, -1), e.Submit(late, 1)}
		done, pending := futures.Wait(futures.AllCompleted, futures.Forever, all...)
		equal(t, "done and pending", []int{len(done), len(pending)}, []int{3, 0})
		equal(t, "the first given", done[0] == all[0], true)
		done, pending = futures.Wait(futures.AllCompleted, futures.Forever)
		equal(t, "done and pending of none", []int{len(done), len(pending)}, []int{0, 0})
		must(t, e.Shutdown())
	}},
	{"wait-for-an-error", func(t cases.T, w world) {
		e := on(t, w, 1)
		first, wrong, last := e.Submit(late, 1), e.Submit(even, -1), e.Submit(late, 300)
		done, pending := futures.Wait(futures.FirstError, futures.Forever, first, wrong, last)
		equal(t, "done", len(done), 2)
		equal(t, "pending", len(pending) == 1 && pending[0] == last, true)
		done, _ = futures.Wait(futures.FirstError, futures.Forever, first, last)
		equal(t, "done when none fails", len(done), 2)
		must(t, e.Shutdown())
	}},
	{"wait-no-longer-than", func(t cases.T, w world) {
		e := on(t, w, 1)
		f := e.Submit(late, 400)
		done, pending := futures.Wait(futures.AllCompleted, 20*time.Millisecond, f)
		equal(t, "done and pending", []int{len(done), len(pending)}, []int{0, 1})
		gives(t, f, 400)
		must(t, e.Shutdown())
	}},
	{"cancel-before-start", func(t cases.T, w world) {
		e := on(t, w, 1)
		running := begun(e.Submit(late, 200))
		waiting, last := e.Submit(square, 3), e.Submit(square, 4)
		equal(t, "cancel what runs", running.Cancel(), false)
		equal(t, "cancel what waits", waiting.Cancel(), true)
		equal(t, "cancelled is done", waiting.IsDone() && waiting.Cancelled() && !waiting.Running(), true)
		equal(t, "cancel again", waiting.Cancel(), true)
		_, err := waiting.Result()
		equal(t, "error", err == futures.ErrCancelled, true)
		gives(t, running, 200)
		gives(t, last, 16)
		equal(t, "cancel what has run", running.Cancel() || last.Cancelled() || last.Running(), false)
		must(t, e.Shutdown())
	}},
	{"shutdown-waits", func(t cases.T, w world) {
		e := on(t, w, 2)
		var all []*futures.Future
		for range 5 {
			all = append(all, e.Submit(late, 60))
		}
		must(t, e.Shutdown())
		for _, f := range all {
			equal(t, "done after Shutdown", f.IsDone(), true)
			gives(t, f, 60)
		}
		must(t, e.Shutdown())
		_, err := e.Submit(square, 1).Result()
		equal(t, "submit after Shutdown", err == futures.ErrShutdown, true)
		for _, err := range futures.Map[int](e, square, []int{1, 2}) {
			equal(t, "map after Shutdown", err == futures.ErrShutdown, true)
		}
	}},
}
