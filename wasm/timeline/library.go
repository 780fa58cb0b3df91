package timeline

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/exp/trace"
)

// Category is the category of the user logs in which the lesson libraries tell what the runtime cannot see. Such a
// message has three words and perhaps a number, for example "lock 3 wait" or "pipe 1 send 120":
//
//	lock N wait|take|drop      a lock between workers; the same for gil
//	barrier N wait|pass        a barrier
//	pipe N send|receive BYTES  a message through a pipe; N is the same at both ends
//	pool N begin|end           a job of a pool
//
// Whoever waits is blocked from its wait to its take or pass, though its thread, not the goroutine, does the waiting.
const Category = "ahiru"

// A notice is one such message.
type notice struct {
	at          trace.Time
	lane        string
	thing, verb string // "lock 3", "lock wait"
	bytes       int
	stream, nth int // orders notices of one moment
}

// hear takes a message of the lesson libraries; what is none is left to be an ordinary log.
func (s *Stream) hear(l *lane, at trace.Time, message string) bool {
	n, ok := parseNotice(message)
	if !ok {
		return false
	}
	n.at, n.lane, n.stream, n.nth = at, l.fullID(), s.worker, len(s.notices)
	s.notices = append(s.notices, n)
	kind, verb, _ := strings.Cut(n.verb, " ")
	switch verb {
	case "wait":
		l.enter(at, stateBlocked, kind, l.stack)
	case "take", "pass":
		if l.state == stateBlocked {
			l.enter(at, stateRunning, "", l.stack)
		}
	}
	return true
}

var verbs = map[string]bool{
	"lock wait": true, "lock take": true, "lock drop": true, "gil wait": true, "gil take": true, "gil drop": true,
	"barrier wait": true, "barrier pass": true, "pool begin": true, "pool end": true,
	"pipe send": true, "pipe receive": true,
}

func parseNotice(message string) (n notice, ok bool) {
	word := strings.Fields(message)
	if len(word) < 3 {
		return n, false
	}
	n = notice{thing: word[0] + " " + word[1], verb: word[0] + " " + word[2]}
	if !verbs[n.verb] {
		return n, false
	}
	if word[0] != "pipe" {
		return n, len(word) == 3
	}
	if len(word) != 4 {
		return n, false
	}
	size, err := strconv.Atoi(word[3])
	n.bytes = size
	return n, err == nil && size >= 0
}

// gather makes holds and messages of the notices of all streams, in the order of their moments.
func gather(streams []*Stream) (holds []*Hold, messages []*Message) {
	var all []notice
	for _, s := range streams {
		all = append(all, s.notices...)
	}
	slices.SortFunc(all, func(a, b notice) int {
		return cmp.Or(cmp.Compare(a.at, b.at), cmp.Compare(a.stream, b.stream), cmp.Compare(a.nth, b.nth))
	})
	open := map[string]*Hold{}      // locks by thing, jobs by lane
	sent := map[string][]*Message{} // by pipe, not received yet: a pipe keeps the order
	close := func(key string, at trace.Time) {
		if hold := open[key]; hold != nil {
			hold.end = at
			delete(open, key)
		}
	}
	for _, n := range all {
		key := n.thing
		if n.verb == "pool begin" || n.verb == "pool end" {
			key = n.lane
		}
		switch n.verb {
		case "lock take", "gil take", "pool begin":
			close(key, n.at) // its end was not heard of
			open[key] = &Hold{Thing: n.thing, Lane: n.lane, start: n.at}
			holds = append(holds, open[key])
		case "lock drop", "gil drop", "pool end":
			close(key, n.at)
		case "pipe send":
			m := &Message{Pipe: n.thing, From: n.lane, Bytes: n.bytes, sent: n.at}
			sent[key], messages = append(sent[key], m), append(messages, m)
		case "pipe receive": // without one that was sent, that was before the trace
			if waiting := sent[key]; len(waiting) > 0 {
				waiting[0].To, waiting[0].received = n.lane, n.at
				sent[key] = waiting[1:]
			}
		}
	}
	return holds, messages
}
