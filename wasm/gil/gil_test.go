//go:build !js

package gil_test

import (
	"os"
	"testing"

	"github.com/ahiru-dev/ahiru/wasm/gil/giltest"
	"github.com/ahiru-dev/ahiru/wasm/proc"
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
	for _, c := range giltest.Cases() {
		t.Run(c.Name, func(t *testing.T) { c.Run(t) })
	}
}
