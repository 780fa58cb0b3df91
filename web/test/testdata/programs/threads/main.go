// Threads share memory: they lose counts, or do not, compare their clocks, and leave in the middle of what they do. Its
// first argument says which.
package main

import (
	"errors"
	"fmt"
	"os"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/proc"
	"github.com/ahiru-dev/ahiru/wasm/shm"
)

//go:wasmimport shm load
func load(at int32) int32

func main() {
	proc.Main()
	var err error
	switch os.Args[1] {
	case "race":
		err = race()
	case "clocks":
		err = clocks()
	case "leave":
		err = leave()
	case "stuck":
		err = stuck(shm.Forever)
	case "crossed":
		err = crossed()
	case "late":
		err = stuck(50 * time.Millisecond)
	case "touch":
		fmt.Println("touching")
		load(64)
	case "caps":
		var text []byte
		text, err = os.ReadFile("/dev/ahiru/caps")
		os.Stdout.Write(text)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// leave starts processes and threads that talk and wait, or spin when that is asked for too, and ends before they do.
func leave() error {
	reader, writer, err := proc.Pipe()
	if err != nil {
		return err
	}
	if _, err := proc.Start("send", nil, proc.Inherit(writer)); err != nil {
		return err
	}
	if shm.Available() == nil {
		memory, err := shm.New(1 << 20)
		if err != nil {
			return err
		}
		how := "blocked"
		if len(os.Args) > 2 {
			how = "spinning"
		}
		if _, err := shm.Go(how, memory); err != nil {
			return err
		}
		for memory.Add(0, 0) < 1 {
			time.Sleep(time.Millisecond)
		}
	}
	var n int
	if err := reader.Recv(&n); err != nil {
		return err
	}
	fmt.Println("leaving", n)
	return nil
}

// stuck has two threads and this one wait at a barrier for four.
func stuck(timeout time.Duration) error {
	barrier, err := shm.NewBarrier(4)
	var threads []*shm.Thread
	for i := 0; i < 2 && err == nil; i++ {
		var thread *shm.Thread
		thread, err = shm.Go("await", barrier)
		threads = append(threads, thread)
	}
	if err != nil {
		return err
	}
	for barrier.Waiting() < 2 {
		time.Sleep(time.Millisecond)
	}
	fmt.Println("one never comes")
	_, err = barrier.Wait(timeout)
	for _, thread := range threads {
		err = errors.Join(err, thread.Join())
	}
	return err
}

// crossed has two threads lock two mutexes, each the other's first, while this one waits for their end.
func crossed() error {
	memory, err := shm.New(3)
	if err != nil {
		return err
	}
	var threads []*shm.Thread
	for first := range 2 {
		thread, err := shm.Go("both", locks{memory, first})
		if err != nil {
			return err
		}
		threads = append(threads, thread)
	}
	fmt.Println("each waits for the other")
	return errors.Join(threads[0].Join(), threads[1].Join())
}

// locks are two mutexes, and which of them is locked first.
type locks struct {
	Memory *shm.Memory
	First  int
}

func init() {
	proc.RegisterFunc("both", func(l locks) (struct{}, error) {
		l.Memory.Mutex(l.First).Lock()
		for l.Memory.Add(2, 1); l.Memory.Add(2, 0) < 2; { // both have one
		}
		l.Memory.Mutex(1 - l.First).Lock()
		return struct{}{}, nil
	})
	proc.RegisterFunc("await", func(b *shm.Barrier) (struct{}, error) {
		_, err := b.Wait(shm.Forever)
		return struct{}{}, err
	})
	proc.Register("send", func(c *proc.Child) error {
		w, err := c.Writer(0)
		for n := 1; err == nil; n++ {
			err = w.Send(n)
		}
		return err
	})
	proc.RegisterFunc("blocked", func(m *shm.Memory) (struct{}, error) {
		m.Add(0, 1)
		m.Wait(1, 0, shm.Forever)
		return struct{}{}, nil
	})
	proc.RegisterFunc("spinning", func(m *shm.Memory) (struct{}, error) {
		m.Add(0, 1)
		for m.Load(1) == 0 {
		}
		return struct{}{}, nil
	})
}
