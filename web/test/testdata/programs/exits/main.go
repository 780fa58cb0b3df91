// Exits ends with 3, though a deferred call, a timer and another goroutine would end it otherwise.
package main

import (
	"fmt"
	"os"
	"syscall/js"
	"time"
)

func main() {
	fmt.Println("bye") // before the others are there: to print is to wait
	defer os.Exit(4)
	js.Global().Call("setTimeout", js.FuncOf(func(js.Value, []js.Value) any {
		fmt.Println("called after the exit")
		os.Exit(5)
		return nil
	}), 1)
	go func() {
		time.Sleep(time.Millisecond)
		os.Exit(6)
	}()
	os.Exit(3)
}
