//go:build unix

package proc

import (
	"strconv"
	"syscall"
)

// number tells the end's pipe from others of the run, in traces: both ends of a pipe are one file.
func (e *end) number() string {
	conn, err := e.SyscallConn()
	if err != nil {
		return "0"
	}
	var stat syscall.Stat_t
	if conn.Control(func(fd uintptr) { err = syscall.Fstat(int(fd), &stat) }) != nil || err != nil {
		return "0" // it is closed
	}
	return strconv.FormatUint(uint64(stat.Ino), 10)
}
