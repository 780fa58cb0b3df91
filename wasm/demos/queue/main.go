// Queue lets producers hand items to consumers through a queue that has room for
// a few of them, and measures who waits for whom.
package main

import (
	"context"
	"flag"
	"fmt"
	"runtime/trace"
	"sync"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/lesson"
)

var (
	producers = flag.Int("producers", 3, "how many producers (1 to 10)")
	consumers = flag.Int("consumers", 2, "how many consumers (1 to 10)")
	capacity  = flag.Int("capacity", 4, "how many items the queue has room for (0 to 100)")
	items     = flag.Int("items", 30, "how many items in all (1 to 200)")
	making    = flag.Duration("produce", 20*time.Millisecond, "time to make an item (1ms to 200ms)")
	using     = flag.Duration("consume", 50*time.Millisecond, "time to use an item (1ms to 200ms)")
	closing   = flag.Bool("close", true, "close the queue when all producers are done")
	early     = flag.Bool("early", false, "each producer closes the queue when it is done itself")
)

func main() {
	lesson.Parse("queue")
	fmt.Printf("items: %d, room in the queue: %d\n", *items, *capacity)

	queue := make(chan int, *capacity)
	put, taken := make([]tally, *producers), make([]tally, *consumers)
	var producing, consuming sync.WaitGroup
	start := time.Now()
	for i := range put {
		producing.Go(func() { put[i] = produce(i, queue) })
	}
	for i := range taken {
		consuming.Go(func() { taken[i] = consume(queue) })
	}

	producing.Wait() // from here on nobody sends
	allPut := report("producer", put)
	if *closing {
		close(queue) // says to every consumer: what is in there is all there will be
	}
	consuming.Wait() // from here on every item is used
	total := time.Since(start)
	conclude(total, allPut, report("consumer", taken))
}

// A tally belongs to one goroutine until that is done: the queue is all they share.
type tally struct {
	items          []int
	worked, waited time.Duration
	longest        int // queue, right after an item was put in
}

// produce may only send: chan<- says so and the compiler sees to it. Of three
// producers the second one makes the items 1, 4, 7 and so on.
func produce(first int, queue chan<- int) (t tally) {
	defer trace.StartRegion(context.Background(), "producer").End() // its name on the timeline
	for item := first; item < *items; item += *producers {
		begun := time.Now()
		time.Sleep(*making)
		made := time.Now()
		queue <- item // waits while the queue is full
		t.waited += time.Since(made)
		t.worked += made.Sub(begun)
		t.longest = max(t.longest, len(queue))
		t.items = append(t.items, item)
	}
	if *early { // right for the only producer, wrong for one of several
		close(queue)
	}
	return t
}

// consume may only receive. Its loop ends when the queue is closed and empty.
func consume(queue <-chan int) (t tally) {
	defer trace.StartRegion(context.Background(), "consumer").End()
	free := time.Now()
	for item := range queue { // waits while the queue is empty
		got := time.Now()
		t.waited += got.Sub(free)
		time.Sleep(*using)
		free = time.Now()
		t.worked += free.Sub(got)
		t.items = append(t.items, item)
	}
	t.waited += time.Since(free)
	return t
}

func conclude(total time.Duration, put, taken tally) {
	onceEach(taken.items)
	producer := (put.waited / time.Duration(*producers)).Round(time.Millisecond)
	consumer := (taken.waited / time.Duration(*consumers)).Round(time.Millisecond)
	lesson.Figure("total", "total time", total.Seconds(), "s")
	lesson.Figure("producers", "a producer waited, on average", producer.Seconds(), "s")
	lesson.Figure("consumers", "a consumer waited, on average", consumer.Seconds(), "s")
	lesson.Figure("longest", "longest queue seen", float64(put.longest), "items")

	switch hardly := total / 10; {
	case producer < hardly && consumer < hardly:
		fmt.Println("hardly anybody waited")
	case producer > consumer:
		fmt.Println("the producers waited for the consumers (back-pressure)")
	default:
		fmt.Println("the consumers waited for the producers")
	}
	if atOnce := (put.worked + taken.worked).Seconds() / total.Seconds(); atOnce > 1.1 {
		fmt.Printf("the work overlapped (concurrent): %.1f at once on average\n", atOnce)
	} else {
		fmt.Println("the work did not overlap")
	}
}

// onceEach checks that no item was lost and none was used twice.
func onceEach(used []int) {
	times := make([]int, *items)
	for _, item := range used {
		times[item]++
	}
	for item, n := range times {
		if n != 1 {
			panic(fmt.Sprintf("item %d was used %d times", item, n))
		}
	}
	fmt.Println("each item was used exactly once")
}

// report prints the tallies and adds them up.
func report(who string, tallies []tally) (all tally) {
	for i, t := range tallies {
		fmt.Printf("%s %d: items %d, waited %.3f s\n", who, i+1, len(t.items), t.waited.Seconds())
		all.items = append(all.items, t.items...)
		all.worked += t.worked
		all.waited += t.waited
		all.longest = max(all.longest, t.longest)
	}
	return all
}
