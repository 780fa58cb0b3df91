package shm

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/proc"
)

// ErrNotShared tells that this browser, or this page, lets no workers share memory. Processes and pipes of package proc
// work there.
var ErrNotShared = errors.New(notShared)

// Forever is a timeout that never comes. So is any negative one.
const Forever = proc.Forever

// All is a count for [Memory.Notify].
const All = math.MaxInt32

// wordBytes is the size of a word.
const wordBytes = 4

// Addresses of the first words of the shared memory, which belong to this package. The first 64 bytes are for them.
const (
	takenAt   = 0  // how many bytes are taken, the first line not counted
	blockedAt = 4  // a word that nobody ever changes or notifies
	stuckAt   = 8  // how many threads wait without a timeout: the page reads it when it ends a run for its time
	overAt    = 12 // not 0 once the page knows that nobody will wake who waits without a timeout
)

// lineBytes is what a processor's cache moves at once. What New gives begins on a line of its own, so that threads with
// different memories do not slow one another down (false sharing).
const lineBytes = 64

// A Memory is a row of words of 32 bits, all 0 at first, that threads share. It is a handle: sent to a thread as its
// argument, or in it, it stands for the same words there. A process cannot use the memory of another.
type Memory struct {
	space int
	at    int32
	words int32
}

// New takes so many words from the memory that the threads of a run share, 64 MiB in all. They are free again when the
// run ends. It fails with [ErrNotShared], and when words is less than 1 or more than there are.
func New(words int) (*Memory, error) {
	if err := shared(); err != nil {
		return nil, err
	}
	room := size() - lineBytes
	if words < 1 || words > int(room)/wordBytes {
		return nil, fmt.Errorf("a shared memory has 1 to %d words, not %d", room/wordBytes, words)
	}
	bytes := int32((words*wordBytes + lineBytes - 1) / lineBytes * lineBytes)
	for {
		taken := add(takenAt, 0)
		if bytes > room-taken {
			return nil, fmt.Errorf("%d words do not fit into the shared memory: %d of its %d are taken", words, taken/wordBytes, room/wordBytes)
		}
		if compareAndSwap(takenAt, taken, taken+bytes) == taken {
			return &Memory{space: proc.Space(), at: lineBytes + taken, words: int32(words)}, nil
		}
	}
}

// Words is how many words there are.
func (m *Memory) Words() int { return int(m.words) }

// Number is what tells a memory from others of the run, in traces: "3", or "3.2" for the second word of it.
func (m *Memory) Number() string {
	number := strconv.Itoa(int(m.at) / lineBytes)
	if word := int(m.at) % lineBytes / wordBytes; word > 0 {
		number += "." + strconv.Itoa(word)
	}
	return number
}

// address panics as an index of a slice does.
func (m *Memory) address(i int) int32 {
	if uint(i) >= uint(m.words) {
		panic(fmt.Sprintf("shm: index %d is out of range: the memory has %d words", i, m.words))
	}
	return m.at + int32(i)*wordBytes
}

// Load reads word i, plainly: other threads may be changing it, and their changes may be seen late.
func (m *Memory) Load(i int) int32 { return load(m.address(i)) }

// Store writes word i, plainly.
func (m *Memory) Store(i int, value int32) { store(m.address(i), value) }

// Add adds to word i in one step that no other thread can come between, and gives the new value. It wraps around. With 0
// it is a load in such a step.
func (m *Memory) Add(i int, delta int32) int32 { return add(m.address(i), delta) + delta }

// Swap writes word i in one step that no other thread can come between, and gives the value before.
func (m *Memory) Swap(i int, value int32) int32 { return swap(m.address(i), value) }

// CompareAndSwap writes word i in one such step if it is old, and tells whether it was.
func (m *Memory) CompareAndSwap(i int, old, value int32) bool {
	return compareAndSwap(m.address(i), old, value) == old
}

// Mutex gives the mutex that word i is. It is unlocked as long as the word is 0, and the word is nothing else.
func (m *Memory) Mutex(i int) *Mutex {
	return &Mutex{memory: Memory{space: m.space, at: m.address(i), words: mutexWords}}
}

// Outcome is how a [Memory.Wait] came to its end.
type Outcome int32

const (
	Woken    Outcome = iota // by Notify, or for nothing: look at the word again
	Changed                 // the word was not the given value: there was no wait
	TimedOut                // the time was up
)

// Wait blocks this thread, with all goroutines that it runs, until another calls [Memory.Notify] for word i, if the
// word is value when the wait begins. Nothing comes between that look and the wait.
func (m *Memory) Wait(i int, value int32, timeout time.Duration) Outcome {
	at := m.address(i)
	if timeout < 0 {
		add(stuckAt, 1)
		defer add(stuckAt, -1)
	}
	return wait(at, value, timeout)
}

// Notify wakes up to count threads that wait for word i, and gives how many it woke. A count below 1 wakes none.
func (m *Memory) Notify(i, count int) int {
	at := m.address(i)
	if count < 1 {
		return 0
	}
	return int(notify(at, int32(min(count, All))))
}
