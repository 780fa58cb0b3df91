//go:build !js

package proc

import (
	"fmt"
	"os"
	"runtime"
	"strings"
	"sync/atomic"
	"time"
)

var threads atomic.Int64

// startThread runs a function on a goroutine that has a thread of the operating system to itself. The thread ends with
// it.
func startThread(s *spec) (running, error) {
	began := time.Now()
	c := &Child{pid: int(threads.Add(1)), args: s.args}
	for _, l := range s.lent {
		file, err := duplicate(l.end.File)
		if err != nil {
			c.closeEnds()
			return running{}, err
		}
		c.give(&end{file}, l.reads)
	}
	up := make(chan time.Duration)
	ended := make(chan Exit, 1)
	go func() {
		runtime.LockOSThread() // and never unlocked: the thread ends with the goroutine
		exit := makeExit(panicCode, fatalMark+"the function called runtime.Goexit")
		defer func() { ended <- exit }()
		up <- time.Since(began)
		exit = runThread(s, c)
	}()
	return running{pid: c.pid, startUp: <-up, wait: func() (Exit, error) { return <-ended, nil }}, nil
}

// runThread gives a thread the life that a worker has in the page: a panic ends it alone, its pipe ends close with it.
func runThread(s *spec, c *Child) (exit Exit) {
	defer c.closeEnds()
	defer func() {
		if thrown := recover(); thrown != nil {
			exit = panicked(thrown)
		}
	}()
	if err := s.run(c); err != nil {
		return makeExit(complain(s.function, err), "")
	}
	return Exit{}
}

// panicked prints what Go prints of a panic that nobody recovers.
func panicked(thrown any) Exit {
	text := fmt.Sprint(thrown)
	stack := make([]byte, 64<<10)
	stack = stack[:runtime.Stack(stack, false)]
	os.Stderr.WriteString(panicMark + strings.ReplaceAll(text, "\n", "\n\t") + "\n\n" + string(stack)) // in one write
	first, _, _ := strings.Cut(text, "\n")
	return makeExit(panicCode, panicMark+first)
}

func (c *Child) closeEnds() {
	for _, e := range c.ends {
		switch e := e.(type) {
		case *Reader:
			_ = e.Close()
		case *Writer:
			_ = e.Close()
		}
	}
}
