//go:build unix

package proc_test

import (
	"os"
	"runtime"
	"testing"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/proc"
)

// TestNothingIsLeft wants no descriptor and no goroutine to outlive the processes, threads, pipes and pools.
func TestNothingIsLeft(t *testing.T) {
	if _, err := os.ReadDir("/proc/self/fd"); err != nil {
		t.Skip("this system does not list a process's descriptors")
	}
	everything(t) // what is made once is made now
	files, goroutines := opened(t), runtime.NumGoroutine()
	for range 5 {
		everything(t)
	}
	for range 1000 {
		if opened(t) <= files && runtime.NumGoroutine() <= goroutines {
			return
		}
		time.Sleep(10 * time.Millisecond) // goroutines end a moment after what they did
	}
	t.Errorf("%d descriptors and %d goroutines, where there were %d and %d", opened(t), runtime.NumGoroutine(), files, goroutines)
}

func opened(t *testing.T) int {
	t.Helper()
	entries, err := os.ReadDir("/proc/self/fd")
	if err != nil {
		t.Fatal(err)
	}
	return len(entries)
}

func everything(t *testing.T) {
	t.Helper()
	reader, writer, err := proc.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	for _, option := range []proc.Option{proc.Stdout(writer), proc.Thread()} {
		p, err := proc.Start("produce", 3, proc.Inherit(writer), option)
		if err != nil {
			t.Fatal(err)
		}
		if e, err := p.Wait(); err != nil || e.Code != 0 {
			t.Error(e, err)
		}
	}
	if _, err := reader.Poll(0); err != nil { // the pump runs
		t.Error(err)
	}
	if p, err := proc.Start("nothing", make(chan int)); err == nil {
		t.Error(p)
	}
	p, err := proc.Start("hang", make([]byte, 100_000)) // it never takes its arguments apart
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Kill(); err != nil {
		t.Error(err)
	}
	for _, options := range [][]proc.Option{nil, {proc.Thread()}} {
		pool, err := proc.NewPool(2, options...)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := proc.Map[string, int](pool, "die", []string{"", "panic"}); err == nil {
			t.Error("nobody died")
		}
		pool.Terminate()
		if err := pool.Join(); err != nil {
			t.Error(err)
		}
	}
	if err := reader.Close(); err != nil {
		t.Error(err)
	}
	if err := writer.Close(); err != nil {
		t.Error(err)
	}
}
