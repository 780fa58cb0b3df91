// Stream prints a line, waits, and prints another.
package main

import (
	"fmt"
	"time"
)

func main() {
	fmt.Println("first")
	time.Sleep(300 * time.Millisecond)
	fmt.Println("second")
}
