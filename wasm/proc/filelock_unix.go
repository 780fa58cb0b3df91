//go:build unix

package proc

import (
	"errors"
	"os"
	"strconv"
	"syscall"
)

func (l *FileLock) held() bool { return l.file != nil }

// try asks once. The holder's number stands in the file while it is held: one that is found there was left by the dead.
func (l *FileLock) try() (bool, error) {
	file, err := os.OpenFile(l.path, os.O_RDWR|os.O_CREATE, 0o666)
	if err != nil {
		return false, err
	}
	err = syscall.Flock(int(file.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if err == nil {
		l.orphaned, err = sign(file)
	}
	if err == nil {
		l.file = file
		return true, nil
	}
	_ = file.Close()
	if errors.Is(err, syscall.EWOULDBLOCK) || errors.Is(err, syscall.EINTR) {
		return false, nil
	}
	return false, err
}

func sign(file *os.File) (orphaned bool, err error) {
	about, err := file.Stat()
	if err != nil {
		return false, err
	}
	if err := file.Truncate(0); err != nil {
		return false, err
	}
	_, err = file.WriteAt([]byte(strconv.Itoa(os.Getpid())+"\n"), 0)
	return about.Size() > 0, err
}

// free leaves the file there: who waits has it open.
func (l *FileLock) free() error {
	file := l.file
	l.file = nil
	return errors.Join(file.Truncate(0), file.Close())
}
