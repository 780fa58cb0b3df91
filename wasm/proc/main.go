package proc

import (
	"fmt"
	"os"
	"sync/atomic"
)

var mainCalled atomic.Bool

// Main is to be called first in main, in every program that starts processes or threads. Where the program was started
// by [Start], it runs the function that is asked for and ends the process: what follows it in main runs in the first
// process only. It is what `if __name__ == "__main__"` is to Python's multiprocessing.
//
// A program that parses flags does so after Main: its children are started with the same command line.
func Main() {
	if mainCalled.Swap(true) {
		return
	}
	registry.Lock()
	registry.closed = true
	registry.Unlock()
	text, child := os.LookupEnv(variable)
	if !child {
		return
	}
	os.Unsetenv(variable)
	os.Exit(runOrders(text))
}

// runOrders is a child's whole life; it gives the exit status.
func runOrders(text string) int {
	o, err := readOrders(text)
	if err != nil {
		return complain("a child process cannot start", err)
	}
	if err := settle(&o); err != nil {
		return complain("a child process cannot start", err)
	}
	child = o.pid
	c, err := unpack(o.parcel, o.pid)
	if err != nil {
		return complain(o.function, err)
	}
	f, err := find(o.function)
	if err != nil {
		return complain(o.function, err)
	}
	if err := f.run(c); err != nil {
		return complain(o.function, err)
	}
	return 0
}

// complain says what went wrong, in one write, and gives the status for it.
func complain(who string, err error) int {
	os.Stderr.WriteString(fmt.Sprintf("%s: %v\n", who, err))
	return 1
}
