//go:build !js

package shm_test

import (
	"fmt"

	"github.com/ahiru-dev/ahiru/wasm/proc"
	"github.com/ahiru-dev/ahiru/wasm/shm"
)

// share is what the threads of the example are given.
type share struct {
	Count *shm.Counter
	Lock  *shm.Mutex
}

func init() {
	proc.Register("count with care", func(c *proc.Child) error {
		var s share
		if err := c.Args(&s); err != nil {
			return err
		}
		for range 1000 {
			s.Lock.Lock()
			s.Count.Store(s.Count.Load() + 1)
			s.Lock.Unlock()
		}
		return nil
	})
}

func ExampleGo() {
	count, err := shm.NewCounter()
	if err != nil {
		fmt.Println(err) // shm.ErrNotShared, perhaps
		return
	}
	lock, err := shm.NewMutex()
	if err != nil {
		fmt.Println(err)
		return
	}
	var threads []*shm.Thread
	for range 4 {
		thread, err := shm.Go("count with care", share{count, lock})
		if err != nil {
			fmt.Println(err)
			return
		}
		threads = append(threads, thread)
	}
	for _, thread := range threads {
		if err := thread.Join(); err != nil {
			fmt.Println(err)
		}
	}
	fmt.Println(count.Load())
	// Output: 4000
}
