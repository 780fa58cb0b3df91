// Lock: one at a time between load and store.
package main

import (
	"fmt"
	"runtime"
	"sync"
)

func main() {
	var mu sync.Mutex
	count := 0
	add := func() {
		mu.Lock()
		defer mu.Unlock()
		loaded := count
		runtime.Gosched() // others may run here, and find the lock taken
		count = loaded + 1
	}
	var wg sync.WaitGroup
	for range 100 {
		wg.Go(add)
	}
	wg.Wait()
	fmt.Println(count)
}
