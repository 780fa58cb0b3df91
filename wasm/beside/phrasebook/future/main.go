// Future: results and the first error of several calls, and then no more calls.
// golang.org/x/sync/errgroup has the same in one type.
package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
)

func half(ctx context.Context, n int) (int, error) {
	if n%2 != 0 {
		return 0, fmt.Errorf("%d is odd", n)
	}
	return n / 2, ctx.Err()
}

func main() {
	for _, numbers := range [][]int{{4, 8, 2}, {4, 7, 2}} {
		ctx, fail := context.WithCancelCause(context.Background())
		halves := make([]int, len(numbers))
		var wg sync.WaitGroup
		for i, n := range numbers {
			wg.Go(func() {
				h, err := half(ctx, n)
				if err != nil && !errors.Is(err, context.Canceled) {
					fail(err) // the first one counts, and the others may look
				}
				halves[i] = h
			})
		}
		wg.Wait()
		if err := context.Cause(ctx); err != nil {
			fmt.Println("failed:", err)
		} else {
			fmt.Println(halves)
		}
		fail(nil)
	}
}
