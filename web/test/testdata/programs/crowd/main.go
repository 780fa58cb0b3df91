// Crowd prints from many goroutines at once.
package main

import (
	"fmt"
	"os"
	"sync"
)

func main() {
	var crowd sync.WaitGroup
	for i := range 20_000 {
		crowd.Go(func() {
			fmt.Println("goroutine", i)
			if _, err := os.Stat("/tmp"); err != nil {
				panic(err)
			}
		})
	}
	crowd.Wait()
	println("done")
}
