// Pipe has a process factorise numbers and send each result down a pipe as soon
// as it is ready, and measures how the parent finds out that no more will come.
package main

import (
	"flag"
	"fmt"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/lesson"
	"github.com/ahiru-dev/ahiru/wasm/proc"
)

var (
	poll    = flag.Duration("poll", time.Second, "how long to wait for one result (10ms to 5s)")
	largest = flag.Int("largest", 53541233, "the number factorised last (1 to 500000000)")
)

func init() { proc.Register("produce", produceIntoPipe) }

func main() {
	proc.Main() // in the child this runs produceIntoPipe and exits
	lesson.Parse("pipe")
	numbers := []int{5423123, 11421443, 21235343, *largest}
	overPipe(numbers, false)
	overPipe(numbers, true)
	overChannel(numbers)
}

// overPipe starts the process and receives what it sends. The parent has a copy
// of the sending end as well, and the pipe ends when every copy is closed.
func overPipe(numbers []int, closeCopy bool) {
	key, label, patience := "open", "pipe, the parent's copy left open", *poll
	if closeCopy {
		key, label = "closed", "pipe, the parent's copy closed"
		patience = proc.Forever // the end will be told: no need to guess
	}
	fmt.Println("a process and a", label)
	reader, writer, err := proc.Pipe()
	var child *proc.Process
	if err == nil {
		child, err = proc.Start("produce", numbers, proc.Inherit(writer))
	}
	if err != nil {
		fmt.Println("  this cannot be shown here:", err)
		return
	}
	fmt.Printf("  started in %.3f s, which is not counted\n", child.StartUp().Seconds())
	t := tally{begun: time.Now()}
	if closeCopy {
		writer.Close() // the child has its own
	}
	receive(reader, patience, &t)
	t.conclude(key, label, len(numbers))
	reader.Close() // hangs up: from now on sending is an error
	writer.Close()
	if exit, err := child.Wait(); err != nil || exit.Code != 0 {
		fmt.Println("  the process ended:", exit)
	}
}

// receive takes results until the pipe ends, or until none has come for the
// length of patience: then the process may be done, or only slow.
func receive(reader *proc.Reader, patience time.Duration, t *tally) {
	for {
		var r result
		more, err := reader.Poll(patience)
		if more {
			err = reader.Recv(&r)
		}
		switch {
		case err != nil: // io.EOF when the pipe has ended
			t.say(err)
			return
		case !more:
			t.say("no result for", patience, "and the parent gives up")
			return
		}
		t.add(r)
	}
}

// produceIntoPipe runs in the process. When it returns, the process ends, and
// its copy of the sending end is closed.
func produceIntoPipe(child *proc.Child) error {
	var numbers []int
	if err := child.Args(&numbers); err != nil {
		return err
	}
	writer, err := child.Writer(0)
	for i := 0; i < len(numbers) && err == nil; i++ {
		err = writer.Send(factorise(numbers[i])) // sends a copy
	}
	return err
}

// overChannel does the same without a process.
func overChannel(numbers []int) {
	fmt.Println("a goroutine and a channel, closed by its sender")
	t := tally{begun: time.Now()}
	results := make(chan result)
	go produceIntoChannel(numbers, results)
	for r := range results { // ends as soon as the channel is closed
		t.add(r)
	}
	t.conclude("channel", "channel, closed by its sender", len(numbers))
}

// produceIntoChannel may send and close, but not receive: chan<- says so.
func produceIntoChannel(numbers []int, results chan<- result) {
	for _, n := range numbers {
		results <- factorise(n)
	}
	close(results)
}

type result struct {
	Factors []int
	Took    time.Duration
}

func factorise(n int) (r result) {
	const step = 100_000
	begun := time.Now()
	for from := 1; from <= n; from += step {
		r.Factors = appendFactors(r.Factors, n, from, min(from+step, n+1))
	}
	r.Took = time.Since(begun)
	return r
}

// appendFactors has short calls on purpose. A browser compiles a function in haste
// at first and well soon after, but only for the next call: a long one stays slow.
//
//go:noinline
func appendFactors(factors []int, n, from, to int) []int {
	for d := from; d < to; d++ {
		if n%d == 0 {
			factors = append(factors, d)
		}
	}
	return factors
}

// A tally is what the receiver knows of the results.
type tally struct {
	begun  time.Time
	count  int
	worked time.Duration
}

func (t *tally) say(what ...any) {
	fmt.Printf("  %.3f s: %s", time.Since(t.begun).Seconds(), fmt.Sprintln(what...))
}

func (t *tally) add(r result) {
	t.say(r.Factors)
	t.count++
	t.worked += r.Took
}

func (t *tally) conclude(key, label string, all int) {
	total := time.Since(t.begun).Seconds()
	lesson.Figure(key, label, total, "s")
	verdict := "did not overlap"
	atOnce := t.worked.Seconds() / total
	if atOnce > 1.1 {
		verdict = "overlapped (concurrent)"
	}
	fmt.Printf("  %d of %d results; ", t.count, all)
	fmt.Printf("the work %s: %.2f numbers at once\n", verdict, atOnce)
}
