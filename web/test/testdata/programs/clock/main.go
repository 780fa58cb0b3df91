// Command clock shows what time and chance a run has: one mode for each question.
package main

import (
	"fmt"
	"math/rand"
	"os"
	"runtime"
	"sync"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/proc"
	"github.com/ahiru-dev/ahiru/wasm/shm"
)

func init() {
	proc.RegisterFunc("nap", func(ms int) (time.Duration, error) {
		began := time.Now()
		time.Sleep(time.Duration(ms) * time.Millisecond)
		return time.Since(began), nil
	})
	proc.RegisterFunc("block", func(ms int) (struct{}, error) {
		return struct{}{}, shm.Block(time.Duration(ms) * time.Millisecond)
	})
	proc.Register("silent", func(c *proc.Child) error {
		w, err := c.Writer(0)
		check(err)
		time.Sleep(time.Second)
		return w.Send(true)
	})
	proc.RegisterFunc("meet", func(b *shm.Barrier) (struct{}, error) {
		time.Sleep(50 * time.Millisecond)
		_, err := b.Wait(shm.Forever)
		return struct{}{}, err
	})
	proc.RegisterFunc("draw", func(int) (uint64, error) { return rand.Uint64(), nil })
}

func main() {
	proc.Main()
	modes := map[string]func(){
		"sleeps": sleeps, "loop": loop, "spin": spin, "chance": chance, "poll": poll, "day": day,
		"naps": naps, "pipes": pipes, "threads": threads, "barrier": barrier, "late": late,
		"nap": nap, "stuck": stuck, "stuck-pipe": stuckPipe, "draws": draws, "ticks": ticks, "blocked": blocked,
		"working": working,
	}
	modes[os.Args[1]]()
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}

// sleeps sleeps ten times 0.1 s.
func sleeps() {
	began := time.Now()
	for range 10 {
		time.Sleep(100 * time.Millisecond)
	}
	fmt.Println(time.Since(began))
}

func nap() {
	began := time.Now()
	time.Sleep(300 * time.Millisecond)
	fmt.Println(time.Since(began).Milliseconds())
}

// loop computes for 300 ms of its clock, and prints the longest time between two looks at it.
func loop() {
	fmt.Println("begun")
	began := time.Now()
	last, longest := began, time.Duration(0)
	for time.Since(began) < 300*time.Millisecond {
		now := time.Now()
		longest = max(longest, now.Sub(last))
		last = now
	}
	fmt.Println(time.Since(began).Microseconds(), longest.Microseconds())
}

func spin() {
	fmt.Println("begun")
	for {
	}
}

// ticks prints a line every 20 ms of its clock.
func ticks() {
	for i := range 1000 {
		fmt.Println(i)
		time.Sleep(20 * time.Millisecond)
	}
}

// poll never sleeps: it looks at the clock until 0.1 s have passed.
func poll() {
	began := time.Now()
	for time.Since(began) < 100*time.Millisecond {
		runtime.Gosched()
	}
	fmt.Println("passed")
}

func day() { fmt.Println(time.Now().UTC().Format(time.RFC3339Nano)) }

// chance prints what select, maps, math/rand and the order of goroutines that sleep decide.
func chance() {
	began := time.Now()
	var mu sync.Mutex
	var wg sync.WaitGroup
	say := func(args ...any) {
		mu.Lock()
		defer mu.Unlock()
		fmt.Println(args...)
	}
	a, b := make(chan int), make(chan int)
	for i := range 4 {
		wg.Go(func() {
			time.Sleep(time.Duration(rand.Intn(50)) * time.Millisecond)
			select {
			case a <- i:
			case b <- i:
			}
		})
	}
	wg.Go(func() {
		for range 4 {
			select {
			case n := <-a:
				say("a", n, time.Since(began))
			case n := <-b:
				say("b", n, time.Since(began))
			}
		}
	})
	wg.Wait()
	for key := range map[string]int{"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9} {
		fmt.Print(key, " ")
	}
	fmt.Println(rand.Uint64(), time.Now().UnixNano())
}

func draws() {
	pool, err := proc.NewPool(1)
	check(err)
	seen, err := proc.Map[int, uint64](pool, "draw", []int{0})
	check(err)
	fmt.Println(rand.Uint64(), seen[0])
}

// naps has four processes sleep 0.4, 0.3, 0.2 and 0.1 s at the same time.
func naps() {
	pool, err := proc.NewPool(4)
	check(err)
	began := time.Now()
	took, err := proc.Map[int, time.Duration](pool, "nap", []int{400, 300, 200, 100})
	check(err)
	fmt.Println(took, time.Since(began))
}

// working has two processes sleep 0.4 s, once both stand.
func working() {
	pool, err := proc.NewPool(2)
	check(err)
	fmt.Println("begun")
	took, err := proc.Map[int, time.Duration](pool, "nap", []int{400, 400})
	check(err)
	fmt.Println(took[0].Milliseconds(), took[1].Milliseconds())
}

// pipes waits for a message with a timeout that is too short, and then with one that is not.
func pipes() {
	r, w, err := proc.Pipe()
	check(err)
	_, err = proc.Start("silent", 0, proc.Inherit(w))
	check(err)
	check(w.Close())
	began := time.Now()
	soon, err := r.Poll(300 * time.Millisecond)
	check(err)
	first := time.Since(began)
	then, err := r.Poll(5 * time.Second)
	check(err)
	fmt.Println(soon, first, then, time.Since(began))
}

// threads blocks one thread ten times, and then ten threads once.
func threads() {
	began := time.Now()
	for range 10 {
		check(shm.Block(100 * time.Millisecond))
	}
	alone := time.Since(began)
	var all []*shm.Thread
	began = time.Now()
	for range 4 {
		thread, err := shm.Go("block", 100)
		check(err)
		all = append(all, thread)
	}
	for _, thread := range all {
		check(thread.Join())
	}
	fmt.Println(alone, time.Since(began))
}

func barrier() {
	b, err := shm.NewBarrier(3)
	check(err)
	began := time.Now()
	for range 2 {
		_, err := shm.Go("meet", b)
		check(err)
	}
	_, err = b.Wait(5 * time.Second)
	fmt.Println(err, time.Since(began))
}

// late waits at a barrier to which nobody comes.
func late() {
	b, err := shm.NewBarrier(2)
	check(err)
	began := time.Now()
	_, err = b.Wait(250 * time.Millisecond)
	fmt.Println(err, time.Since(began))
}

// blocked has a thread block for half a second of its clock.
func blocked() {
	fmt.Println("begun")
	began := time.Now()
	check(shm.Block(500 * time.Millisecond))
	fmt.Println(time.Since(began).Milliseconds())
}

func stuck() {
	time.Sleep(time.Hour)
	<-make(chan int)
}

// stuckPipe waits for what nobody sends: it holds the writing end itself, and the child ends without a word.
func stuckPipe() {
	r, w, err := proc.Pipe()
	check(err)
	_, err = proc.Start("nap", 1000)
	check(err)
	soon, err := r.Poll(2 * time.Second)
	fmt.Println(soon, err)
	var v bool
	fmt.Println(r.Recv(&v), w)
}
