package proc

import (
	"errors"
	"fmt"
	"sync/atomic"
)

// MaxChildren is how many processes and threads a process may have running at once.
const MaxChildren = 64

var children atomic.Int64

// An Option changes how [Start] starts a process.
type Option func(*spec) error

// spec is what is to be started.
type spec struct {
	function string
	run      func(*Child) error
	args     []byte // encoded
	thread   bool
	lent     []lent
	stdout   *Writer
}

// Inherit hands pipe ends to the child, which finds them, in the order given, with [Child.Reader] and [Child.Writer].
// The parent keeps its copies open: it closes what it does not need itself.
func Inherit(ends ...End) Option {
	return func(s *spec) error {
		for _, e := range ends {
			l, err := e.lend()
			if err != nil {
				return err
			}
			s.lent = append(s.lent, l)
		}
		return nil
	}
}

// Stdout sends what the child prints on its standard output into a pipe, as plain bytes: the other end is read with
// [Reader.Read]. Without it a child prints where its parent does. A thread cannot have it.
func Stdout(w *Writer) Option {
	return func(s *spec) error {
		_, err := w.lend()
		s.stdout = w
		return err
	}
}

// Thread starts a thread instead of a process: natively a goroutine that has a thread of the operating system to
// itself, in the page a worker. Package shm starts threads so and gives them memory to share.
func Thread() Option {
	return func(s *spec) error {
		s.thread = true
		return nil
	}
}

// Start starts a process that runs the function registered under a name, with args copied to it, and returns when it
// stands. The process has nothing else from its parent but the pipe ends it inherits: it runs the same program from its
// beginning up to [Main], which runs the function and exits. It is ended when its parent ends.
//
// It fails when [Main] was not called, the name is not registered, args cannot be encoded or are too large, there are
// [MaxChildren], the system refuses, or the process ended before it reached Main.
func Start(name string, args any, options ...Option) (*Process, error) {
	s := &spec{function: name}
	p, err := s.start(args, options)
	if err != nil {
		return nil, fmt.Errorf("starting %v: %w", s, err)
	}
	return p, nil
}

func (s *spec) String() string {
	if s.thread {
		return "a thread for " + s.function
	}
	return "a process for " + s.function
}

func (s *spec) start(args any, options []Option) (*Process, error) {
	for _, option := range options {
		if err := option(s); err != nil {
			return nil, err
		}
	}
	if err := s.prepare(args); err != nil {
		return nil, err
	}
	if children.Add(1) > MaxChildren {
		children.Add(-1)
		return nil, fmt.Errorf("%d processes and threads run already, which is the limit: wait until one has ended", MaxChildren)
	}
	r, err := spawn(s)
	if err != nil {
		children.Add(-1)
		return nil, err
	}
	for _, l := range s.lent {
		l.gone()
	}
	p := &Process{function: s.function, thread: s.thread, running: r, done: make(chan struct{})}
	go p.watch()
	return p, nil
}

// prepare checks what was asked for and encodes the arguments.
func (s *spec) prepare(args any) error {
	if !mainCalled.Load() {
		return errors.New("proc.Main() was not called, by which a started process knows what it is: call it first in main, or in TestMain")
	}
	if s.thread && s.stdout != nil {
		return errors.New("a thread prints where its process prints: Stdout is for processes")
	}
	f, err := find(s.function)
	if err != nil {
		return err
	}
	s.run = f.run
	s.args, err = encode("the arguments", args)
	return err
}
