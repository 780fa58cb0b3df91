package proc

import (
	"errors"
	"io/fs"
	"os"
	"strconv"
	"strings"
	"sync/atomic"
	"syscall"
)

var lockings atomic.Int64

// held: the lock file is a symbolic link, since that comes into being together with what it says, and never over another
// one, as O_EXCL has it. It says "pid-number": no two takings of a lock say the same.
func (l *FileLock) held() bool { return l.name != "" }

func (l *FileLock) try() (bool, error) {
	name := strconv.Itoa(os.Getpid()) + "-" + strconv.FormatInt(lockings.Add(1), 10)
	orphaned, taken, err := take(l.path, name)
	if taken {
		l.name, l.orphaned = name, orphaned
	}
	return taken, err
}

// take asks once for the lock at path. A lock whose holder is dead is taken over, and orphaned says so.
func take(path, name string) (orphaned, taken bool, err error) {
	if err := os.Symlink(name, path); !errors.Is(err, fs.ErrExist) {
		return false, err == nil, err
	}
	holder, err := os.Readlink(path)
	if errors.Is(err, fs.ErrNotExist) {
		return false, false, nil // freed meanwhile
	}
	if err != nil || lives(holder) {
		return false, false, err
	}
	taken, err = inherit(path, holder, name)
	return taken, taken, err
}

// inherit takes over the lock of a dead holder. Of several who found it dead one may do that, who holds the claim, a lock
// like any other, and looks again: another may have taken it over before, and its holder may live by now. The claim becomes
// the lock in one step: were the old one removed first, somebody else could come between and not know who had it before.
func inherit(path, holder, name string) (bool, error) {
	claim := path + "." + holder
	if _, mine, err := take(claim, name); !mine {
		return false, err
	}
	if now, _ := os.Readlink(path); now != holder {
		return false, os.Remove(claim)
	}
	err := os.Rename(claim, path)
	return err == nil, err
}

// lives asks the kernel: it has a file for each process that lives, which may be closed to us, and none for the dead.
func lives(holder string) bool {
	pid, _, _ := strings.Cut(holder, "-")
	if pid == strconv.Itoa(os.Getpid()) {
		return true
	}
	fd, err := syscall.Open("/dev/ahiru/proc/"+pid+"/kill", syscall.O_WRONLY, 0)
	if err != nil {
		return !errors.Is(err, syscall.ENOENT)
	}
	_ = syscall.Close(fd) // which kills nobody: only writing does
	return true
}

func (l *FileLock) free() error {
	l.name = ""
	return os.Remove(l.path)
}
