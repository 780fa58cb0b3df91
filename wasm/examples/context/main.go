// Context tells goroutines to stop: by a deadline, and by a cause.
package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

var errClosing = errors.New("the shop closes")

func main() {
	ctx, cancel := context.WithCancelCause(context.Background())
	defer cancel(nil)

	var guests sync.WaitGroup
	for name, patience := range map[string]time.Duration{"Aki": 50 * time.Millisecond, "Bora": time.Hour} {
		guests.Go(func() {
			mine, done := context.WithTimeout(ctx, patience)
			defer done()
			<-mine.Done()
			fmt.Printf("%s leaves: %v\n", name, context.Cause(mine))
		})
	}
	time.Sleep(100 * time.Millisecond)
	cancel(errClosing)
	guests.Wait()
}
