// Mutex has three goroutines take one lock in turn.
package main

import (
	"sync"
	"time"
)

func main() {
	var lock sync.Mutex
	var workers sync.WaitGroup
	for range 3 {
		workers.Go(func() {
			lock.Lock()
			time.Sleep(2 * time.Millisecond)
			lock.Unlock()
		})
	}
	workers.Wait()
}
