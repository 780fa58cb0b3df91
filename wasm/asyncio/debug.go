package asyncio

import (
	"fmt"
	"reflect"
	"runtime"
	"time"
)

// reportSlow says what asyncio's debug mode says of a callback that kept the loop.
func (l *Loop) reportSlow(h *handle, took time.Duration) {
	what := "<Handle " + nameOf(h.run) + "()>"
	if h.task != nil {
		what = h.task.String()
	} else if h.timer != nil {
		what = "<TimerHandle " + nameOf(h.run) + "()>"
	}
	fmt.Fprintf(l.log, "Executing %s took %.3f seconds\n", what, took.Seconds())
}

func nameOf(f func()) string { return runtime.FuncForPC(reflect.ValueOf(f).Pointer()).Name() }
