// Package futures runs functions on a pool of threads or of processes, whichever is behind one interface: Python's
// concurrent.futures (PEP 3148) for Go, natively and in the page alike.
//
//	func init() {
//		futures.Register("square", func(n int) (int, error) { return n * n, nil })
//	}
//
//	func main() {
//		proc.Main() // first: in a worker it serves the pool and exits
//		pool, err := futures.NewProcessPool(4) // or NewThreadPool: nothing else changes
//		defer pool.Shutdown()
//		for square, err := range futures.Map[int](pool, "square", []int{1, 2, 3}) {
//			fmt.Println(square, err)
//		}
//	}
//
// A function is named, and its argument and result are copied, on threads as well: what runs on one pool runs on the
// other. What can be copied is what package proc can encode. Handles of package shm are among it, so that threads can
// share memory; a process that is given one fails the call.
//
// Threads here have no interpreter lock: unlike Python's, they compute at the same time as well.
package futures
