// Package notice leaves word in a program's execution trace of what Go's runtime cannot see: locks between workers,
// barriers, pipes, pools. A timeline reads it: its comment on Category is the reference for these messages.
//
// The lesson libraries ask [On] first, which is one load, and do nothing more while no trace is recorded. A thread that
// stands still in shared memory writes nothing: what it told before comes with its next turn, at the moment it had then.
package notice

import (
	"context"
	"runtime/trace"
	"strconv"
)

// category marks these messages among a program's own.
const category = "ahiru"

// On tells whether a trace is being recorded.
func On() bool { return trace.IsEnabled() }

// Tell says what happened to a thing such as "lock 3": "drop".
func Tell(thing, verb string) {
	trace.Log(context.Background(), category, thing+" "+verb)
}

// Text says it with a word that belongs to it: "begin", "square".
func Text(thing, verb, text string) { Tell(thing, verb+" "+text) }

// Number says it with a number: "send", 120.
func Number(thing, verb string, number int) { Tell(thing, verb+" "+strconv.Itoa(number)) }
