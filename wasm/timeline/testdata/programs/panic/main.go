// Panic fails in a goroutine while another one works.
package main

import "time"

func main() {
	go fail()
	time.Sleep(time.Second)
}

func fail() {
	time.Sleep(3 * time.Millisecond)
	var none map[string]int
	none["duck"] = 1
}
