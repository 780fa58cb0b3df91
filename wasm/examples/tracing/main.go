// What a program tells of itself with runtime/trace: switch on "Trace runs"
// below, press Run, and look for each order in the timeline.
package main

import (
	"context"
	"fmt"
	"runtime/trace"
	"sync"
	"time"
)

func main() {
	var kitchen sync.WaitGroup
	for i, dish := range []string{"soba", "udon", "ramen"} {
		kitchen.Go(func() { order(dish, time.Duration(i+1)*20*time.Millisecond) })
	}
	kitchen.Wait()
}

// order is a task: work that belongs together, whoever does it.
func order(dish string, wait time.Duration) {
	ctx, task := trace.NewTask(context.Background(), "order")
	defer task.End()
	trace.Log(ctx, "dish", dish)

	bowl := make(chan string)
	go cook(ctx, dish, wait, bowl)
	defer trace.StartRegion(ctx, "serve").End() // a region is a part of one goroutine
	fmt.Println("served:", <-bowl)
}

func cook(ctx context.Context, dish string, wait time.Duration, bowl chan<- string) {
	trace.WithRegion(ctx, "cook", func() {
		trace.WithRegion(ctx, "boil water", func() { time.Sleep(wait) })
		trace.Logf(ctx, "kitchen", "%s goes into the pot after %v", dish, wait)
		trace.WithRegion(ctx, "boil noodles", func() { time.Sleep(wait / 2) })
	})
	bowl <- dish
}
