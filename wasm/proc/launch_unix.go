//go:build unix

package proc

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"time"
)

// Descriptors that every child is started with, before the ends it inherits.
const (
	lifelineFD = 3 + iota // it ends when the parent ends
	readyFD               // the child writes to it when it has reached Main
	firstEnd
)

// lateOutput bounds how long a process that has ended is still listened to, when something it started holds its
// standard error open.
const lateOutput = time.Second

// A launch is a process of the operating system, from its preparation to its end.
type launch struct {
	cmd      *exec.Cmd
	console  console
	lifeline *os.File   // the parent's end
	ready    *os.File   // the parent's end
	handed   []*os.File // the child's copies, not needed here once it runs
}

func startProcess(s *spec) (running, error) {
	began := time.Now()
	p, err := s.pack()
	if err != nil {
		return running{}, err
	}
	l := &launch{console: console{to: os.Stderr}}
	err = l.prepare(s, p)
	if err == nil {
		err = l.cmd.Start()
	}
	for _, file := range l.handed {
		file.Close()
	}
	p.feed(err == nil)
	if err == nil {
		err = l.awaitReady()
	}
	if err != nil {
		l.release()
		return running{}, err
	}
	return running{pid: l.cmd.Process.Pid, startUp: time.Since(began), wait: l.wait, kill: l.kill}, nil
}

func (l *launch) prepare(s *spec, p *packed) error {
	program, err := os.Executable()
	if err != nil {
		return fmt.Errorf("finding this program's own file: %w", err)
	}
	l.cmd = exec.Command(program, os.Args[1:]...)
	l.cmd.Args[0] = os.Args[0]
	l.cmd.Env = append(os.Environ(), variable+"="+line(s.function, p.sealed, 0))
	l.cmd.Stdout, l.cmd.Stderr, l.cmd.WaitDelay = os.Stdout, &l.console, lateOutput
	lifeline, err := l.pipe(&l.lifeline, false)
	if err != nil {
		return err
	}
	ready, err := l.pipe(&l.ready, true)
	if err != nil {
		return err
	}
	l.cmd.ExtraFiles = []*os.File{lifeline, ready}
	for _, e := range p.ends {
		file, err := l.copyOf(e)
		if err != nil {
			return err
		}
		l.cmd.ExtraFiles = append(l.cmd.ExtraFiles, file)
	}
	if s.stdout != nil {
		file, err := l.copyOf(s.stdout.end)
		if err != nil {
			return err
		}
		l.cmd.Stdout = file
	}
	return nil
}

// pipe keeps one end of a new pipe here and gives the other, the child's.
func (l *launch) pipe(here **os.File, reads bool) (*os.File, error) {
	r, w, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	if reads {
		r, w = w, r
	}
	*here = w
	l.handed = append(l.handed, r)
	return r, nil
}

func (l *launch) copyOf(e *end) (*os.File, error) {
	file, err := duplicate(e.File)
	if err == nil {
		l.handed = append(l.handed, file)
	}
	return file, err
}

// awaitReady waits until the child has reached Main. A program that does not get there ends here.
func (l *launch) awaitReady() error {
	if _, err := io.ReadFull(l.ready, make([]byte, 1)); err == nil {
		return nil
	}
	exit, err := l.wait()
	if err != nil {
		return err
	}
	return fmt.Errorf("it ended (%v) before it reached proc.Main(), which belongs at the beginning of main", exit)
}

func (l *launch) wait() (Exit, error) {
	err := l.cmd.Wait()
	l.release()
	l.console.flush()
	if l.cmd.ProcessState == nil {
		return Exit{}, err
	}
	status, is := l.cmd.ProcessState.Sys().(syscall.WaitStatus)
	switch {
	case !is || !status.Signaled():
		return makeExit(l.cmd.ProcessState.ExitCode(), l.console.reason), nil
	case status.Signal() == syscall.SIGKILL:
		return makeExit(killedCode, killedReason), nil
	}
	return makeExit(128+int(status.Signal()), strings.TrimPrefix(l.cmd.ProcessState.String(), "signal: ")), nil
}

func (l *launch) release() {
	for _, file := range []*os.File{l.lifeline, l.ready} {
		if file != nil {
			file.Close()
		}
	}
}

func (l *launch) kill() error {
	if err := l.cmd.Process.Kill(); !errors.Is(err, os.ErrProcessDone) {
		return err
	}
	return nil
}

// settle tells the parent that Main is reached, and sees to it that this process ends with its parent.
func settle(o *orders) error {
	o.pid = os.Getpid()
	ready, err := takeOver(readyFD, "ready")
	if err != nil {
		return err
	}
	lifeline, err := takeOver(lifelineFD, "lifeline")
	if err != nil {
		return err
	}
	if _, err := ready.Write([]byte{1}); err != nil {
		return err
	}
	go func() {
		_, _ = lifeline.Read(make([]byte, 1)) // nothing is ever written to it
		os.Exit(killedCode)
	}()
	return ready.Close()
}
