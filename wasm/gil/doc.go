// Package gil runs CPython's algorithm for its global interpreter lock, over a real lock word between real threads. It is
// the algorithm, not CPython: there is no interpreter here, and what a thread does between two looks at the lock is
// whatever its program makes of that.
//
//	lock, err := gil.New(gil.DefaultInterval) // a nil *Lock is the lock removed
//
//	func work(lock *gil.Lock) (struct{}, error) { // on a thread of package shm
//		t := lock.Attach() // waits for the lock
//		defer t.Detach()
//		for range 1000 {
//			step()    // what Python code does
//			t.Check() // another thread may run here, and only here
//		}
//		t.Release(read) // lets the others go on meanwhile, as Py_BEGIN_ALLOW_THREADS does
//		return struct{}{}, nil
//	}
//
// The algorithm is that of Antoine Pitrou's new GIL (CPython 3.2, Python/ceval_gil.c, with FORCE_SWITCHING):
//
//   - Who wants the lock waits on a condition, for a switch interval. When that has passed, the lock is held, and its
//     holder is still the same (no switch was counted), it requests the holder to drop the lock. Then it waits again.
//   - The holder looks for such a request now and then ([Thread.Check], CPython's eval breaker), and drops the lock. Then
//     it waits until another thread has taken it: without that forced switch it would often be the next holder itself.
//   - Who lets go by itself ([Thread.Release], [Thread.Detach]) wakes one that waits. Nobody waits in a queue, and the
//     operating system decides who comes next.
//
// So a switch interval is how long a thread waits before it asks, not how long a turn lasts: a holder that does not look
// keeps the lock. Waits well below a millisecond last as long as the system lets them.
package gil
