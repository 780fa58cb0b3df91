package shm

import (
	"fmt"
	"slices"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/proc"
)

// A Thread runs a registered function beside this one.
type Thread struct {
	process  *proc.Process
	function string
}

// Go starts a thread that runs the function registered under a name with [proc.Register] or [proc.RegisterFunc], and
// returns when it stands. The argument is copied to it; what shall be shared goes into it as [*Memory], [*Mutex],
// [*Counter] or [*Barrier]. Nothing else is shared, in the page not even the program's variables: natively they are,
// and a program must not count on that.
//
// It fails with [ErrNotShared] and as [proc.Start] does.
func Go(name string, arg any, options ...proc.Option) (*Thread, error) {
	if err := shared(); err != nil {
		return nil, err
	}
	process, err := proc.Start(name, arg, slices.Concat(options, []proc.Option{proc.Thread()})...)
	if err != nil {
		return nil, err
	}
	return &Thread{process: process, function: name}, nil
}

// Join waits until the thread has ended. It gives an error when the function returned one (its text is on standard
// error) or panicked, which ends its thread alone.
func (t *Thread) Join() error {
	exit, err := t.process.Wait()
	if err == nil {
		err = exit.Err()
	}
	if err != nil {
		return fmt.Errorf("thread %d (%s): %w", t.process.Pid(), t.function, err)
	}
	return nil
}

// Done is closed when the thread has ended.
func (t *Thread) Done() <-chan struct{} { return t.process.Done() }

// StartUp is how long it took from the call of [Go] until the thread stood.
func (t *Thread) StartUp() time.Duration { return t.process.StartUp() }

// Available gives [ErrNotShared] where memory cannot be shared, and otherwise no error.
func Available() error { return shared() }
