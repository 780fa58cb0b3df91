//go:build !js

package shm_test

import (
	"os"
	"testing"

	"github.com/ahiru-dev/ahiru/wasm/proc"
	"github.com/ahiru-dev/ahiru/wasm/shm/shmtest"
)

func TestMain(m *testing.M) {
	proc.Main()
	if os.Getenv("GORACE") == "" {
		os.Setenv("GORACE", "atexit_sleep_ms=0") // under -race each child would take a second to end
	}
	os.Exit(m.Run())
}

// TestCases runs the cases that the page runs as well. Under Node's plain runner nothing of this package can run: it
// knows no module "shm".
func TestCases(t *testing.T) {
	for _, c := range shmtest.Cases() {
		t.Run(c.Name, func(t *testing.T) { c.Run(t) })
	}
}
