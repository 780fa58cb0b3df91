package proc

import (
	"errors"
	"fmt"
	"strings"
)

// Exit tells how a process ended.
type Exit struct {
	Code   int    // its status: 0 is success, 1 an error of the function, 2 a panic, 137 when it was killed
	Reason string // why, when it did not end by itself: "killed", a limit's sentence, or "panic: " and the panic's text
	Panic  string // the first line of the panic's text, when it panicked
}

const (
	killedCode   = 128 + 9 // as a shell says it of SIGKILL
	killedReason = "killed"
	panicCode    = 2
	panicMark    = "panic: "
	fatalMark    = "fatal error: " // a deadlock, out of memory: no panic, though its status is 2 as well
)

func makeExit(code int, reason string) Exit {
	e := Exit{Code: code, Reason: reason}
	if code == panicCode && reason != "" && !strings.HasPrefix(reason, fatalMark) {
		e.Panic = strings.TrimPrefix(reason, panicMark)
		e.Reason = panicMark + e.Panic
	}
	return e
}

// String is the reason, or the status where there is none.
func (e Exit) String() string {
	if e.Reason != "" {
		return e.Reason
	}
	return fmt.Sprintf("status %d", e.Code)
}

// Err is nil for a success and otherwise says how the process ended.
func (e Exit) Err() error {
	if e.Code == 0 {
		return nil
	}
	return errors.New("ended: " + e.String())
}
