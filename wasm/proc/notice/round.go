package notice

import (
	"strconv"
	"sync"
	"time"
)

// A lock may be taken a million times a second, and a trace has room for some hundred thousand events. So of each lock
// this many rounds are told at once, and so many more each second; the others are counted.
const (
	burst     = 500
	perSecond = 500
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
		l = &account{room: burst, since: time.Now()}
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
	room    float64
	since   time.Time
	skipped int
	told    bool // the round that goes on was told
}

func (a *account) spend(now time.Time) bool {
	a.room = min(burst, a.room+now.Sub(a.since).Seconds()*perSecond)
	a.since = now
	if a.room < 1 {
		return false
	}
	a.room--
	return true
}
