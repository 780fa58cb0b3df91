package gil

import (
	"fmt"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/shm"
)

// DefaultInterval is CPython's switch interval unless sys.setswitchinterval has changed it.
const DefaultInterval = 5 * time.Millisecond

// What a switch interval may be.
const (
	MinInterval = time.Microsecond
	MaxInterval = time.Minute
)

// A Lock is one interpreter's lock, which its threads share. Like the handles of package shm it can be sent to threads,
// alone or as a part of an argument, and to no other process: that is another interpreter. A nil *Lock is the lock
// removed, as in a free-threaded build (PEP 703): nobody waits for anybody.
type Lock struct{ words shm.Memory }

// The words of a lock, by CPython's names where it has one.
const (
	mutexWord       = iota
	condWord        // cond: waited on by those that want the lock
	lockedWord      // locked
	holderWord      // last_holder, also after it has let go
	switchWord      // switch_number: how many times the holder was another one than before
	requestWord     // gil_drop_request
	switchMutexWord // switch_mutex
	switchCondWord  // switch_cond: waited on by who was made to drop the lock
	intervalWord    // interval, in microseconds
	threadsWord     // how many threads have been attached
	lockWords
)

// New gives a lock that nobody holds. It fails where memory cannot be shared, with [shm.ErrNotShared], and with an
// interval that is out of range.
func New(interval time.Duration) (*Lock, error) {
	if interval < MinInterval || interval > MaxInterval {
		return nil, fmt.Errorf("a switch interval is from %v to %v, not %v", MinInterval, MaxInterval, interval)
	}
	words, err := shm.New(lockWords)
	if err != nil {
		return nil, err
	}
	words.Store(intervalWord, int32(interval.Microseconds()))
	return &Lock{*words}, nil
}

// Interval is the switch interval; 0 where the lock is removed.
func (l *Lock) Interval() time.Duration {
	if l == nil {
		return 0
	}
	return time.Duration(l.words.Load(intervalWord)) * time.Microsecond
}

// Switches is how many times the lock has gone to another thread than the one that held it before; the first to hold it
// counts too.
func (l *Lock) Switches() int {
	if l == nil {
		return 0
	}
	return int(l.words.Add(switchWord, 0))
}

// MarshalBinary makes a part of a message of the handle.
func (l *Lock) MarshalBinary() ([]byte, error) { return l.words.MarshalBinary() }

// UnmarshalBinary reads a handle from a message, in the process that it is of.
func (l *Lock) UnmarshalBinary(form []byte) error {
	var words shm.Memory
	if err := words.UnmarshalBinary(form); err != nil {
		return err
	}
	if words.Words() != lockWords {
		return fmt.Errorf("this is a handle for %d words, and no interpreter lock", words.Words())
	}
	l.words = words
	return nil
}

func (l *Lock) get(word int) int32        { return l.words.Load(word) }
func (l *Lock) set(word int, value int32) { l.words.Store(word, value) }

// A trace tells of the lock, and not of the mutexes that it is made of.
func (l *Lock) mutex() *shm.Mutex       { return l.words.Mutex(mutexWord).Quiet() }
func (l *Lock) switchMutex() *shm.Mutex { return l.words.Mutex(switchMutexWord).Quiet() }

// thing is what the lock is called in traces.
func (l *Lock) thing() string { return "gil " + l.words.Number() }
