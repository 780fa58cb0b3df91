// Block has goroutines wait for one another at a channel without room.
package main

import "time"

func main() {
	numbers := make(chan int)
	done := make(chan bool)
	go produce(numbers)
	go func() {
		for n := range numbers {
			time.Sleep(time.Duration(n) * time.Millisecond)
		}
		close(done)
	}()
	<-done
}

func produce(numbers chan<- int) {
	for n := range 4 {
		numbers <- n
	}
	close(numbers)
}
