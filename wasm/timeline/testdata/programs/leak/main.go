// Leak ends while a goroutine waits for what nobody will send.
package main

import "time"

func main() {
	answers := make(chan int)
	for range 3 {
		go ask(answers)
	}
	<-answers
}

func ask(answers chan<- int) {
	time.Sleep(2 * time.Millisecond)
	answers <- 42
}
