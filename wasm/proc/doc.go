// Package proc starts functions of this program as processes with a memory of their own, and gives them pipes and
// pools: Python's multiprocessing with its start method "spawn", for Go natively and in the page alike.
//
//	func init() {
//		proc.RegisterFunc("square", func(n int) (int, error) { return n * n, nil })
//	}
//
//	func main() {
//		proc.Main() // first: in a child it runs the function and exits
//		pool, err := proc.NewPool(4)
//		squares, err := proc.Map[int, int](pool, "square", []int{1, 2, 3})
//	}
//
// Functions are started by a name under which they are registered, with an argument that can be encoded, so that
// nothing is shared by chance: a closure over a variable could not reach another process. Arguments, results and the
// messages of pipes are copied and counted. Booleans, numbers, strings, slices, arrays, maps, pointers, structs of
// exported fields and types with MarshalBinary can be encoded; anything else is an error that names it.
//
// Natively a process is this program's own file, run again, with pipes as extra files; what it prints on standard error
// passes through its parent, line by line. A child watches a pipe that its parent holds and ends with it: Linux's
// parent-death signal would come when the parent's thread ends, and threads come and go here. Under Windows, which
// hands no such files on, Start gives an error.
//
// # The page
//
// There a process is a worker with an instance of its own, and the kernel in the jail starts and connects it. This
// package reaches the kernel through files that give and take JSON, one object a line:
//
//   - /dev/ahiru/spawn, for reading and writing. One line is written:
//
//     {"function":"square","args":"<base64>","kind":"process","inherit":["/dev/ahiru/pipe/7/write"],"stdout":""}
//
//     kind is "process" or "thread"; stdout is "" or the path of a pipe's writing end. The first line read is
//     {"pid":3,"startMs":42.1}, once the worker runs the program, or {"error":"sentence"}. The second comes when the
//     child has ended: {"code":0,"reason":""}. The reason is "", "killed" (code 137), a limit's sentence, or the first
//     line that the child's runtime printed of a panic or a fatal error, as printed: "panic: quack" (code 2). It must
//     not come before all that the child printed.
//
//   - The child is the same program with the same command line and environment, and with AHIRU_PROC in it:
//     {"function":"square","args":"<the same base64>","pid":3}. What args holds is this package's affair. It has
//     about 1.5 kB at most, and 40 bytes more for each inherited end: longer arguments go through a pipe.
//
//   - /dev/ahiru/proc/<pid>/kill: whatever is written ends the process. When it has ended, the file may be missing.
//
//   - /dev/ahiru/pipe gives {"read":"/dev/ahiru/pipe/7/read","write":"/dev/ahiru/pipe/7/write"}; until it is closed,
//     neither end of that pipe counts as closed. Both are opened at once. An end named in inherit or stdout counts as
//     open from the reply to spawn until the child closes it or ends; a child opens every end it inherits before it
//     runs its function.
//
//   - A read gives what is there, waits when nothing is, and gives no bytes at the end. A write waits while 64 KiB lie
//     unread, fails with EPIPE when no reading end is open, and is not parted by another process's. Closing a
//     descriptor ends the reads and writes that wait on it (EBADF): that is how a [Reader] hangs up.
package proc
