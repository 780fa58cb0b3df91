// Tasks go from goroutine to goroutine, have regions inside one another, and leave messages.
package main

import (
	"context"
	"runtime/trace"
	"sync"
	"time"
)

func main() {
	ctx, order := trace.NewTask(context.Background(), "order")
	trace.Log(ctx, "guest", "two bowls of 蕎麦")
	var cooks sync.WaitGroup
	for range 2 {
		cooks.Go(func() { cook(ctx) })
	}
	trace.WithRegion(ctx, "wait for the cooks", cooks.Wait)
	order.End()
	order.End() // twice is once
	trace.StartRegion(context.Background(), "sweep")
	trace.NewTask(context.Background(), "never done")
	done := make(chan bool)
	go func() {
		defer close(done)
		trace.StartRegion(context.Background(), "cut short")
		time.Sleep(time.Millisecond)
	}()
	<-done
}

func cook(ctx context.Context) {
	ctx, bowl := trace.NewTask(ctx, "bowl")
	defer bowl.End()
	defer trace.StartRegion(ctx, "cook").End()
	trace.WithRegion(ctx, "boil", func() { time.Sleep(time.Millisecond) })
	trace.WithRegion(ctx, "serve", func() {
		trace.Logf(ctx, "cook", "%d minutes", 3)
		trace.WithRegion(ctx, "carry", func() { time.Sleep(time.Millisecond) })
	})
}
