package notice

import (
	"strconv"
	"sync"
	"time"
)

// A lock may be taken a million times a second, by many workers, for a minute, and a trace of them all has room for two
// hundred thousand events. So of each lock a worker tells its first rounds; then one in so long a time, and the longer
// that has gone on, the fewer, so that a run is told to its end. The others are counted.
const (
	burst    = 100
	leastGap = 2 * time.Millisecond
	perAge   = 250 // at most so many in the time that has gone by
)

// A Round is one time that a lock is wanted, had and given back. The zero Round tells nothing.
type Round struct {
	thing   string
	skipped int
}

// Begin begins a round of a lock, which may be one of those that are not told.
func Begin(thing string) Round {
	ledger.Lock()
	defer ledger.Unlock()
	l := ledger.locks[thing]
	if l == nil {
		l = &account{room: burst, begun: time.Now()}
		ledger.locks[thing] = l
	}
	if !l.spend(time.Now()) {
		l.skipped++
		return Round{}
	}
	r := Round{thing, l.skipped}
	l.skipped = 0
	return r
}

// Wait says that the lock is not free.
func (r Round) Wait() {
	if r.thing != "" {
		Tell(r.thing, "wait")
	}
}

// Leave says that it is waited for no more, and not had.
func (r Round) Leave() {
	if r.thing != "" {
		Tell(r.thing, "leave")
	}
}

// Ask says that its holder is asked to let go.
func (r Round) Ask() {
	if r.thing != "" {
		Tell(r.thing, "ask")
	}
}

// Take says that the lock is had now. It is to be told when it is.
func (r Round) Take() {
	if r.thing == "" {
		return
	}
	ledger.Lock()
	ledger.locks[r.thing].told = true
	ledger.Unlock()
	verb := "take"
	if r.skipped > 0 {
		verb += " " + strconv.Itoa(r.skipped)
	}
	Tell(r.thing, verb)
}

// Drop ends a round, where its beginning was told. It is to be told before the lock is given back: another may have it
// right after.
func Drop(thing string) {
	ledger.Lock()
	l := ledger.locks[thing]
	told := l != nil && l.told
	if told {
		l.told = false
	}
	ledger.Unlock()
	if told {
		Tell(thing, "drop")
	}
}

var ledger = struct {
	sync.Mutex
	locks map[string]*account
}{locks: map[string]*account{}}

// An account says how much may still be told of a lock by this worker.
type account struct {
	room    int // of the burst
	begun   time.Time
	next    time.Time // when one may be told again
	skipped int
	told    bool // the round that goes on was told
}

func (a *account) spend(now time.Time) bool {
	if a.room > 0 {
		a.room--
		return true
	}
	if now.Before(a.next) {
		return false
	}
	a.next = now.Add(max(leastGap, now.Sub(a.begun)/perAge))
	return true
}
