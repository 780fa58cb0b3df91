// Race loses updates: between reading the counter and writing it, each
// goroutine lets the others run. A lock around the three steps keeps them all.
package main

import (
	"flag"
	"fmt"
	"runtime"
	"sync"
)

var lock = flag.Bool("lock", false, "hold a lock while counting")

func main() {
	flag.Parse()
	var (
		counter int
		mutex   sync.Mutex
		group   sync.WaitGroup
	)
	for range 10 {
		group.Go(func() {
			for range 1000 {
				if *lock {
					mutex.Lock()
				}
				seen := counter
				runtime.Gosched() // in this page goroutines take turns only where they wait or yield
				counter = seen + 1
				if *lock {
					mutex.Unlock()
				}
			}
		})
	}
	group.Wait()
	fmt.Printf("want: %d, got: %d\n", 10*1000, counter)
}
