package asyncio

import (
	"context"
	"runtime/trace"
	"strconv"
	"time"
)

// A Kind says what has happened to a task.
type Kind string

const (
	Made   Kind = "made"  // it is ready
	Step   Kind = "step"  // it runs
	Awaits Kind = "await" // it waits, unless what it awaits is nothing: then it is ready again
	Wake   Kind = "wake"  // what it awaited is done, and it is ready
	Ended  Kind = "done"
)

// An Event is what the loop has done with one of its tasks.
type Event struct {
	At   time.Duration // since the loop began
	Kind Kind
	ID   int    // of the task
	Task string // its name
	By   int    // Made: the task that made it, 0 for the first
	On   string // Awaits: a task's name, or such as "sleep" and "gather"; "" for nothing
	OnID int    // Awaits: the task whose result it is, or 0
}

// tell reports an event to whoever observes, and to the trace.
func (l *Loop) tell(kind Kind, t *Task) {
	traced := trace.IsEnabled()
	if l.observe == nil && !traced {
		return
	}
	e := Event{At: l.Time(), Kind: kind, ID: t.id, Task: t.name}
	if kind == Made && l.current != nil {
		e.By = l.current.id
	}
	if kind == Awaits && t.waiter != nil {
		e.On = t.waiter.name()
		if t.waiter.task != nil {
			e.OnID = t.waiter.task.id
		}
	}
	if traced {
		l.note(e)
	}
	if l.observe != nil {
		l.observe(e)
	}
}

// note writes an event into the execution trace, where the timeline reads it: a step as "loop N begin NAME" and, when the
// loop goes on, "loop N end"; the others as "loop N made NAME", "loop N await NAME ON" and so on.
func (l *Loop) note(e Event) {
	verb := string(e.Kind)
	if e.Kind == Step {
		verb = "begin"
	}
	text := verb + " " + e.Task
	if e.On != "" {
		text += " " + e.On
	}
	l.trace(text)
}

// stepped tells the trace that the loop goes on after a step.
func (l *Loop) stepped() {
	if trace.IsEnabled() {
		l.trace("end")
	}
}

func (l *Loop) trace(text string) {
	trace.Log(context.Background(), "ahiru", "loop "+strconv.Itoa(l.number)+" "+text)
}

// woken tells that a task is ready whose future is done.
func (l *Loop) woken(t *Task) {
	if t != nil {
		l.tell(Wake, t)
	}
}
