// Thread: a function runs beside its caller.
package main

import (
	"fmt"
	"time"
)

func greet(name string) { fmt.Println("hello from", name) }

func main() {
	go greet("the other one")         // starts, and nobody waits for it
	time.Sleep(50 * time.Millisecond) // when main returns, every goroutine ends
	fmt.Println("main is done")
}
