//go:build !js

package jobs

import (
	"bytes"
	"runtime/trace"
	"testing"

	"github.com/ahiru-dev/ahiru/wasm/timeline"
)

func init() {
	Register("told", func(*Task, struct{}) (struct{}, error) { return struct{}{}, nil })
	Register("told/thrown", func(*Task, struct{}) (struct{}, error) { panic("quack") })
}

// TestJobsAreTold: a traced worker says which job it does and until when, also of one that panics.
func TestJobsAreTold(t *testing.T) {
	var out bytes.Buffer
	if err := trace.Start(&out); err != nil {
		t.Skipf("this test is being traced itself: %v", err)
	}
	for _, name := range []string{"told", "told/thrown"} {
		perform(&Task{}, order{Function: name})
	}
	trace.Stop()
	read := timeline.New("en")
	s := read.Stream(1)
	s.Write(out.Bytes())
	s.Close()
	m := read.Model()
	if len(m.Jobs) != 2 || m.Jobs[0].Name != "told" || m.Jobs[1].Name != "told/thrown" || m.Jobs[0].Open || m.Jobs[1].Open {
		t.Errorf("%+v, %v", m.Jobs, m.Faults)
	}
}
