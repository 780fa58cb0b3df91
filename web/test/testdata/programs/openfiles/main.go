// Openfiles opens files until it may not, then closes one and opens again.
package main

import (
	"errors"
	"fmt"
	"os"
	"syscall"
)

func main() {
	var open []*os.File
	for {
		f, err := os.Create(fmt.Sprintf("/tmp/%d", len(open)))
		if err != nil {
			fmt.Println(len(open), errors.Is(err, syscall.EMFILE), err)
			break
		}
		open = append(open, f)
	}
	open[7].Close()
	_, err := os.Open("/tmp/7")
	fmt.Println("after closing one:", err)
}
