package proc

import (
	"errors"
	"fmt"
	"os"
	"time"
)

// A FileLock is a lock between the processes of one machine, by the name of a file that they agree on. It is advisory: who
// does not ask for it is not stopped. A holder that dies frees it, and the next one is told (see [FileLock.Orphaned]): what
// the lock protects may have been left half done.
//
// Natively it is flock(2) on the file. In the page, where there is no flock, the file is the lock: making it exclusively is
// taking it, and it names its holder, which the kernel is asked for when it stands in the way. Waiting is asking again, so
// who waits longest is not sure to be next. A FileLock belongs to one goroutine at a time.
type FileLock struct {
	path     string
	file     *os.File // natively: open while held
	name     string   // in the page: what the file says while held
	orphaned bool
}

// ErrLocked: the lock was held for as long as there was time to wait.
var ErrLocked = errors.New("another process holds the lock")

// Times between two askings for a lock.
const (
	firstAsking  = 200 * time.Microsecond
	slowestAsker = 5 * time.Millisecond
)

// NewFileLock gives the lock with this file's name; it is not held. The file is to be used for nothing else: the data that
// it protects stand in another one, since what is renamed or removed takes its lock with it.
func NewFileLock(path string) *FileLock { return &FileLock{path: path} }

// Lock waits for the lock, at most as long as timeout; [Forever], and any negative one, waits without end. Errors:
// [ErrLocked], and those of the file system.
func (l *FileLock) Lock(timeout time.Duration) error {
	if l.held() {
		return fmt.Errorf("locking %s: it is held here already", l.path)
	}
	var told telling
	if err := l.wait(timeout, &told); err != nil {
		told.giveUp()
		return fmt.Errorf("locking %s: %w", l.path, err)
	}
	told.take(l.path)
	return nil
}

func (l *FileLock) wait(timeout time.Duration, told *telling) error {
	begun := time.Now()
	for pause := firstAsking; ; pause = min(2*pause, slowestAsker) {
		taken, err := l.try()
		switch {
		case taken || err != nil:
			return err
		case timeout >= 0 && time.Since(begun) >= timeout:
			return ErrLocked
		}
		told.wait(l.path)
		time.Sleep(pause)
	}
}

// Orphaned tells whether the holder before this one died with the lock. It is about the last [FileLock.Lock].
func (l *FileLock) Orphaned() bool { return l.orphaned }

// Unlock frees the lock.
func (l *FileLock) Unlock() error {
	if !l.held() {
		return fmt.Errorf("unlocking %s: it is not held here", l.path)
	}
	tellDrop(l.path)
	if err := l.free(); err != nil {
		return fmt.Errorf("unlocking %s: %w", l.path, err)
	}
	return nil
}
