package proc

import (
	"strconv"
	"sync/atomic"

	"github.com/ahiru-dev/ahiru/wasm/proc/notice"
)

// What package proc tells in traces; see package notice.

// thing is what the end's pipe is called.
func (e *end) thing() string { return "pipe " + e.number() }

// ends of a pipe, by their names in traces.
func side(reads bool) string {
	if reads {
		return "read"
	}
	return "write"
}

func tellOpen(e *end, reads bool) {
	if notice.On() {
		notice.Text(e.thing(), "open", side(reads))
	}
}

func tellClose(e *end, reads bool) {
	if notice.On() {
		notice.Text(e.thing(), "close", side(reads))
	}
}

// child is the number of this process when another started it.
var child int

var pools atomic.Int64

// nextPool numbers a new pool among all of the run.
func nextPool() string {
	number := strconv.FormatInt(pools.Add(1), 10)
	if child != 0 {
		number = strconv.Itoa(child) + "." + number
	}
	return number
}
