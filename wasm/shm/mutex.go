package shm

// A Mutex keeps all threads but one out. Like [Memory] it is a handle that can be sent to threads. Who waits for it
// waits with all goroutines of the thread: between goroutines take sync.Mutex.
//
// It is the third mutex of Ulrich Drepper's "Futexes Are Tricky" (2011): whoever finds it locked leaves word of it, and
// only then has Unlock to wake anybody.
type Mutex struct{ memory Memory }

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
	return &Mutex{*memory}, nil
}

// TryLock locks the mutex if it is not locked, and tells whether it did.
func (l *Mutex) TryLock() bool { return l.memory.CompareAndSwap(0, unlocked, locked) }

// Lock waits until the mutex is not locked, and locks it. A thread that locks it twice waits for itself, for ever.
func (l *Mutex) Lock() {
	if l.TryLock() {
		return
	}
	for l.memory.Swap(0, contended) != unlocked {
		l.memory.Wait(0, contended, Forever)
	}
}

// Unlock lets the next thread in. It panics when the mutex is not locked; any thread may unlock it.
func (l *Mutex) Unlock() {
	switch l.memory.Swap(0, unlocked) {
	case unlocked:
		panic("shm: unlock of a mutex that is not locked")
	case contended:
		l.memory.Notify(0, 1)
	}
}
