// Threads makes ten calls that wait, in four ways, and measures each: one after
// another, on threads, and as goroutines that sleep or that block their thread.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"runtime/trace"
	"sync"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/lesson"
	"github.com/ahiru-dev/ahiru/wasm/proc"
	"github.com/ahiru-dev/ahiru/wasm/shm"
)

var (
	count = flag.Int("n", 10, "how many waits (1 to 64)")
	wait  = flag.Duration("d", 100*time.Millisecond, "how long one wait takes (10ms to 2s)")
)

func init() { proc.RegisterFunc("call once", callOnce) }

func main() {
	proc.Main() // in a thread of the page this runs callOnce and ends
	lesson.Parse("threads")
	fmt.Printf("%d waits of %v\n", *count, *wait)
	shared := shm.Available()
	if shared != nil {
		fmt.Println(shared)
		fmt.Println("so no call blocks here: those in turn sleep, and two ways are left out")
		slowCall = sleepingCall
	}

	report("sequential", "one after another", measure(func() { oneAfterAnother(slowCall) }))
	if shared == nil {
		onThreads()
	}
	sleeping := measure(func() { asGoroutines("as goroutines that sleep", sleepingCall) })
	report("goroutines", "as goroutines that sleep", sleeping)
	if shared == nil {
		blocked := measure(func() { asGoroutines("as goroutines that block", blockingCall) })
		report("blocking", "as goroutines that block", blocked)
	}
}

// slowCall stands for anything that takes long because it waits: a disk, a
// network, a database.
var slowCall = blockingCall

// blockingCall holds its thread until its time has come, as a system call does.
func blockingCall() {
	if err := shm.Block(*wait); err != nil {
		panic(err)
	}
}

// sleepingCall parks its goroutine: until its time has come it needs no thread.
func sleepingCall() { time.Sleep(*wait) }

// told makes a call that the timeline shows as a bar of its own.
func told(way string, call func()) {
	_, task := trace.NewTask(context.Background(), way)
	defer task.End()
	call()
}

func oneAfterAnother(call func()) {
	for range *count {
		told("one after another", call)
	}
}

// onThreads makes each call on a thread of its own. To start a thread takes time
// as well, so all of them stand at a barrier before the clock runs.
func onThreads() {
	begun := time.Now()
	barrier, err := shm.NewBarrier(*count + 1)
	threads := make([]*shm.Thread, *count)
	for i := 0; i < *count && err == nil; i++ {
		threads[i], err = shm.Go("call once", barrier) // start
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "on threads this cannot be shown:", err)
		os.Exit(1) // threads that stand already end with the program
	}
	startUp := time.Since(begun)

	report("threads", "on threads", measure(func() {
		barrier.Wait(shm.Forever) // the last has come: all begin
		barrier.Wait(shm.Forever) // the last has come back: all are done
	}))
	lesson.Figure("startup", "starting the threads, not counted", startUp.Seconds(), "s")
	for _, thread := range threads {
		if err := thread.Join(); err != nil { // join
			fmt.Println(err)
		}
	}
}

func callOnce(barrier *shm.Barrier) (struct{}, error) {
	barrier.Wait(shm.Forever)
	told("on threads", blockingCall)
	_, err := barrier.Wait(shm.Forever)
	return struct{}{}, err
}

// asGoroutines does with go and WaitGroup what Python does with start and join.
func asGoroutines(way string, call func()) {
	var wg sync.WaitGroup
	wg.Add(*count) // before any goroutine can be done
	for range *count {
		go func() {
			defer wg.Done()
			told(way, call)
		}()
	}
	wg.Wait()
}

func measure(work func()) time.Duration {
	start := time.Now()
	work()
	return time.Since(start)
}

// report prints a time, and how many waits were under way at once: all of them
// added up, divided by the time they took together.
func report(key, label string, took time.Duration) {
	lesson.Figure(key, label, took.Seconds(), "s")
	if atOnce := float64(*count) * wait.Seconds() / took.Seconds(); atOnce > 1.5 {
		fmt.Printf("  the waits overlapped (concurrent): %.1f at once on average\n", atOnce)
	} else {
		fmt.Println("  the waits did not overlap")
	}
}
