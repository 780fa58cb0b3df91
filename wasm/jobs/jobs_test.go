package jobs_test

import (
	"os"
	"testing"

	"github.com/ahiru-dev/ahiru/wasm/jobs/jobstest"
	"github.com/ahiru-dev/ahiru/wasm/proc"
)

func TestMain(m *testing.M) {
	proc.Main()
	if os.Getenv("GORACE") == "" {
		os.Setenv("GORACE", "atexit_sleep_ms=0") // under -race each child would take a second to end
	}
	os.Exit(m.Run())
}

// TestCases runs the cases that the page runs as well.
func TestCases(t *testing.T) {
	if _, _, err := proc.Pipe(); err != nil {
		t.Skipf("the page runs these cases: %v", err)
	}
	for _, c := range jobstest.Cases() {
		t.Run(c.Name, func(t *testing.T) { c.Run(t) })
	}
}
