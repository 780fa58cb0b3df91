// Deadlock has two goroutines each hold a lock that the other one wants.
package main

import (
	"sync"
	"time"
)

func main() {
	var fork, knife sync.Mutex
	var guests sync.WaitGroup
	guests.Go(func() { eat(&fork, &knife) })
	guests.Go(func() { eat(&knife, &fork) })
	guests.Wait()
}

func eat(first, second *sync.Mutex) {
	first.Lock()
	time.Sleep(5 * time.Millisecond)
	second.Lock()
}
