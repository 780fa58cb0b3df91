package futurestest

import (
	"slices"

	"github.com/ahiru-dev/ahiru/wasm/futures"
	"github.com/ahiru-dev/ahiru/wasm/proc/cases"
)

var orderCases = []promise{
	{"submit", func(t cases.T, w world) {
		e := on(t, w, 2)
		gives(t, e.Submit(square, 7), 49)
		must(t, e.Shutdown())
	}},
	{"map-answers-in-argument-order", func(t cases.T, w world) {
		e := on(t, w, 3)
		var got []int
		for n, err := range futures.Map[int](e, late, []int{300, 1, 150}) {
			must(t, err)
			got = append(got, n)
		}
		equal(t, "results", got, []int{300, 1, 150})
		must(t, e.Shutdown())
	}},
	{"map-of-many-and-of-nothing", func(t cases.T, w world) {
		e := on(t, w, 2)
		for range futures.Map[int](e, square, []int(nil)) {
			t.Errorf("a result of nothing")
		}
		sum := 0
		for n, err := range futures.Map[int](e, square, slices.Repeat([]int{3}, 500)) {
			must(t, err)
			sum += n
		}
		equal(t, "sum", sum, 4500)
		must(t, e.Shutdown())
	}},
	{"map-left-early-and-with-errors", func(t cases.T, w world) {
		e := on(t, w, 1)
		var texts []string
		for is, err := range futures.Map[bool](e, even, []int{2, -1, 3, 4}) {
			if err != nil {
				texts = append(texts, err.Error())
			} else if !is {
				break
			}
		}
		equal(t, "errors", texts, []string{even + ": no duck has a negative number"})
		must(t, e.Shutdown())
	}},
	{"as-completed-in-finish-order", func(t cases.T, w world) {
		e := on(t, w, 3)
		all := []*futures.Future{e.Submit(late, 1000), e.Submit(late, 1), e.Submit(late, 500)}
		got := slices.Collect(futures.AsCompleted(all...))
		equal(t, "results", numbers(t, got), []int{1, 500, 1000})
		again := slices.Collect(futures.AsCompleted(all[2], all[0], all[0], all[1]))
		equal(t, "results, all done before", numbers(t, again), []int{1, 500, 1000, 1000})
		for range futures.AsCompleted() {
			t.Errorf("a future of none")
		}
		for f := range futures.AsCompleted(e.Submit(late, 1), e.Submit(late, 50)) {
			equal(t, "done", f.IsDone(), true)
			break
		}
		must(t, e.Shutdown())
	}},
	{"calls-of-one-worker-run-in-order", func(t cases.T, w world) {
		e := on(t, w, 1)
		var all []*futures.Future
		for range 50 {
			all = append(all, e.Submit(next, struct{}{}))
		}
		got := numbers(t, all)
		for i := range got {
			got[i] -= i // each call is one after that of the future before
		}
		equal(t, "calls", slices.Compact(got), got[:1])
		must(t, e.Shutdown())
	}},
}
