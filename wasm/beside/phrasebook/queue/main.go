// Queue: a channel with room. Whoever sends into a full one waits.
package main

import "fmt"

func main() {
	queue := make(chan int, 2)
	go func() {
		defer close(queue) // only the sender closes: nothing more will come
		for n := range 4 {
			queue <- n
		}
	}()
	for n := range queue { // ends when the channel is closed and empty
		fmt.Println("got", n)
	}
}
