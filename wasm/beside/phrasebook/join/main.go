// Join: wait until all of several have ended.
package main

import (
	"fmt"
	"sync"
)

func main() {
	squares := make([]int, 3)
	var wg sync.WaitGroup
	for i := range squares {
		wg.Go(func() { squares[i] = i * i }) // since Go 1.25: Add, go and Done in one
	}
	wg.Wait()
	fmt.Println(squares)
}
