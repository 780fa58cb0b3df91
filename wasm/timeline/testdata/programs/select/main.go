// Select waits for whichever of two comes first, and in the end for nothing.
package main

import "time"

func main() {
	slow, quick := make(chan string), make(chan string)
	go answer(slow, 8*time.Millisecond)
	go answer(quick, 2*time.Millisecond)
	for range 2 {
		select {
		case <-slow:
		case <-quick:
		case <-time.After(time.Second):
		}
	}
	go func() { select {} }()
	time.Sleep(time.Millisecond)
}

func answer(to chan<- string, after time.Duration) {
	time.Sleep(after)
	to <- "quack"
}
