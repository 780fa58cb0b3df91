//go:build !js

package shm

import (
	"sync"
	"sync/atomic"
	"time"
	"unsafe"
)

// notShared is what ErrNotShared says; natively memory is always shared.
const notShared = "memory cannot be shared here"

// arenaBytes is what threads share: as much as the page has.
const arenaBytes = 64 << 20

// arena is the memory, from its first use on.
var arena []int32

// shared maps the memory.
var shared = sync.OnceValue(func() error {
	bytes, err := mapMemory(arenaBytes)
	if err == nil {
		arena = unsafe.Slice((*int32)(unsafe.Pointer(&bytes[0])), arenaBytes/4)
	}
	return err
})

func size() int32 { return arenaBytes }

// Plain accesses stand in functions of their own: `x = x + 1` is then a load, an addition and a store here too, where
// a compiler would make one instruction of it that some processors do at once.

//go:noinline
func load(at int32) int32 { return arena[at>>2] }

//go:noinline
func store(at, value int32) { arena[at>>2] = value }

func add(at, delta int32) (before int32) { return atomic.AddInt32(&arena[at>>2], delta) - delta }

func compareAndSwap(at, old, value int32) (found int32) {
	for {
		if atomic.CompareAndSwapInt32(&arena[at>>2], old, value) {
			return old
		}
		if found = atomic.LoadInt32(&arena[at>>2]); found != old {
			return found
		}
	}
}

func swap(at, value int32) (before int32) { return atomic.SwapInt32(&arena[at>>2], value) }

func wait(at, value int32, timeout time.Duration) Outcome {
	return futexWait(&arena[at>>2], value, timeout)
}

func notify(at, count int32) (woken int32) { return futexWake(&arena[at>>2], count) }
