// Pipe: a channel without room hands over from one to the other.
package main

import "fmt"

// produce may only send: chan<- says so, and the compiler sees to it.
func produce(out chan<- []int) {
	defer close(out)
	for _, n := range []int{6, 28} {
		var divisors []int
		for d := 1; d < n; d++ {
			if n%d == 0 {
				divisors = append(divisors, d)
			}
		}
		out <- divisors
	}
}

func main() {
	pipe := make(chan []int)
	go produce(pipe)
	for divisors := range pipe {
		fmt.Println(divisors)
	}
}
