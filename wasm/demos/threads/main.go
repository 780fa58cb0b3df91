// Threads waits ten times, first one wait after another and then all at once,
// and measures both.
package main

import (
	"flag"
	"fmt"
	"sync"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/lesson"
)

var (
	count = flag.Int("n", 10, "how many waits (1 to 100)")
	wait  = flag.Duration("d", 100*time.Millisecond, "how long one wait takes (10ms to 2s)")
)

func main() {
	lesson.Parse("threads")
	fmt.Printf("%d waits of %v\n", *count, *wait)

	sequential := measure(oneAfterAnother)
	lesson.Figure("sequential", "one after another", sequential.Seconds(), "s")

	together := measure(asGoroutines)
	lesson.Figure("goroutines", "as goroutines", together.Seconds(), "s")

	// All waits added up, divided by the time they took together: so many were
	// under way at once.
	atOnce := sequential.Seconds() / together.Seconds()
	if atOnce > 1.5 {
		fmt.Printf("the waits overlapped (concurrent): %.1f at once on average\n", atOnce)
	} else {
		fmt.Println("the waits did not overlap")
	}
}

// slowCall stands for anything that takes long because it waits: a disk, a
// network, a database. A goroutine that sleeps is parked: it needs no processor
// and no thread until its time has come.
func slowCall() {
	time.Sleep(*wait)
}

func oneAfterAnother() {
	for range *count {
		slowCall()
	}
}

// asGoroutines does with go and WaitGroup what Python does with start and join.
func asGoroutines() {
	var wg sync.WaitGroup
	wg.Add(*count) // before any goroutine can be done
	for range *count {
		go func() {
			defer wg.Done()
			slowCall()
		}()
	}
	wg.Wait()
}

func measure(work func()) time.Duration {
	start := time.Now()
	work()
	return time.Since(start)
}
