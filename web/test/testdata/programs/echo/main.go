// Echo tells what it was started with and ends with the status it is told.
package main

import (
	"fmt"
	"io"
	"os"
	"strconv"
)

func main() {
	wd, err := os.Getwd()
	fmt.Printf("args %q\nenv %q\nwd %q %v\n", os.Args, os.Getenv("GREETING"), wd, err)
	input, err := io.ReadAll(os.Stdin)
	fmt.Printf("stdin %q %v\n", input, err)
	fmt.Fprintln(os.Stderr, "to standard error")
	status, _ := strconv.Atoi(os.Getenv("STATUS"))
	os.Exit(status)
}
