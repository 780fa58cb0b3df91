//go:build !js

package proc_test

import (
	"bytes"
	"errors"
	"path/filepath"
	"runtime/trace"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/proc"
	"github.com/ahiru-dev/ahiru/wasm/timeline"
)

// TestFileLockIsTold: who has the lock of a file, who waits for it, and who gives up.
func TestFileLockIsTold(t *testing.T) {
	var out bytes.Buffer
	if err := trace.Start(&out); err != nil {
		t.Skipf("this test is being traced itself: %v", err)
	}
	path := filepath.Join(t.TempDir(), "two words")
	var all sync.WaitGroup
	for range 3 {
		all.Go(func() {
			lock := proc.NewFileLock(path)
			if err := lock.Lock(proc.Forever); err != nil {
				t.Error(err)
			}
			time.Sleep(20 * time.Millisecond)
			if err := lock.Unlock(); err != nil {
				t.Error(err)
			}
		})
	}
	time.Sleep(10 * time.Millisecond)
	if err := proc.NewFileLock(path).Lock(time.Millisecond); !errors.Is(err, proc.ErrLocked) {
		t.Error(err)
	}
	all.Wait()
	trace.Stop()

	read := timeline.New("en")
	s := read.Stream(1)
	s.Write(out.Bytes())
	s.Close()
	m := read.Model()
	if len(m.Holds) != 3 || len(m.Waits) != 3 || len(m.Faults) > 0 {
		t.Fatalf("holds %+v, waits %+v, %v", m.Holds, m.Waits, m.Faults)
	}
	for i, h := range m.Holds {
		if h.Open || !strings.HasSuffix(h.Thing, "two_words") || i > 0 && h.Start < m.Holds[i-1].End {
			t.Errorf("holds %+v", m.Holds)
		}
	}
	for _, w := range m.Waits {
		if w.Open || w.Holder == "" || w.Thing != m.Holds[0].Thing {
			t.Errorf("wait %+v", w)
		}
	}
}
