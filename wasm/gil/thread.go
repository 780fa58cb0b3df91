package gil

import "time"

// A Thread is what a thread is to the interpreter: CPython's PyThreadState. It is used by the one thread that attached
// it, and by one goroutine of it at a time. Of a removed lock it does nothing but run what it is given.
type Thread struct {
	lock   *Lock
	id     int32
	record record
}

// Attach makes the calling thread one of the interpreter's, and waits until it holds the lock. A thread that waits
// waits with all its goroutines. Options say what is to be kept of what it does.
func (l *Lock) Attach(options ...Option) *Thread {
	t := &Thread{lock: l}
	if l != nil {
		t.id = l.words.Add(threadsWord, 1)
	}
	for _, option := range options {
		option(&t.record)
	}
	t.record.begin(time.Now())
	t.take()
	return t
}

// Check is where another thread may come to run: when one requests the lock, this thread drops it, waits for that
// switch, and takes it again. It tells whether it did. CPython looks where a loop turns and where a function is
// called.
func (t *Thread) Check() bool {
	// A plain load, for it stands in every step. The value may come a little late; it comes.
	if t.lock == nil || t.lock.get(requestWord) == 0 {
		return false
	}
	t.record.enter(Waiting)
	t.lock.drop(t.id, true)
	t.lock.take(t.id)
	t.record.enter(Holding)
	return true
}

// Release lets go of the lock, runs f, which must touch nothing that the lock protects, and takes the lock again:
// Py_BEGIN_ALLOW_THREADS and Py_END_ALLOW_THREADS around f.
func (t *Thread) Release(f func()) {
	t.leave(true)
	defer t.take()
	f()
}

// Detach lets go of the lock for good.
func (t *Thread) Detach() { t.leave(false) }

func (t *Thread) take() {
	t.record.enter(Waiting)
	if t.lock != nil {
		t.lock.take(t.id)
	}
	t.record.enter(Holding)
}

func (t *Thread) leave(comesBack bool) {
	t.record.enter(Outside)
	if t.lock != nil {
		t.lock.drop(t.id, comesBack)
	}
}
