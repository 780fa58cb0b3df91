//go:build !js

package futures_test

import (
	"errors"
	"os"
	"testing"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/futures"
	"github.com/ahiru-dev/ahiru/wasm/futures/futurestest"
	"github.com/ahiru-dev/ahiru/wasm/proc"
)

// Both pools are executors, though neither says so.
var (
	_ futures.Executor = (*futures.ThreadPool)(nil)
	_ futures.Executor = (*futures.ProcessPool)(nil)
)

func init() {
	futures.Register("pid", func(struct{}) (int, error) { return os.Getpid(), nil })
	futures.Register("hang", func(struct{}) (int, error) { time.Sleep(time.Hour); return 0, nil })
}

func TestMain(m *testing.M) {
	proc.Main()
	if os.Getenv("GORACE") == "" {
		os.Setenv("GORACE", "atexit_sleep_ms=0") // under -race each child would take a second to end
	}
	os.Exit(m.Run())
}

// TestCases runs the cases that the page runs as well. Under Node's plain runner they cannot run: it knows no module
// "shm" and starts no processes.
func TestCases(t *testing.T) {
	for _, c := range futurestest.Cases() {
		t.Run(c.Name, func(t *testing.T) { c.Run(t) })
	}
}

// TestWorkerKilled kills a worker from outside, in the middle of a call.
func TestWorkerKilled(t *testing.T) {
	pool, err := futures.NewProcessPool(1)
	if err != nil {
		t.Skip(err)
	}
	pid, err := futures.Value[int](pool.Submit("pid", struct{}{}))
	if err != nil {
		t.Fatal(err)
	}
	hanging := pool.Submit("hang", struct{}{})
	for !hanging.Running() {
		time.Sleep(time.Millisecond)
	}
	worker, err := os.FindProcess(pid)
	if err != nil {
		t.Fatal(err)
	}
	if err := worker.Kill(); err != nil {
		t.Fatal(err)
	}
	_, err = hanging.Result()
	var lost *proc.WorkerError
	if !errors.As(err, &lost) || lost.Exit.Reason != "killed" {
		t.Errorf("got %v", err)
	}
	if next, err := futures.Value[int](pool.Submit("pid", struct{}{})); err != nil || next == pid {
		t.Errorf("the next call runs in process %d (%v), and the one before was killed as %d", next, err, pid)
	}
	if err := pool.Shutdown(); err != nil || pool.Replaced() != 1 {
		t.Errorf("%v; %d workers replaced", err, pool.Replaced())
	}
}

// counting is an executor made of another one: what is written for the interface works with it.
type counting struct {
	futures.Executor
	calls int
}

func (c *counting) Submit(name string, arg any) *futures.Future {
	c.calls++
	return c.Executor.Submit(name, arg)
}

func TestMapTakesAnyExecutor(t *testing.T) {
	pool, err := futures.NewThreadPool(1)
	if err != nil {
		t.Fatal(err)
	}
	defer pool.Shutdown()
	e := &counting{Executor: pool}
	for pid, err := range futures.Map[int](e, "pid", make([]struct{}, 3)) {
		if err != nil || pid != os.Getpid() {
			t.Errorf("got %d, %v", pid, err)
		}
	}
	if e.calls != 3 {
		t.Errorf("%d calls", e.calls)
	}
}
