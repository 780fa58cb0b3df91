// Workerpool hands jobs to a few goroutines over one channel and gathers what
// they make of them over another.
package main

import (
	"flag"
	"fmt"
	"sync"
	"time"
)

var (
	workers = flag.Int("workers", 3, "how many goroutines work (1 to 10)")
	jobs    = flag.Int("jobs", 9, "how many jobs there are (1 to 50)")
)

type result struct{ job, worker, square int }

func main() {
	flag.Parse()
	queue := make(chan int)
	results := make(chan result)

	var pool sync.WaitGroup
	for worker := range *workers {
		pool.Go(func() {
			for job := range queue {
				time.Sleep(50 * time.Millisecond) // the work
				results <- result{job, worker, job * job}
			}
		})
	}
	go func() {
		for job := range *jobs {
			queue <- job
		}
		close(queue) // no more jobs: the workers end
		pool.Wait()
		close(results)
	}()

	start := time.Now()
	for r := range results {
		fmt.Printf("worker %d: %d² = %d\n", r.worker, r.job, r.square)
	}
	fmt.Println("took", time.Since(start).Round(10*time.Millisecond))
}
