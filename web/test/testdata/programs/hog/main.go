// Hog allocates without end.
package main

import "fmt"

func main() {
	fmt.Println("begin")
	var all [][]byte
	for {
		part := make([]byte, 16<<20)
		for i := range part {
			part[i] = byte(i)
		}
		all = append(all, part)
		if len(all) > 1000 {
			fmt.Println("a thousand parts")
		}
	}
}
