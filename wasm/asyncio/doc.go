// Package asyncio is the algorithm of Python's asyncio (PEP 3156, PEP 492) in Go: an event loop with a ready queue and a
// heap of timers, coroutines that run as tasks, futures, cancellation. It is asyncio's algorithm and not asyncio: what
// the tasks do is Go.
//
//	// guest is what async def makes in Python: calling it gives a coroutine, and nothing of it has run.
//	func guest(name string, thinks time.Duration) *asyncio.Coro[string] {
//		return asyncio.Async("guest", func(t *asyncio.Task) (string, error) {
//			if err := asyncio.Sleep(t, thinks); err != nil {
//				return "", err // asyncio.ErrCancelled: somebody cancelled this task
//			}
//			return name, nil
//		})
//	}
//
//	names, err := asyncio.Run(asyncio.Async("main", func(t *asyncio.Task) ([]string, error) {
//		a := asyncio.CreateTask(t, guest("Ahiru", 3*time.Second)) // is ready, and has not begun
//		b := asyncio.CreateTask(t, guest("Kamo", time.Second))
//		return asyncio.Await(t, asyncio.Gather[string](t, a, b)) // here both run, and the order is that of the arguments
//	}))
//
// A coroutine gets the [Task] that runs it, and hands it to whatever it awaits: Python finds the current task by
// itself. What Python throws, a function here returns as its error.
//
// Exactly one of a loop's tasks runs at a time, and another one runs only where that one awaits. The runtime switches
// directly from the loop to the task and back (package iter), so the loop cannot go on meanwhile: whatever blocks
// without awaiting, a read from a pipe or a call of [time.Sleep], freezes the whole loop, as in Python. [Go] and
// [ToThread] are the ways out.
//
// Everything is the same natively and in the page, on any clock of the page. Nothing here takes memory that is shared.
package asyncio
