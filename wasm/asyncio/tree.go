package asyncio

import "strings"

// Tree shows who awaits whom at this moment, a line for each task that is not done:
//
//	Task-1 main() awaits gather
//	├── Ahiru guest() > think() awaits sleep
//	└── Kamo guest() is ready
//
// A task stands below the one that awaits it, and at the margin when nobody does. Coroutines that await one another in one
// task stand in one line.
func (l *Loop) Tree() string {
	w := treeWriter{shown: map[*Task]bool{}}
	all := l.all()
	awaited := map[*Task]bool{}
	for _, t := range all {
		for _, other := range t.awaits() {
			awaited[other] = true
		}
	}
	for _, t := range all {
		if !awaited[t] {
			w.write(t, "", "")
		}
	}
	for _, t := range all { // what is left awaits one another in a circle
		w.write(t, "", "")
	}
	return w.text.String()
}

type treeWriter struct {
	text  strings.Builder
	shown map[*Task]bool
}

func (w *treeWriter) write(t *Task, margin, below string) {
	if w.shown[t] {
		return
	}
	w.shown[t] = true
	w.text.WriteString(margin + t.name + " " + strings.Join(t.stack, "() > ") + "() " + t.doing() + "\n")
	under := t.awaits()
	for i, other := range under {
		if i == len(under)-1 {
			w.write(other, below+"└── ", below+"    ")
		} else {
			w.write(other, below+"├── ", below+"│   ")
		}
	}
}

func (t *Task) doing() string {
	switch {
	case t.loop.current == t:
		return "runs"
	case t.waiter != nil && !t.waiter.done():
		return "awaits " + t.waiter.name()
	}
	return "is ready"
}

// awaits gives the tasks that this one waits for.
func (t *Task) awaits() (tasks []*Task) {
	if t.waiter == nil || t.loop.current == t {
		return nil
	}
	return t.waiter.pendingTasks()
}

func (f *core) pendingTasks() (tasks []*Task) {
	if f.done() {
		return nil
	}
	if f.task != nil {
		return []*Task{f.task}
	}
	for _, part := range f.parts {
		tasks = append(tasks, part.pendingTasks()...)
	}
	return tasks
}
