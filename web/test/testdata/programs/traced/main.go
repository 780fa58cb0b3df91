// Traced sleeps longer than the tracer's period, then deadlocks.
package main

import (
	"fmt"
	"time"
)

func main() {
	for range 3 {
		time.Sleep(250 * time.Millisecond)
		fmt.Println("slept")
	}
	time.Sleep(1200 * time.Millisecond)
	fmt.Println("slept longer")
	<-make(chan int)
}
