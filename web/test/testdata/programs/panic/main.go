// Panic breaks in a function with a name.
package main

import "fmt"

func fall(m map[string]int) { m["x"] = 1 }

func main() {
	fmt.Println("before")
	fall(nil)
}
