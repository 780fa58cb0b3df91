// Semaphore: no more than two at once. A channel with room for two counts them.
package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	room := make(chan struct{}, 2)
	var mu sync.Mutex
	now, most := 0, 0
	count := func(change int) {
		mu.Lock()
		defer mu.Unlock()
		now += change
		most = max(most, now)
	}
	var wg sync.WaitGroup
	for range 6 {
		wg.Go(func() {
			room <- struct{}{} // waits while two are in
			defer func() { <-room }()
			count(+1)
			time.Sleep(10 * time.Millisecond)
			count(-1)
		})
	}
	wg.Wait()
	fmt.Println("at once:", most)
}
