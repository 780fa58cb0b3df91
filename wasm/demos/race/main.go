// Race lets threads that share their memory count together, and shows which
// ways of counting lose updates, how many, and what it costs to lose none.
package main

import (
	"flag"
	"fmt"
	"os"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/lesson"
	"github.com/ahiru-dev/ahiru/wasm/proc"
	"github.com/ahiru-dev/ahiru/wasm/shm"
)

var (
	workers = flag.Int("workers", 10, "how many threads count (1 to 32)")
	n       = flag.Int("n", 100000, "how often each of them counts (1 to 1000000)")
	trials  = flag.Int("trials", 6, "how many trials of each way (1 to 50)")
	way     = flag.String("way", "all", "the way to count (all|plain|lock|atomic)")
	barrier = flag.Bool("barrier", true, "the threads begin to count together")
)

func init() { proc.RegisterFunc("count", count) }

func main() {
	proc.Main() // a thread runs count here and ends
	lesson.Parse("race")
	if err := shm.Available(); err != nil {
		fmt.Println(err)
		fmt.Println("so no threads can race here, and what goroutines lose is left")
	} else {
		startUp := race("plain", "plain")
		startUp += race("lock", "with a lock")
		startUp += race("atomic", "fetch-and-add")
		lesson.Figure("startup", "starting the threads, not counted", startUp.Seconds(), "s")
	}
	inTurns()
}

// A job is what a thread is given. The handles in it stand for one and the same
// barrier, counters, lock and notes in every thread.
type job struct {
	Way    string
	Times  int
	Start  *shm.Barrier
	Counts []*shm.Counter // one for each trial
	Lock   *shm.Mutex
	Notes  *shm.Memory
	Epoch  time.Time // from which times in the notes count
	Line   int       // of the notes, for this thread
}

// count is what each thread does, in each trial with a new counter.
func count(j job) (struct{}, error) {
	for trial, counter := range j.Counts {
		if _, err := j.Start.Wait(time.Minute); err != nil {
			return struct{}{}, err
		}
		begun := time.Since(j.Epoch)
		between := increment(counter, j)
		ended := time.Since(j.Epoch)
		at := j.at(j.Line, trial)
		j.Notes.Store(at, int32(begun.Microseconds())) // no other thread writes here
		j.Notes.Store(at+1, int32(ended.Microseconds()))
		j.Notes.Store(at+2, between)
	}
	return struct{}{}, nil
}

func increment(counter *shm.Counter, j job) (between int32) {
	switch j.Way {
	case "plain":
		for range j.Times {
			counter.Store(counter.Load() + 1) // load, add, store
		}
	case "lock":
		for range j.Times {
			j.Lock.Lock()
			counter.Store(counter.Load() + 1)
			j.Lock.Unlock()
		}
	case "atomic":
		last := int32(0)
		for range j.Times {
			now := counter.Add(1) // one step
			if now != last+1 {
				between++ // another thread counted since our last step
			}
			last = now
		}
	}
	return between
}

// at is where the notes of a thread on a trial begin, noteWords of them.
func (j job) at(line, trial int) int { return (line*len(j.Counts) + trial) * noteWords }

const noteWords = 3

// race makes the trials of one way, and tells how long it took to start the threads.
func race(name, label string) (startUp time.Duration) {
	if *way != "all" && *way != name {
		return 0
	}
	fmt.Printf("%d threads, %s\n", *workers, label)
	begun := time.Now()
	j, err := newJob(name)
	var threads []*shm.Thread
	for ; j.Line < *workers && err == nil; j.Line++ {
		var thread *shm.Thread
		thread, err = shm.Go("count", j) // as start in Python
		threads = append(threads, thread)
	}
	startUp = time.Since(begun)
	for i := 0; i < len(threads) && err == nil; i++ {
		err = threads[i].Join()
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "the trials cannot be made:", err)
		os.Exit(1) // threads that stand already end with the program
	}
	var t tally
	for trial := range j.Counts {
		t.read(j, trial)
	}
	t.conclude(name, label)
	return startUp
}

func newJob(way string) (j job, err error) {
	together := 1 // a barrier for one lets everybody through
	if *barrier {
		together = *workers
	}
	j = job{Way: way, Times: *n, Epoch: time.Now(), Counts: make([]*shm.Counter, *trials)}
	if j.Start, err = shm.NewBarrier(together); err != nil {
		return j, err
	}
	if j.Lock, err = shm.NewMutex(); err != nil {
		return j, err
	}
	for i := 0; i < *trials && err == nil; i++ {
		j.Counts[i], err = shm.NewCounter()
	}
	if err != nil {
		return j, err
	}
	j.Notes, err = shm.New(*workers * *trials * noteWords)
	return j, err
}

// A tally adds up the trials of one way.
type tally struct {
	got     []int
	span    time.Duration // from the first thread's begin to the last one's end
	worked  time.Duration // by all threads
	between int           // times that a thread found another one to have come between
}

// read reads what a trial left, once all threads have ended.
func (t *tally) read(j job, trial int) {
	first, last := j.Notes.Load(j.at(0, trial)), int32(0)
	for line := range *workers {
		at := j.at(line, trial)
		begun, ended := j.Notes.Load(at), j.Notes.Load(at+1)
		first, last = min(first, begun), max(last, ended)
		t.worked += time.Duration(ended-begun) * time.Microsecond
		t.between += int(j.Notes.Load(at + 2))
	}
	t.span += time.Duration(last-first) * time.Microsecond
	t.got = append(t.got, int(j.Counts[trial].Load()))
}

func (t *tally) conclude(name, label string) {
	want := *workers * *n
	kept, lossy := 0, 0
	for _, got := range t.got {
		fmt.Printf("want: %d, got: %d\n", want, got)
		kept += got
		if got != want {
			lossy++
		}
	}
	fmt.Printf("  trials that lost updates: %d of %d\n", lossy, *trials)
	switch {
	case name != "plain" && lossy > 0:
		panic("updates were lost, which cannot be in this way: " + label)
	case name == "plain" && lossy == 0:
		fmt.Println("  nothing was lost, and that is the danger: a test would pass now")
	}
	if name == "plain" {
		histogram(t.got, want)
	}
	steps := float64(want * *trials)
	lesson.Figure(name+"-kept", "kept, "+label, 100*float64(kept)/steps, "%")
	lesson.Figure(name+"-cost", "one increment, "+label, float64(t.span.Nanoseconds())/steps, "ns")
	t.overlap()
}

// overlap says what was measured of it. Where threads take turns on one core, a turn
// lasts for milliseconds: who comes between more often than that runs at the same time.
func (t *tally) overlap() {
	ms := max(t.span.Seconds()*1000, 0.001)
	switch atOnce := t.worked.Seconds() * 1000 / ms; {
	case float64(t.between)/ms > 20:
		fmt.Print("  the threads ran at the same time (parallel): others came between ")
		fmt.Printf("%.0f times in each millisecond\n", float64(t.between)/ms)
	case atOnce > 1.1:
		fmt.Printf("  the threads overlapped (concurrent): %.1f at once on average\n", atOnce)
	default:
		fmt.Println("  the threads hardly overlapped")
	}
}

// histogram draws in how many trials how much was kept.
func histogram(counts []int, want int) {
	labels := []string{"under 25 %", "25 to 50 %", "50 to 75 %", "75 % or more", "all"}
	bins := make([]int, len(labels))
	for _, got := range counts {
		bins[min(4*got/want, 3+got/want)]++
	}
	for i, count := range bins {
		fmt.Printf("  %12s kept  %s\n", labels[i], strings.Repeat("#", count))
	}
	for i, count := range bins {
		lesson.Figure(fmt.Sprintf("bin-%d", i+1), labels[i]+" kept", float64(count), "trials")
	}
}

// inTurns lets goroutines of this one instance count, each of which lets the others
// go on between its load and its store. Every access is atomic: memory is in order,
// and the result is wrong all the same.
func inTurns() {
	var count, inside, most atomic.Int64
	var wg sync.WaitGroup
	times := min(*n, 1000)
	for range *workers {
		wg.Go(func() {
			for range times {
				most.Store(max(most.Load(), inside.Add(1)))
				seen := count.Load()
				runtime.Gosched()
				count.Store(seen + 1)
				inside.Add(-1)
			}
		})
	}
	wg.Wait()
	want, got := *workers*times, int(count.Load())
	fmt.Printf("%d goroutines of one instance, yielding between load and store\n", *workers)
	fmt.Printf("want: %d, got: %d\n", want, got)
	if most.Load() > 1 {
		fmt.Print("  the goroutines overlapped (concurrent): ")
		fmt.Printf("%d at once between load and store\n", most.Load())
	} else {
		fmt.Println("  the goroutines did not overlap")
	}
	kept := 100 * float64(got) / float64(want)
	lesson.Figure("yield-kept", "kept, goroutines that yield", kept, "%")
}
