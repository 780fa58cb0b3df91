// Hello is the smallest program that says something.
package main

import "fmt"

func main() {
	fmt.Println("Hello, 世界, 세계!")
}
