// Timer is woken by a ticker and names what it does: a task, its regions and a log.
package main

import (
	"context"
	"runtime/trace"
	"time"
)

func main() {
	ctx, task := trace.NewTask(context.Background(), "boil eggs")
	ticker := time.NewTicker(2 * time.Millisecond)
	for range 3 {
		region := trace.StartRegion(ctx, "one egg")
		<-ticker.C
		region.End()
	}
	trace.Log(ctx, "kitchen", "all boiled")
	task.End()
	done := make(chan bool)
	time.AfterFunc(time.Millisecond, func() { close(done) })
	<-done
}
