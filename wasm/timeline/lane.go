package timeline

import (
	"path"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/exp/trace"
)

// The states of a goroutine, as the page's palette has them.
const (
	stateRunning  = "running"
	stateRunnable = "runnable"
	stateBlocked  = "blocked"
	stateSleeping = "sleeping"
	stateDone     = "done"
)

// A lane is what is known of one goroutine.
type lane struct {
	stream *Stream
	id     trace.GoID
	entry  Frame // the function that it began with

	born    trace.Time
	isBorn  bool // in this trace, and not before it
	maker   trace.GoID
	madeAt  int
	told    string // what it waits for by its own account, natively in calls that the runtime sees too
	task    string // of an event loop, that runs here
	regions []int  // that have not ended, by their numbers in the stream, the innermost last
	before  int    // how many have ended that had begun before the trace
	leaked  bool   // the runtime says that nothing can wake it

	spans []span
	state string // "" before anything is known
	since trace.Time
	why   string
	stack int // where it was seen last
}

type span struct {
	start, end trace.Time
	state, why string
	stack      int
}

// enter ends the state before and begins another.
func (l *lane) enter(at trace.Time, state, why string, stack int) {
	l.end(at)
	l.state, l.since, l.why, l.stack = state, at, why, stack
	if state == stateDone {
		l.spans = append(l.spans, span{at, at, stateDone, "", stack})
	}
}

// end keeps the state before as a span, unless it took no time.
func (l *lane) end(at trace.Time) {
	if l.state != "" && l.state != stateDone && at > l.since {
		l.spans = append(l.spans, span{l.since, at, l.state, l.why, l.stack})
	}
}

// learn takes the goroutine's function from a stack. Where package sync started it, the function that it was given
// tells more; it is known as soon as it has been seen on a stack.
func (l *lane) learn(frames []Frame) {
	if len(frames) == 0 || l.entry.Func != "" && !isStarter(l.entry) {
		return
	}
	for _, f := range slices.Backward(frames) {
		if l.entry = f; !isStarter(f) {
			return
		}
	}
}

// isStarter tells functions that others hand theirs to, so that those run in a goroutine or a coroutine.
func isStarter(f Frame) bool {
	for _, prefix := range []string{"sync.(*WaitGroup).Go.", "runtime.corostart", "iter.Pull", libraries + "asyncio."} {
		if strings.HasPrefix(f.Func, prefix) {
			return true
		}
	}
	return strings.Contains(f.Func, "errgroup.(*Group).Go") || strings.Contains(f.Func, "errgroup.(*Group).TryGo")
}

// hidden tells goroutines of the runtime, of its tracer and of the page's event loop, which no reader started.
func (l *lane) hidden() bool {
	name := l.entry.Func
	switch {
	case l.isMain():
		return false
	case path.Base(l.entry.File) == companion:
		return true
	}
	for _, prefix := range []string{"runtime.", "runtime/trace.", "syscall/js.", "internal/runtime/"} {
		if strings.HasPrefix(name, prefix) {
			return true
		}
	}
	return name == "" // nothing was ever heard of it but that it waits
}

// kind tells what the lesson libraries start for themselves from what the program did.
func (l *lane) kind() string {
	if !l.isMain() && isLessonLibrary(l.entry.Func) {
		return "library"
	}
	return "program"
}

// libraries is where the lesson libraries stand, which are beside this package.
var libraries = path.Dir(reflect.TypeFor[Timeline]().PkgPath()) + "/"

// isLessonLibrary tells functions of the packages that lessons import.
func isLessonLibrary(name string) bool {
	rest, ours := strings.CutPrefix(name, libraries)
	end := strings.IndexAny(rest, "./")
	return ours && end > 0 && slices.Contains(lessonLibraries, rest[:end])
}

var lessonLibraries = []string{"proc", "shm", "gil", "futures", "asyncio", "jobs", "lesson"}

// name is the function without what is the same for all: "worker", "main", "queue.produce".
func (l *lane) name() string {
	switch {
	case l.task != "":
		return l.task
	case l.isMain() && l.stream.name != "":
		return path.Base(l.stream.name) // what its process or thread was started for
	}
	return l.function()
}

func (l *lane) function() string {
	if l.isMain() {
		return "main"
	}
	return strings.TrimPrefix(path.Base(l.begunBy().Func), "main.")
}

// begunBy is the function that it began with. One that never stopped was seen on no stack, so that where a function of
// package sync stands for it there is only who called that.
func (l *lane) begunBy() Frame {
	if !isStarter(l.entry) {
		return l.entry
	}
	for _, f := range l.stream.timeline.stacks.frames(l.madeAt) {
		if !strings.HasPrefix(f.Func, "sync.") && !isStarter(f) {
			return f
		}
	}
	return l.entry
}

// isMain tells the goroutine that runs main, which is the first of every program.
func (l *lane) isMain() bool { return l.id == 1 }

func (l *lane) fullID() string { return laneID(l.stream.worker, l.id) }

// group is what lanes of one function and worker have in common.
func (l *lane) group() string { return strconv.Itoa(l.stream.worker) + "·" + l.function() }

// laneID names a goroutine among those of all instances: "2·G7".
func laneID(worker int, id trace.GoID) string {
	return strconv.Itoa(worker) + "·G" + strconv.FormatInt(int64(id), 10)
}
