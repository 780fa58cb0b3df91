// Blocking makes searches at a slow endpoint from tasks of one event loop: with a
// client that blocks, with one that awaits, and handed to threads and processes.
// A heartbeat on the same loop tells whether the loop goes on meanwhile.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"runtime/trace"
	"strings"
	"sync"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/asyncio"
	"github.com/ahiru-dev/ahiru/wasm/futures"
	"github.com/ahiru-dev/ahiru/wasm/lesson"
	"github.com/ahiru-dev/ahiru/wasm/proc"
)

var (
	chosen = flag.String("way", "compare", "how the searches are made"+
		" (compare|blocking|async|thread|pool|process|all)")
	count     = flag.Int("n", 3, "how many searches (1 to 8)")
	delay     = flag.Duration("delay", 900*time.Millisecond, "what one takes (10ms to 2s)")
	beat      = flag.Duration("beat", 50*time.Millisecond, "time between heartbeats (10ms to 1s)")
	threshold = flag.Duration("slow", 100*time.Millisecond,
		"when debug mode reports a step of the loop (10ms to 2s)")
	workers = flag.Int("workers", 3, "threads or processes in a pool (1 to 8)")
)

// A query is what the endpoint is asked, and how long it shall take.
type query struct {
	Words string
	Takes time.Duration
}

func init() {
	proc.Register("endpoint", endpoint)
	futures.Register("ask", ask)
	futures.Register("nothing", func(int) (int, error) { return 0, nil })
}

// A way of searching: on the loop itself, or on what open gives.
type way struct {
	key, label string
	open       func() (futures.Executor, error)
}

var ways = []way{
	{"blocking", "a client that blocks", nil},
	{"async", "a client that awaits", nil},
	{"thread", "handed to one thread", func() (futures.Executor, error) {
		return futures.NewThreadPool(1)
	}},
	{"pool", "handed to a pool of threads", func() (futures.Executor, error) {
		return futures.NewThreadPool(*workers)
	}},
	{"process", "handed to a pool of processes", func() (futures.Executor, error) {
		return futures.NewProcessPool(*workers)
	}},
}

func main() {
	proc.Main() // in a child this serves the endpoint or the pool, and exits
	lesson.Parse("blocking")
	fmt.Printf("%d searches of %v, a heartbeat every %v\n", *count, *delay, *beat)
	prepare(*count)
	for _, w := range ways {
		compared := *chosen == "compare" && w.open == nil
		if compared || *chosen == "all" || *chosen == w.key {
			w.measure()
		}
	}
}

// search is the view that an async framework calls, in one of the ways.
func (w way) search(i int, pool futures.Executor) *asyncio.Coro[string] {
	return asyncio.Async("search", func(t *asyncio.Task) (answer string, err error) {
		_, told := trace.NewTask(context.Background(), w.label) // a bar of its own on the timeline
		defer told.End()
		q := query{words[i%len(words)], *delay}
		switch {
		case w.key == "blocking":
			note(i, lesson.Blocked)
			answer, err = ask(q) // no await: nobody else runs until the answer has come
		case w.key == "async":
			note(i, lesson.Sleeping)
			answer, err = asyncio.Await(t, asyncio.Go(t, "answer", func() (string, error) {
				return ask(q) // Go's runtime waits; asyncio would ask its selector
			}))
		default:
			note(i, lesson.Sleeping)
			answer, err = asyncio.Await(t, asyncio.RunInExecutor[string](t, pool, "ask", q))
		}
		note(i, lesson.Done)
		fmt.Printf("  %5.2f s  %s: %s\n", time.Since(opened).Seconds(), t.Name(), answer)
		return answer, err
	})
}

// heartbeat shows that the loop is alive: it wants to run every so often.
func heartbeat() *asyncio.Coro[int] {
	return asyncio.Async("heartbeat", func(t *asyncio.Task) (int, error) {
		for {
			due := lesson.Change{At: time.Since(opened) + *beat, State: lesson.Runnable}
			note(heart, lesson.Sleeping)
			lanes[heart] = append(lanes[heart], due) // ready from then on, if others run or not
			if err := asyncio.Sleep(t, *beat); err != nil {
				return beats, nil // cancelled: the searches are done
			}
			note(heart, lesson.Running)
			now := time.Now()
			beats++
			gap, last = max(gap, now.Sub(last)), now
		}
	})
}

// measure runs a loop with the searches and the heartbeat on it, in debug mode.
func (w way) measure() {
	fmt.Printf("%s:\n", w.label)
	var pool futures.Executor
	if w.open != nil {
		var err error
		if pool, err = w.open(); err != nil {
			fmt.Println("  this cannot be shown here:", firstLine(err))
			return
		}
		defer pool.Shutdown()
	}
	cost := 0.0
	took, err := asyncio.Run(asyncio.Async("main",
		func(t *asyncio.Task) (took time.Duration, err error) {
			if pool != nil {
				cost, err = w.handOver(t, pool)
			}
			if err != nil {
				return 0, err
			}
			return w.run(t, pool)
		}), asyncio.Debug(), asyncio.Slow(*threshold), asyncio.Log(os.Stdout))
	if err != nil {
		fmt.Println("  it failed:", err)
		return
	}
	if pool != nil {
		lesson.Figure(w.key+"-cost", w.label+", a call that does nothing", cost, "ms")
	}
	w.conclude(took)
}

// run has the searches and the heartbeat on one loop.
func (w way) run(t *asyncio.Task, pool futures.Executor) (took time.Duration, err error) {
	lanes = make([][]lesson.Change, heart+1)
	opened, beats, gap = time.Now(), 0, 0
	last = opened
	alive := asyncio.CreateTask(t, heartbeat(), "heartbeat")
	var all []asyncio.Awaitable[string]
	for i := range *count {
		note(i, lesson.Runnable)
		name := fmt.Sprintf("search %d", i+1)
		all = append(all, asyncio.CreateTask(t, w.search(i, pool), name))
	}
	_, err = asyncio.Await(t, asyncio.Gather(t, all...))
	gap = max(gap, time.Since(last))
	alive.Cancel()
	return time.Since(opened), err
}

// handOver has every worker connect, and gives what it costs to hand a call over, in ms.
func (w way) handOver(t *asyncio.Task, pool futures.Executor) (cost float64, err error) {
	var all []asyncio.Awaitable[string]
	for range *workers {
		warm := query{"hello", 50 * time.Millisecond}
		all = append(all, asyncio.RunInExecutor[string](t, pool, "ask", warm))
	}
	if _, err := asyncio.Await(t, asyncio.Gather(t, all...)); err != nil {
		return 0, err
	}
	const calls = 50
	begun := time.Now()
	for range calls {
		call := asyncio.RunInExecutor[int](t, pool, "nothing", 0)
		if _, err := asyncio.Await(t, call); err != nil {
			return 0, err
		}
	}
	return time.Since(begun).Seconds() * 1000 / calls, nil
}

func (w way) conclude(took time.Duration) {
	lesson.Figure(w.key, w.label, took.Seconds(), "s")
	lesson.Figure(w.key+"-gap", w.label+", longest gap between heartbeats", gap.Seconds(), "s")
	switch {
	case 2**beat > *delay:
		fmt.Println("  the heart beats too slowly to tell whether the loop went on")
	case gap.Seconds() > 0.8*delay.Seconds():
		fmt.Printf("  the loop stood still: %d heartbeats\n", beats)
	default:
		fmt.Printf("  the loop went on: %d heartbeats\n", beats)
	}
	if atOnce := float64(*count) * delay.Seconds() / took.Seconds(); atOnce > 1.3 {
		fmt.Printf("  the waits overlapped (concurrent): %.1f at once on average\n", atOnce)
	} else {
		fmt.Println("  the waits did not overlap")
	}
	drawn := []lesson.Lane{{Name: "beat", Changes: lanes[heart]}}
	for i := range *count {
		drawn = append(drawn, lesson.Lane{Name: fmt.Sprint(i + 1), Changes: lanes[i]})
	}
	lesson.Ribbon(w.key+"-ribbon", "heartbeat and searches: "+w.label, took, drawn)
}

// ask is a client that blocks: it returns when the answer has come.
func ask(q query) (answer string, err error) {
	var c *connection
	select {
	case c = <-free:
	default:
		if c, err = connect(); err != nil {
			return "", err
		}
	}
	if err = c.send(q); err == nil {
		err = c.receive(&answer)
	}
	free <- c
	return answer, err
}

// A connection takes one query after another. What waits for it blocks.
type connection struct {
	send    func(query) error
	receive func(*string) error
}

var free = make(chan *connection, 64)

// connect starts an endpoint with a pipe to it and one back: there is no network.
func connect() (*connection, error) {
	theirs, requests, err := proc.Pipe()
	if err != nil {
		return nil, err
	}
	answers, replies, err := proc.Pipe()
	if err != nil {
		return nil, err
	}
	if _, err = proc.Start("endpoint", 0, proc.Inherit(theirs, replies)); err != nil {
		return nil, err
	}
	return &connection{
		func(q query) error { return requests.Send(q) },
		func(answer *string) error { return answers.Recv(answer) },
	}, nil
}

// endpoint is a process: it answers when the time has come, until nobody asks.
func endpoint(child *proc.Child) error {
	requests, err := child.Reader(0)
	if err != nil {
		return err
	}
	replies, err := child.Writer(1)
	for err == nil {
		var q query
		if requests.Recv(&q) != nil {
			return nil
		}
		time.Sleep(q.Takes)
		err = replies.Send("found " + q.Words)
	}
	return err
}

// prepare connects once for each search, so that to connect is not counted.
func prepare(n int) {
	var wg sync.WaitGroup
	faults := make([]error, n)
	for i := range n {
		wg.Go(func() {
			c, err := connect()
			if faults[i] = err; err != nil {
				c = inThisProcess()
			}
			free <- c
		})
	}
	wg.Wait()
	if faults[0] != nil {
		fmt.Println("no process can be started here:", firstLine(faults[0]))
		fmt.Println("so the endpoint is a goroutine of this program")
	}
}

// inThisProcess is the endpoint where there are no processes.
func inThisProcess() *connection {
	requests, replies := make(chan query), make(chan string)
	go func() {
		for q := range requests {
			time.Sleep(q.Takes)
			replies <- "found " + q.Words
		}
	}()
	return &connection{
		func(q query) error { requests <- q; return nil },
		func(answer *string) error { *answer = <-replies; return nil },
	}
}

var words = []string{"soba", "duck", "kamo", "udon"}

const heart = 8 // its lane, after those of the searches

var (
	opened time.Time
	lanes  [][]lesson.Change
	beats  int
	last   time.Time     // heartbeat
	gap    time.Duration // the longest between two
)

func note(lane int, s lesson.State) {
	lanes[lane] = append(lanes[lane], lesson.Change{At: time.Since(opened), State: s})
}

func firstLine(err error) string {
	line, _, _ := strings.Cut(err.Error(), "\n")
	return line
}
