//go:build unix

package proc

import (
	"fmt"
	"os"
	"syscall"
)

// duplicate gives a second descriptor for what a file has open, to be handed to a child. Handing over the file itself
// would set both processes' ends to blocking, and a Close could not end a read that waits.
func duplicate(file *os.File) (*os.File, error) {
	conn, err := file.SyscallConn()
	if err != nil {
		return nil, err
	}
	var fd int
	var failed error
	err = conn.Control(func(of uintptr) {
		syscall.ForkLock.RLock() // no child starts between the next two calls
		defer syscall.ForkLock.RUnlock()
		if fd, failed = syscall.Dup(int(of)); failed == nil {
			syscall.CloseOnExec(fd)
		}
	})
	if err == nil {
		err = failed
	}
	if err != nil {
		return nil, fmt.Errorf("duplicating a pipe end: %w", err)
	}
	return os.NewFile(uintptr(fd), file.Name()), nil
}

// takeOver makes a file of a descriptor that this process was started with. Its own children do not get it unasked.
func takeOver(fd int, name string) (*os.File, error) {
	syscall.CloseOnExec(fd)
	if err := syscall.SetNonblock(fd, true); err != nil {
		return nil, fmt.Errorf("descriptor %d: %w", fd, err)
	}
	return os.NewFile(uintptr(fd), name), nil
}
