// Gc has the garbage collector work while a goroutine sleeps and another one computes.
package main

import (
	"runtime"
	"time"
)

var kept []byte

func main() {
	go time.Sleep(5 * time.Millisecond)
	for range 20 {
		kept = make([]byte, 1<<16)
	}
	runtime.GC()
	time.Sleep(time.Millisecond)
	runtime.GC()
}
