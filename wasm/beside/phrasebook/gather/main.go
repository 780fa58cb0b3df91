// Gather: run several, and have the results in the order of the arguments.
package main

import (
	"fmt"
	"sync"
	"time"
)

func guest(name string, thinks time.Duration) string {
	time.Sleep(thinks)
	fmt.Println(name, "orders")
	return name + "'s soba"
}

func gather(calls ...func() string) []string {
	results := make([]string, len(calls))
	var wg sync.WaitGroup
	for i, call := range calls {
		wg.Go(func() { results[i] = call() }) // each to its own place
	}
	wg.Wait()
	return results
}

func main() {
	fmt.Println(gather(
		func() string { return guest("Ahiru", 60*time.Millisecond) },
		func() string { return guest("Kamo", 20*time.Millisecond) },
	))
}
