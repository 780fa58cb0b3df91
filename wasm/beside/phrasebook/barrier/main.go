// Barrier: nobody goes on before all have come. Go has none: this is one.
package main

import (
	"fmt"
	"sync"
)

type Barrier struct {
	mu      sync.Mutex
	parties int
	waiting int
	open    chan struct{} // closed when the round's last one has come
}

func NewBarrier(parties int) *Barrier {
	return &Barrier{parties: parties, open: make(chan struct{})}
}

func (b *Barrier) Wait() {
	b.mu.Lock()
	open := b.open
	if b.waiting++; b.waiting == b.parties {
		b.waiting, b.open = 0, make(chan struct{}) // for the next round
		close(open)
	}
	b.mu.Unlock()
	<-open
}

func main() {
	barrier := NewBarrier(3)
	arrived := make(chan string, 6)
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(func() {
			arrived <- "before"
			barrier.Wait()
			arrived <- "after"
		})
	}
	wg.Wait()
	close(arrived)
	for word := range arrived {
		fmt.Println(word)
	}
}
