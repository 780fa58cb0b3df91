package lesson

import (
	"context"
	"runtime/trace"
	"sync"
)

// A row's time of running is a task in the program's execution trace, so that a timeline shows what a board does: all of
// one board under its label.
var running = struct {
	sync.Mutex
	tasks map[[2]string]*trace.Task // by board and row
}{tasks: map[[2]string]*trace.Task{}}

func (b Board) trace(name string, state State) {
	running.Lock()
	defer running.Unlock()
	row := [2]string{b.key, name}
	task := running.tasks[row]
	switch {
	case task == nil && state == Running && trace.IsEnabled():
		_, running.tasks[row] = trace.NewTask(context.Background(), b.label)
	case task != nil && state != Running:
		task.End()
		delete(running.tasks, row)
	}
}
