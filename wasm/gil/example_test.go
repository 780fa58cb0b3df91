//go:build !js

package gil_test

import (
	"fmt"

	"github.com/ahiru-dev/ahiru/wasm/gil"
	"github.com/ahiru-dev/ahiru/wasm/proc"
	"github.com/ahiru-dev/ahiru/wasm/shm"
)

// interpreter is what the threads of the example share.
type interpreter struct {
	Lock  *gil.Lock
	Count *shm.Counter
}

func init() {
	proc.RegisterFunc("count under the lock", func(i interpreter) (struct{}, error) {
		t := i.Lock.Attach()
		defer t.Detach()
		for range 1000 {
			i.Count.Store(i.Count.Load() + 1) // nobody looks at the lock in between
			t.Check()
		}
		return struct{}{}, nil
	})
}

func ExampleLock() {
	lock, err := gil.New(gil.DefaultInterval)
	if err != nil {
		fmt.Println(err) // shm.ErrNotShared, perhaps
		return
	}
	count, err := shm.NewCounter()
	if err != nil {
		fmt.Println(err)
		return
	}
	var threads []*shm.Thread
	for range 4 {
		thread, err := shm.Go("count under the lock", interpreter{lock, count})
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
