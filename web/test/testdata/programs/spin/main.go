// Spin prints and then never yields again.
package main

import "fmt"

func main() {
	for i := range 100 {
		fmt.Println("printed before", i)
	}
	fmt.Print("no newline")
	for {
	}
}
