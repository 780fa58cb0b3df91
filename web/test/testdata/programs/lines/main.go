// Lines prints as many numbered lines as its argument says, each by itself.
package main

import (
	"fmt"
	"os"
	"strconv"
)

func main() {
	n, err := strconv.Atoi(os.Args[1])
	if err != nil {
		panic(err)
	}
	for i := range n {
		fmt.Println("line", i)
	}
}
