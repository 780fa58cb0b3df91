// Package asynciotest holds the cases that package asyncio has to pass in every world and on every clock. They assert
// orders and results, and of times only what a loop that works has to keep: that one is at least another.
package asynciotest

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/asyncio"
	"github.com/ahiru-dev/ahiru/wasm/proc/cases"
)

const tick = 20 * time.Millisecond

// Cases lists all there are. Those whose names begin with "pools/" need [proc.Main] and workers.
func Cases() []cases.Case {
	return slices.Concat(orderCases, cancelCases, groupCases, faultCases, toldCases, poolCases)
}

// run has a loop run body, and ends the case when that fails.
func run[T any](t cases.T, body func(*asyncio.Task) (T, error), options ...asyncio.Option) T {
	t.Helper()
	value, err := asyncio.Run(asyncio.Async("main", body), options...)
	if err != nil {
		t.Fatalf("%v", err)
	}
	return value
}

// after is a coroutine that gives its argument after a time.
func after[T any](d time.Duration, value T) *asyncio.Coro[T] {
	return asyncio.Async("after", func(me *asyncio.Task) (T, error) {
		return value, asyncio.Sleep(me, d)
	})
}

// failing is one that fails after a time.
func failing(d time.Duration, err error) *asyncio.Coro[string] {
	return asyncio.Async("failing", func(me *asyncio.Task) (string, error) {
		if slept := asyncio.Sleep(me, d); slept != nil {
			return "", slept
		}
		return "", err
	})
}

// equal wants two values to print the same.
func equal(t cases.T, what string, got, want any) {
	t.Helper()
	if g, w := fmt.Sprint(got), fmt.Sprint(want); g != w {
		t.Errorf("%s: got %s, want %s", what, g, w)
	}
}

// says wants a text to hold each of the words.
func says(t cases.T, text string, words ...string) {
	t.Helper()
	for _, word := range words {
		if !strings.Contains(text, word) {
			t.Errorf("it says %q, want %q in it", text, word)
		}
	}
}
