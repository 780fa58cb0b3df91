package proc

import (
	"errors"
	"fmt"
	"time"
)

// A Process is a child of this program, or a thread of it (see [Thread]).
type Process struct {
	function string
	thread   bool
	running  running
	done     chan struct{}
	exit     Exit  // when done
	err      error // when done
}

// running is a started process as the system knows it.
type running struct {
	pid     int
	startUp time.Duration
	wait    func() (Exit, error) // called once
	kill    func() error         // may be called after its end; nil for a thread
}

// Pid is the number of the process. Threads have one too.
func (p *Process) Pid() int { return p.running.pid }

// StartUp is how long it took from the call of [Start] until the process stood: natively until it reached [Main], in
// the page until the kernel had its worker run the program.
func (p *Process) StartUp() time.Duration { return p.running.startUp }

// Done is closed when the process has ended.
func (p *Process) Done() <-chan struct{} { return p.done }

// Wait waits until the process has ended and tells how. An error means that this cannot be known. Any number of
// goroutines may wait, at any time.
func (p *Process) Wait() (Exit, error) {
	<-p.done
	return p.exit, p.err
}

// Kill ends the process, whatever it is doing; its exit is then {137, "killed"}. It does not wait. A process that has
// ended already is left as it is. Threads cannot be killed: they share memory, and locks would stay locked.
func (p *Process) Kill() error {
	if p.thread {
		return errors.New("a thread cannot be killed, since what it has locked would stay locked: only processes can")
	}
	select {
	case <-p.done:
		return nil
	default:
	}
	if err := p.running.kill(); err != nil {
		return fmt.Errorf("killing process %d (%s): %w", p.Pid(), p.function, err)
	}
	return nil
}

func (p *Process) watch() {
	p.exit, p.err = p.running.wait()
	if p.err != nil {
		p.err = fmt.Errorf("waiting for process %d (%s): %w", p.Pid(), p.function, p.err)
	}
	children.Add(-1)
	close(p.done)
}
