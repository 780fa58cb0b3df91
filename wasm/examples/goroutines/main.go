// Goroutines starts ten that wait, and waits for them all: together they take
// as long as one.
package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	start := time.Now()
	var group sync.WaitGroup
	for i := range 10 {
		group.Go(func() {
			time.Sleep(100 * time.Millisecond)
			fmt.Println("goroutine", i, "is done")
		})
	}
	group.Wait()
	fmt.Println("ten waits of 0.1 s took", time.Since(start).Round(time.Millisecond))
}
