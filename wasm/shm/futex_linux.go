package shm

import (
	"syscall"
	"time"
	"unsafe"
)

// Operations of futex(2); "private" says that no other process has the memory.
const (
	futexWaitPrivate = 0 | 128
	futexWakePrivate = 1 | 128
)

// futexWait blocks the thread of the operating system, as memory.atomic.wait32 blocks a worker.
func futexWait(word *int32, value int32, timeout time.Duration) Outcome {
	deadline := time.Now().Add(timeout)
	for {
		var limit *syscall.Timespec
		if timeout >= 0 {
			left := syscall.NsecToTimespec(max(0, int64(time.Until(deadline))))
			limit = &left
		}
		_, _, err := syscall.Syscall6(syscall.SYS_FUTEX, uintptr(unsafe.Pointer(word)), futexWaitPrivate, uintptr(uint32(value)),
			uintptr(unsafe.Pointer(limit)), 0, 0)
		switch err {
		case syscall.EAGAIN:
			return Changed
		case syscall.ETIMEDOUT:
			return TimedOut
		case syscall.EINTR: // a signal, such as Go's own for preemption: wait for the rest
		default:
			return Woken
		}
	}
}

func futexWake(word *int32, count int32) int32 {
	woken, _, _ := syscall.Syscall6(syscall.SYS_FUTEX, uintptr(unsafe.Pointer(word)), futexWakePrivate, uintptr(uint32(count)), 0, 0, 0)
	return int32(woken)
}
