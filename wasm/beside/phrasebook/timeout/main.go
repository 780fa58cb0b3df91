// Timeout: give up, and tell who works that nobody waits any more.
package main

import (
	"context"
	"fmt"
	"time"
)

func slow(ctx context.Context) (string, error) {
	select {
	case <-time.After(time.Hour):
		return "soba", nil
	case <-ctx.Done(): // cancelled, or out of time
		return "", ctx.Err()
	}
}

func main() {
	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer cancel()
	if _, err := slow(ctx); err != nil {
		fmt.Println("gave up")
	}
}
