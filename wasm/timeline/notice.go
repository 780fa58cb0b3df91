package timeline

import (
	"strconv"
	"strings"

	"golang.org/x/exp/trace"
)

// Category is the category of the user logs in which the lesson libraries tell what the runtime cannot see. Such a
// message has a thing of two words, what happened to it, and perhaps more, for example "lock 3 wait" or
// "pipe 1 send 120":
//
//	lock N wait|take|drop        a lock between workers; the same for gil. After take: how many rounds were not told.
//	                             For the lock of a file N is its path; or leave, when it is waited for no more
//	gil N ask                    who waits requests its holder to let go
//	barrier N wait PARTIES, pass a barrier, and for how many it is; or break, when not all will come
//	pipe N open|close END        an end of a pipe, read or write, that this worker has
//	pipe N send BYTES, sent      a message on its way into a pipe, and when it is there
//	pipe N await, receive BYTES  a message that is waited for, and has come; or leave, when none will
//	pool N begin NAME, end       a job of a pool; the name is that of its function. N is "jobs" for all of package jobs
//	loop N begin NAME, end       a step of an event loop
//	loop N made|wake|done NAME   what becomes of its tasks; or await NAME ON, for what a task that runs here waits
//	thread N block, go           a call that blocks the whole thread
//	leak 0 look                  the program has ended, and what follows only looks for leaks: it is not told
//	leak N found                 goroutine N waits for what can never come
//
// N is the same in all workers, but for leak. Who waits for a lock or at a barrier is blocked from then to its take or
// pass, though its thread, not the goroutine, does the waiting.
const Category = "ahiru"

// A notice is one such message.
type notice struct {
	at          trace.Time
	lane        *lane
	kind, thing string // "lock", "lock 3"
	verb        string
	number      int    // bytes, or how many were not told
	text        string // a name, or which end
	stack       int
	nth         int // orders notices of one moment
}

// What may come after each verb.
type rest int

const (
	nothing rest = iota
	maybeNumber
	oneNumber
	maybeText
	oneEnd
)

var verbs = map[string]map[string]rest{
	"lock":    {"wait": nothing, "ask": nothing, "take": maybeNumber, "drop": nothing, "leave": nothing},
	"gil":     {"wait": nothing, "ask": nothing, "take": maybeNumber, "drop": nothing},
	"barrier": {"wait": oneNumber, "pass": nothing, "break": nothing},
	"pipe": {"open": oneEnd, "close": oneEnd, "send": oneNumber, "sent": nothing, "await": nothing,
		"receive": oneNumber, "leave": nothing},
	"pool": {"begin": maybeText, "end": nothing},
	"loop": {"begin": maybeText, "end": nothing, "made": maybeText, "wake": maybeText, "done": maybeText,
		"await": maybeText},
	"thread": {"block": nothing, "go": nothing},
	"leak":   {"look": nothing, "found": nothing},
}

func parseNotice(message string) (n notice, ok bool) {
	kind, after, _ := strings.Cut(message, " ")
	number, after, _ := strings.Cut(after, " ")
	verb, after, _ := strings.Cut(after, " ")
	rest, known := verbs[kind][verb]
	if !known || number == "" {
		return n, false
	}
	n = notice{kind: kind, thing: kind + " " + number, verb: verb}
	return n, n.take(rest, after)
}

func (n *notice) take(rest rest, text string) bool {
	switch rest {
	case nothing:
		return text == ""
	case maybeText:
		n.text = text
		return true
	case oneEnd:
		n.text = text
		return text == endRead || text == endWrite
	case maybeNumber:
		if text == "" {
			return true
		}
	}
	number, err := strconv.Atoi(text)
	n.number = number
	return err == nil && number >= 0
}

// The ends of a pipe.
const (
	endRead  = "read"
	endWrite = "write"
)

// hear takes a message of the lesson libraries; what is none is left to be an ordinary log.
func (s *Stream) hear(l *lane, at trace.Time, message string, stack int) bool {
	n, ok := parseNotice(message)
	if !ok {
		return false
	}
	if n.kind == "leak" {
		s.ended = n.verb == "look"
		return true
	}
	if n.kind == "loop" {
		s.hearTask(l, n)
	}
	n.at, n.lane, n.stack, n.nth = at, l, stack, len(s.notices)
	s.notices = append(s.notices, n)
	verb := n.verb
	if verb == "leave" && n.kind == "lock" {
		verb = "go"
	}
	switch verb {
	case "wait", "block":
		l.told = n.kind
		l.enter(at, stateBlocked, n.kind, stack)
	case "take", "pass", "break", "go":
		l.told = ""
		if l.state == stateBlocked {
			l.enter(at, stateRunning, "", stack)
		}
	}
	return true
}

// hearLeak takes what is told after the end of the program.
func (s *Stream) hearLeak(log trace.Log) {
	n, ok := parseNotice(log.Message)
	if log.Category != Category || !ok || n.verb != "found" {
		return
	}
	id, err := strconv.ParseInt(strings.TrimPrefix(n.thing, "leak "), 10, 64)
	if l := s.lanes[trace.GoID(id)]; err == nil && l != nil {
		l.leaked = true
	}
}
