// Event: several wait for one thing to happen. A closed channel lets all pass.
package main

import (
	"fmt"
	"sync"
)

func main() {
	opened := make(chan struct{})
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(func() {
			<-opened
			fmt.Println("in")
		})
	}
	fmt.Println("the shop opens")
	close(opened)
	wg.Wait()
}
