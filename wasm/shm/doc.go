// Package shm gives threads a memory to share, and what they need to share it well: locks, barriers and operations that
// no other thread can come between. They are real threads that really run at the same time, so without those a plain
// `counter = counter + 1` really loses counts.
//
//	func init() {
//		proc.RegisterFunc("count", func(c *shm.Counter) (struct{}, error) {
//			for range 100000 {
//				c.Store(c.Load() + 1)
//			}
//			return struct{}{}, nil
//		})
//	}
//
//	func main() {
//		proc.Main()
//		counter, err := shm.NewCounter()
//		one, err := shm.Go("count", counter)
//		two, err := shm.Go("count", counter)
//		one.Join()
//		two.Join()
//		fmt.Println(counter.Load()) // 200000, or less
//	}
//
// A thread runs a registered function with an encoded argument, like a process of package proc, because in the page it
// is a worker with an instance of its own, whose variables are its own too. What is shared is shared by handles in the
// argument: [Memory], [Mutex], [Counter], [Barrier]. Whatever waits blocks its whole thread, with all goroutines on it.
//
// Natively the memory is mapped from the system and a thread is a goroutine with a thread of the system to itself. The
// race detector looks at Go's own memory only: -race stays of use for everything else.
//
// # The page
//
// There the memory is one shared WebAssembly.Memory of 64 MiB for the whole run, zeroed at first, and this package
// imports the following functions from the module "shm", which all processes and threads of the run are given over that
// memory. Addresses count bytes and are multiples of 4.
//
//	(module
//	  (import … (memory 1024 1024 shared))
//	  (func (export "load") (param $at i32) (result i32) (i32.load (local.get $at)))
//	  (func (export "store") (param $at i32) (param $value i32) (i32.store (local.get $at) (local.get $value)))
//	  (func (export "add") (param $at i32) (param $delta i32) (result i32)
//	    (i32.atomic.rmw.add (local.get $at) (local.get $delta)))
//	  (func (export "cas") (param $at i32) (param $old i32) (param $value i32) (result i32)
//	    (i32.atomic.rmw.cmpxchg (local.get $at) (local.get $old) (local.get $value)))
//	  (func (export "wait") (param $at i32) (param $value i32) (param $microseconds i32) (result i32)
//	    (memory.atomic.wait32 (local.get $at) (local.get $value)
//	      (i64.mul (i64.extend_i32_s (local.get $microseconds)) (i64.const 1000))))
//	  (func (export "notify") (param $at i32) (param $count i32) (result i32)
//	    (memory.atomic.notify (local.get $at) (local.get $count)))
//	  (func (export "size") (result i32) (i32.shl (memory.size) (i32.const 16))))
//
// A negative number of microseconds waits for ever; wait gives 0 when woken, 1 when the word was not value, 2 when the
// time was up. Where memory cannot be shared the imports exist and trap: they are not called before /dev/ahiru/caps has
// said "shared":true, and everything here fails with [ErrNotShared] instead. The first 64 bytes are this package's own:
// how much is taken, the word that [Block] waits on, how many threads wait without a timeout, and a word that the page
// sets when none of them will ever be woken.
package shm
