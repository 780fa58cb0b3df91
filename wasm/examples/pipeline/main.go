// Pipeline is stages that hand values on over channels: numbers, their
// squares, and those that are even.
package main

import "fmt"

func main() {
	for n := range even(square(count(10))) {
		fmt.Println(n)
	}
}

func count(n int) <-chan int {
	return stage(func(out chan<- int) {
		for i := range n {
			out <- i
		}
	})
}

func square(in <-chan int) <-chan int {
	return stage(func(out chan<- int) {
		for n := range in {
			out <- n * n
		}
	})
}

func even(in <-chan int) <-chan int {
	return stage(func(out chan<- int) {
		for n := range in {
			if n%2 == 0 {
				out <- n
			}
		}
	})
}

// stage runs work in a goroutine of its own and closes what it writes to.
func stage(work func(out chan<- int)) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		work(out)
	}()
	return out
}
