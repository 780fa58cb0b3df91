// Deadlock waits for what nobody sends.
package main

import "fmt"

func main() {
	fmt.Println("waiting")
	<-make(chan int)
}
