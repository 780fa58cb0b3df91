// Deadlock takes two locks in two orders. When all goroutines wait, Go's
// runtime says so, and where each of them stands.
package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	var fork, knife sync.Mutex
	var table sync.WaitGroup
	table.Go(func() { eat("Aki", &fork, &knife) })
	table.Go(func() { eat("Bora", &knife, &fork) })
	table.Wait()
}

func eat(name string, first, second *sync.Mutex) {
	first.Lock()
	defer first.Unlock()
	fmt.Println(name, "has one and waits for the other")
	time.Sleep(10 * time.Millisecond)
	second.Lock()
	defer second.Unlock()
	fmt.Println(name, "eats")
}
