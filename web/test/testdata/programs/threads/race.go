package main

import (
	"fmt"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/proc"
	"github.com/ahiru-dev/ahiru/wasm/shm"
)

const (
	trials = 20
	each   = 100_000
)

// counting is what a thread is to do, in rounds that begin together.
type counting struct {
	How   string
	Start *shm.Barrier
	Count *shm.Memory // the first word counts
}

func init() {
	proc.RegisterFunc("count", func(c counting) (struct{}, error) { return struct{}{}, c.run() })
}

func (c counting) run() error {
	for range trials {
		if _, err := c.Start.Wait(time.Minute); err != nil {
			return err
		}
		for range each {
			switch c.How {
			case "plain":
				c.Count.Store(0, c.Count.Load(0)+1)
			case "add":
				c.Count.Add(0, 1)
			case "cas":
				for old := c.Count.Load(0); ; old = c.Count.Load(0) {
					if c.Count.CompareAndSwap(0, old, old+1) {
						break
					}
				}
			}
		}
		if _, err := c.Start.Wait(time.Minute); err != nil {
			return err
		}
	}
	return nil
}

// race prints for each way how many of its trials lost counts.
func race() error {
	for _, how := range []string{"plain", "add", "cas"} {
		lost, err := lossy(how)
		if err != nil {
			return err
		}
		fmt.Println(how, lost)
	}
	return nil
}

func lossy(how string) (lost int, err error) {
	const threads = 2
	start, err := shm.NewBarrier(threads + 1)
	if err != nil {
		return 0, err
	}
	count, err := shm.New(1)
	if err != nil {
		return 0, err
	}
	var all []*shm.Thread
	for range threads {
		thread, err := shm.Go("count", counting{how, start, count})
		if err != nil {
			return 0, err
		}
		all = append(all, thread)
	}
	for range trials {
		count.Store(0, 0)
		for range 2 { // they begin, they have ended
			if _, err := start.Wait(time.Minute); err != nil {
				return 0, err
			}
		}
		switch got := count.Load(0); {
		case got > threads*each:
			return 0, fmt.Errorf("counted to %d", got)
		case got < threads*each:
			lost++
		}
	}
	for _, thread := range all {
		if err := thread.Join(); err != nil {
			return 0, err
		}
	}
	return lost, nil
}
