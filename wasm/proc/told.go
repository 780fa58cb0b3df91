package proc

import (
	"path/filepath"
	"strconv"
	"strings"
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

// lockThing is what the lock of a file is called, by all that agree on the file.
func lockThing(path string) string {
	if whole, err := filepath.Abs(path); err == nil {
		path = whole
	}
	return "lock " + strings.ReplaceAll(path, " ", "_")
}

// A telling is what is told of one wish for the lock of a file. The zero telling has told nothing.
type telling struct {
	round  notice.Round
	begun  bool
	waited string // for what, "" before that
}

func (t *telling) begin(path string) (thing string) {
	thing = lockThing(path)
	if !t.begun {
		t.begun, t.round = true, notice.Begin(thing)
	}
	return thing
}

func (t *telling) wait(path string) {
	if t.waited == "" && notice.On() {
		t.waited = t.begin(path)
		t.round.Wait()
	}
}

func (t *telling) take(path string) {
	if notice.On() {
		t.begin(path)
		t.round.Take()
	}
}

// giveUp says that it goes on without the lock.
func (t *telling) giveUp() {
	if t.waited != "" && notice.On() {
		t.round.Leave()
	}
}

func tellDrop(path string) {
	if notice.On() {
		notice.Drop(lockThing(path))
	}
}
