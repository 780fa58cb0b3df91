package shm

import "github.com/ahiru-dev/ahiru/wasm/proc/notice"

// A Mutex keeps all threads but one out. Like [Memory] it is a handle that can be sent to threads. Who waits for it
// waits with all goroutines of the thread: between goroutines take sync.Mutex.
//
// It is the third mutex of Ulrich Drepper's "Futexes Are Tricky" (2011): whoever finds it locked leaves word of it, and
// only then has Unlock to wake anybody.
type Mutex struct {
	memory Memory
	quiet  bool // a part of something that tells of itself
}

const mutexWords = 1

// What the word of a mutex says.
const (
	unlocked  int32 = iota
	locked          // and nobody waits
	contended       // and somebody may wait
)

// NewMutex gives a mutex that is not locked. It fails as [New] does.
func NewMutex() (*Mutex, error) {
	memory, err := New(mutexWords)
	if err != nil {
		return nil, err
	}
	return &Mutex{memory: *memory}, nil
}

// Quiet gives the same mutex for what is built of it: what happens to it leaves no word in a trace.
func (l *Mutex) Quiet() *Mutex { return &Mutex{l.memory, true} }

// TryLock locks the mutex if it is not locked, and tells whether it did.
func (l *Mutex) TryLock() bool {
	did := l.memory.CompareAndSwap(0, unlocked, locked)
	if did && l.tells() {
		notice.Begin(l.thing()).Take()
	}
	return did
}

// Lock waits until the mutex is not locked, and locks it. A thread that locks it twice waits for itself, for ever.
func (l *Mutex) Lock() {
	if l.TryLock() {
		return
	}
	var round notice.Round
	if l.tells() {
		round = notice.Begin(l.thing())
		round.Wait()
	}
	for l.memory.Swap(0, contended) != unlocked {
		l.memory.Wait(0, contended, Forever)
	}
	round.Take()
}

// Unlock lets the next thread in. It panics when the mutex is not locked; any thread may unlock it.
func (l *Mutex) Unlock() {
	if l.tells() {
		notice.Drop(l.thing())
	}
	switch l.memory.Swap(0, unlocked) {
	case unlocked:
		panic("shm: unlock of a mutex that is not locked")
	case contended:
		l.memory.Notify(0, 1)
	}
}

// tells says whether what happens to the mutex is to be left in a trace.
func (l *Mutex) tells() bool { return notice.On() && !l.quiet }

// thing is what the mutex is called there.
func (l *Mutex) thing() string { return "lock " + l.memory.Number() }
