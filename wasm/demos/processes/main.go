// Processes finds the factors of some numbers: of one after another, of all as
// goroutines, in a pool of processes and in a process for each.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/lesson"
	"github.com/ahiru-dev/ahiru/wasm/proc"
)

var (
	numbers = list{53541233, 21235343, 11421443, 5423123}
	workers = flag.Int("n", 2, "workers in the pool (1 to 8)")
	alone   time.Duration // how long one after another took
	memory  [][]int       // lists that this process has set: a child has its own
)

func init() { // in a child as well, which is this program started once more
	flag.Var(&numbers, "numbers", "up to 8 numbers with commas between, each up to 100000000")
	proc.RegisterFunc("factorise", inChild)
	proc.RegisterFunc("echo", func(message []byte) ([]byte, error) { return message, nil })
}

func main() {
	proc.Main() // a child runs its function in here and comes no further
	lesson.Parse("processes")
	warmUp()
	oneAfterAnother()
	asGoroutines()
	pool, err := proc.NewPool(*workers)
	if err != nil {
		reason, _, _ := strings.Cut(err.Error(), "\n") // each worker has the same
		fmt.Println("\nprocesses were not measured:", reason)
		return
	}
	inPool(pool)
	asProcesses()
}

// An answer is what a pool copies back to the process that asked.
type answer struct {
	Number      int
	Factors     []int
	Began, Done time.Time
}

// step is how many numbers one call of appendFactors tries.
const step = 100_000

// factorise tries every number up to the one it is given: that is what it costs.
func factorise(number int) answer {
	a := answer{Number: number, Began: time.Now()}
	for from := 1; from <= number; from += step {
		a.Factors = appendFactors(a.Factors, number, from, min(from+step, number+1))
	}
	a.Done = time.Now()
	return a
}

// appendFactors has short calls on purpose. A browser compiles a function in haste
// at first and well soon after, but only for the next call: a long one stays slow.
//
//go:noinline
func appendFactors(factors []int, number, from, to int) []int {
	for i := from; i < to; i++ {
		if number%i == 0 {
			factors = append(factors, i)
		}
	}
	return factors
}

// warmUp works for nothing until the calls have become quicker, or for a fraction
// of a second: then what a browser compiles well it has compiled, for all workers.
func warmUp() {
	began := time.Now()
	first := quickest()
	for tries := 0; tries < 80 && quickest() > first*3/4; tries++ {
	}
	took := time.Since(began)
	lesson.Figure("warmup", "warm-up, before anything is measured", took.Seconds(), "s")
}

// quickest is what the quickest of ten calls took.
func quickest() time.Duration {
	took := make([]time.Duration, 10)
	for i := range took {
		a := factorise(step)
		took[i] = a.Done.Sub(a.Began)
	}
	return slices.Min(took)
}

// rest lets the page draw what was printed: on two cores that is work beside the pool's.
func rest() { time.Sleep(100 * time.Millisecond) }

func oneAfterAnother() {
	sum := 0
	for _, number := range numbers {
		a := factorise(number)
		fmt.Printf("%d: %v\n", number, a.Factors)
		alone += a.Done.Sub(a.Began)
		sum += number
	}
	lesson.Figure("sequential", "one after another", alone.Seconds(), "s")
	ceiling := float64(sum) / float64(slices.Max(numbers))
	lesson.Figure("ceiling", "most that can be gained, sum / largest", ceiling, "×")
}

func asGoroutines() {
	answers := make([]answer, len(numbers))
	start := time.Now()
	var working sync.WaitGroup
	for i, number := range numbers {
		working.Go(func() { answers[i] = factorise(number) })
	}
	working.Wait()
	report("goroutines", "goroutines", time.Since(start), answers)
}

// inPool has numbers copied to workers that stand already, and answers copied back.
func inPool(pool *proc.Pool) {
	const kB = 1000
	rest()
	empty, large := thereAndBack(pool, 0), thereAndBack(pool, kB)
	sentBefore, receivedBefore := pool.Bytes()
	start := time.Now()
	answers, err := proc.Map[int, answer](pool, "factorise", numbers)
	took := time.Since(start)
	check(err)
	report("pool", "pool", took, answers)
	lesson.Figure("startpool", "pool, start-up", pool.StartUp().Seconds(), "s")
	sent, received := pool.Bytes()
	copied := float64(sent - sentBefore + received - receivedBefore)
	lesson.Figure("copied", "pool, copied there and back", copied, "bytes")
	fmt.Println("the first list, brought back by the pool:", answers[0].Factors)
	lesson.Figure("message", "an empty message, there and back", empty, "µs")
	lesson.Figure("copying", "what each kB adds to a message", (large-empty)/kB, "µs")
	pool.Close()
	check(pool.Join())
}

// thereAndBack has a worker send messages of so many kB back, and gives what the
// middle one of them took, in microseconds.
func thereAndBack(pool *proc.Pool, kB int) float64 {
	took := make([]time.Duration, 5)
	for i := range took {
		began := time.Now()
		_, err := proc.Apply[[]byte, []byte](pool, "echo", make([]byte, 1000*kB)).Result()
		check(err)
		took[i] = time.Since(began)
	}
	slices.Sort(took)
	return float64(took[len(took)/2]) / float64(time.Microsecond)
}

// asProcesses learns of its children when they began and ended, and nothing else.
func asProcesses() {
	answers := make([]answer, len(numbers))
	startUps := make([]time.Duration, len(numbers))
	rest()
	start := time.Now()
	var running sync.WaitGroup
	for i, number := range numbers {
		running.Go(func() {
			child, err := proc.Start("factorise", number)
			check(err)
			startUps[i] = child.StartUp()
			began := time.Now()
			exit, err := child.Wait()
			check(errors.Join(err, exit.Err()))
			answers[i] = answer{Number: number, Began: began, Done: time.Now()}
		})
	}
	running.Wait()
	took := time.Since(start) - slices.Min(startUps) // since the first of them stood
	report("processes", "process for each", took, answers)
	stood := slices.Max(startUps)
	lesson.Figure("startprocesses", "process for each, start-up", stood.Seconds(), "s")
	fmt.Println("the lists in memory, set by the children and read by their parent:", memory)
}

// inChild sets the memory of the child that it runs in. What it returns a pool
// brings to the parent; of a process alone it is lost.
func inChild(number int) (answer, error) {
	a := factorise(number)
	memory = append(memory, a.Factors)
	return a, nil
}

// report compares a way with one after another.
func report(key, label string, took time.Duration, answers []answer) {
	fmt.Println()
	lesson.Figure(key, label, took.Seconds(), "s")
	gain := alone.Seconds() / took.Seconds()
	lesson.Figure("gain"+key, label+", gain", gain, "×")
	last := slices.MaxFunc(answers, func(a, b answer) int { return a.Done.Compare(b.Done) })
	fmt.Println("last to be done:", last.Number)
	var work time.Duration
	for _, a := range answers {
		work += a.Done.Sub(a.Began)
	}
	switch overlapped := work > took+took/10; {
	case overlapped && gain > 1.2:
		fmt.Println("the work ran at the same time (parallel)")
	case overlapped:
		fmt.Println("the work overlapped (concurrent) and gained little by it")
	default:
		fmt.Println("the work did not overlap")
	}
}

// A list is the value of -numbers.
type list []int

func (l *list) String() string {
	return strings.Trim(strings.ReplaceAll(fmt.Sprint(*l), " ", ","), "[]")
}

func (l *list) Set(text string) error {
	*l = nil
	for word := range strings.SplitSeq(text, ",") {
		number, err := strconv.Atoi(strings.TrimSpace(word))
		if err != nil || number < 1 || number > 100_000_000 {
			return fmt.Errorf("%q is no whole number from 1 to 100000000", word)
		}
		*l = append(*l, number)
	}
	if len(*l) > 8 {
		return fmt.Errorf("%d numbers are too many: 8 at most", len(*l))
	}
	return nil
}

// check ends the program when a process has failed.
func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "processes:", err)
		os.Exit(1)
	}
}
