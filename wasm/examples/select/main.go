// Select takes whichever channel is ready first, and gives up after a while.
package main

import (
	"fmt"
	"time"
)

func main() {
	quick := after(50*time.Millisecond, "quick")
	slow := after(150*time.Millisecond, "slow")
	timeout := time.After(400 * time.Millisecond)
	for {
		select {
		case word := <-quick:
			fmt.Println("received", word)
		case word := <-slow:
			fmt.Println("received", word)
		case <-timeout:
			fmt.Println("nothing more came")
			return
		}
	}
}

// after sends one word, later.
func after(d time.Duration, word string) <-chan string {
	c := make(chan string)
	go func() {
		time.Sleep(d)
		c <- word
	}()
	return c
}
