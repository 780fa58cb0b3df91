// Cond has a goroutine wait for a condition, one for a read-write lock, and one for what happens once.
package main

import (
	"sync"
	"time"
)

var (
	lock  sync.RWMutex
	ready = sync.NewCond(&lock)
	once  sync.Once
	set   bool
)

func main() {
	var all sync.WaitGroup
	all.Go(wait)
	all.Go(read)
	all.Go(first)
	all.Go(first)
	time.Sleep(3 * time.Millisecond)
	lock.Lock()
	set = true
	time.Sleep(2 * time.Millisecond)
	ready.Broadcast()
	lock.Unlock()
	all.Wait()
}

func wait() {
	lock.Lock()
	for !set {
		ready.Wait()
	}
	lock.Unlock()
}

func read() {
	time.Sleep(4 * time.Millisecond)
	lock.RLock()
	lock.RUnlock()
}

func first() { once.Do(func() { time.Sleep(2 * time.Millisecond) }) }
