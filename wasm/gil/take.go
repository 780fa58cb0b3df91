package gil

import (
	"time"

	"github.com/ahiru-dev/ahiru/wasm/proc/notice"
	"github.com/ahiru-dev/ahiru/wasm/shm"
)

// take is take_gil: it waits until the thread holds the lock.
func (l *Lock) take(thread int32) {
	mutex, interval := l.mutex(), l.Interval()
	var round notice.Round
	if notice.On() {
		round = notice.Begin(l.thing())
	}
	mutex.Lock()
	if l.get(lockedWord) != 0 {
		round.Wait()
	}
	for l.get(lockedWord) != 0 {
		seen := l.get(switchWord)
		outcome := l.await(condWord, mutex, interval)
		if outcome == shm.TimedOut && l.get(lockedWord) != 0 && l.get(switchWord) == seen {
			l.set(requestWord, 1)
			round.Ask()
		}
	}
	switchMutex := l.switchMutex()
	switchMutex.Lock()
	l.set(lockedWord, 1)
	if l.get(holderWord) != thread {
		l.set(holderWord, thread)
		l.set(switchWord, l.get(switchWord)+1)
	}
	l.signal(switchCondWord)
	switchMutex.Unlock()
	l.set(requestWord, 0)
	mutex.Unlock()
	round.Take()
}

// drop is drop_gil: it lets go, and where that was requested it waits until another thread has taken the lock. A thread
// that will not come back does not wait.
func (l *Lock) drop(thread int32, comesBack bool) {
	if notice.On() {
		notice.Drop(l.thing())
	}
	mutex := l.mutex()
	mutex.Lock()
	l.set(holderWord, thread)
	l.set(lockedWord, 0)
	l.signal(condWord)
	mutex.Unlock()
	if !comesBack || l.get(requestWord) == 0 {
		return
	}
	switchMutex := l.switchMutex()
	switchMutex.Lock()
	if l.get(holderWord) == thread {
		l.set(requestWord, 0)
		l.await(switchCondWord, switchMutex, shm.Forever)
	}
	switchMutex.Unlock()
}

// await is a condition's wait: it lets go of the mutex, sleeps until the condition is signalled or time is up, and has
// the mutex again when it returns. The word counts signals, so that none is missed between letting go and sleeping.
func (l *Lock) await(cond int, mutex *shm.Mutex, timeout time.Duration) shm.Outcome {
	signals := l.words.Add(cond, 0)
	mutex.Unlock()
	outcome := l.words.Wait(cond, signals, timeout)
	mutex.Lock()
	return outcome
}

// signal wakes one thread that awaits the condition.
func (l *Lock) signal(cond int) {
	l.words.Add(cond, 1)
	l.words.Notify(cond, 1)
}
