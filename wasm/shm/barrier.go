package shm

import (
	"errors"
	"fmt"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/proc"
	"github.com/ahiru-dev/ahiru/wasm/proc/notice"
)

// ErrBroken tells that not all threads will come to a barrier: one gave up waiting, or it was broken or reset.
var ErrBroken = errors.New("the barrier is broken: not all threads came to it")

// MaxParties is how many threads a barrier can be for: all that may run, and the one that starts them.
const MaxParties = proc.MaxChildren + 1

// A Barrier lets threads go on only together, time after time. Like [Memory] it is a handle that can be sent to threads.
// It is Python's threading.Barrier: who comes back early waits until all have left, so no generation meets the next.
type Barrier struct{ memory Memory }

// The words of a barrier: a mutex for the others, a number that changes when waiting threads are to look again, and then
// what the mutex protects.
const (
	lockWord = iota
	changeWord
	partiesWord
	insideWord // threads between coming and leaving
	stateWord
	generationWord
	barrierWords
)

const (
	filling   int32 = iota // threads come and wait
	draining               // all came; they leave
	resetting              // those that waited leave with ErrBroken
	broken                 // until it is reset
)

// NewBarrier gives a barrier for so many threads, 1 to [MaxParties]. It also fails as [New] does.
func NewBarrier(parties int) (*Barrier, error) {
	if parties < 1 || parties > MaxParties {
		return nil, fmt.Errorf("a barrier is for 1 to %d threads, not %d", MaxParties, parties)
	}
	memory, err := New(barrierWords)
	if err != nil {
		return nil, err
	}
	memory.Store(partiesWord, int32(parties))
	return &Barrier{*memory}, nil
}

// Parties is how many threads the barrier is for.
func (b *Barrier) Parties() int { return int(b.memory.Load(partiesWord)) }

// Wait blocks the thread until as many have come as the barrier is for, and gives each a number from 0 on, by the order
// of coming. When a thread's timeout passes first, the barrier is broken: all that wait, and all that come until
// [Barrier.Reset], get [ErrBroken].
func (b *Barrier) Wait(timeout time.Duration) (index int, err error) {
	give := until(timeout)
	told := notice.On()
	if told {
		defer func() { b.tellPassed(err) }()
	}
	b.lock()
	defer b.unlock()
	come, err := b.enter()
	if err != nil {
		return 0, err
	}
	defer b.leave()
	if told {
		notice.Number(b.thing(), "wait", b.Parties())
	}
	if come+1 == b.get(partiesWord) {
		b.set(generationWord, b.get(generationWord)+1)
		b.turn(draining)
	}
	for b.get(stateWord) == filling {
		if b.sleep(give) == TimedOut && b.get(stateWord) == filling {
			b.turn(broken)
		}
	}
	if b.get(stateWord) != draining {
		return 0, ErrBroken
	}
	return int(come), nil
}

func (b *Barrier) tellPassed(err error) {
	verb := "pass"
	if err != nil {
		verb = "break"
	}
	notice.Tell(b.thing(), verb)
}

// thing is what the barrier is called in traces.
func (b *Barrier) thing() string { return "barrier " + b.memory.Number() }

// Abort breaks the barrier, for a thread that cannot come.
func (b *Barrier) Abort() {
	b.lock()
	defer b.unlock()
	b.turn(broken)
}

// Reset makes the barrier as new. Threads that wait at it get [ErrBroken].
func (b *Barrier) Reset() {
	b.lock()
	defer b.unlock()
	switch {
	case b.get(insideWord) == 0:
		b.turn(filling)
	case b.get(stateWord) != draining: // those have got through: nothing to reset
		b.turn(resetting)
	}
}

// Broken tells whether threads that come get [ErrBroken].
func (b *Barrier) Broken() bool {
	b.lock()
	defer b.unlock()
	return b.get(stateWord) == broken
}

// Waiting is how many threads are waiting for others to come.
func (b *Barrier) Waiting() int {
	b.lock()
	defer b.unlock()
	if b.get(stateWord) != filling {
		return 0
	}
	return int(b.get(insideWord))
}

// Generation is how many times all threads have come.
func (b *Barrier) Generation() int {
	b.lock()
	defer b.unlock()
	return int(b.get(generationWord))
}

// enter lets the threads of the generation before leave, then counts this one in and gives its number.
func (b *Barrier) enter() (int32, error) {
	for b.get(stateWord) == draining || b.get(stateWord) == resetting {
		b.sleep(until(Forever)) // they are awake: it takes no time worth a timeout
	}
	if b.get(stateWord) == broken {
		return 0, ErrBroken
	}
	index := b.get(insideWord)
	b.set(insideWord, index+1)
	return index, nil
}

// leave counts this thread out; the last one makes room for the next generation.
func (b *Barrier) leave() {
	inside := b.get(insideWord) - 1
	b.set(insideWord, inside)
	if state := b.get(stateWord); inside == 0 && (state == draining || state == resetting) {
		b.turn(filling)
	}
}

// turn changes the state and has all that sleep look at it.
func (b *Barrier) turn(state int32) {
	b.set(stateWord, state)
	b.memory.Add(changeWord, 1)
	b.memory.Notify(changeWord, All)
}

// sleep lets go of the lock until the state changes or time is up.
func (b *Barrier) sleep(give deadline) Outcome {
	change := b.memory.Add(changeWord, 0)
	b.unlock()
	outcome := b.memory.Wait(changeWord, change, give.left())
	b.lock()
	return outcome
}

func (b *Barrier) get(word int) int32        { return b.memory.Load(word) }
func (b *Barrier) set(word int, value int32) { b.memory.Store(word, value) }
func (b *Barrier) lock()                     { b.mutex().Lock() }
func (b *Barrier) unlock()                   { b.mutex().Unlock() }
func (b *Barrier) mutex() *Mutex             { return b.memory.Mutex(lockWord).Quiet() }

// A deadline is a time until which to wait; the zero time is never.
type deadline struct{ at time.Time }

func until(timeout time.Duration) deadline {
	if timeout < 0 {
		return deadline{}
	}
	return deadline{time.Now().Add(timeout)}
}

func (d deadline) left() time.Duration {
	if d.at.IsZero() {
		return Forever
	}
	return max(0, time.Until(d.at))
}
