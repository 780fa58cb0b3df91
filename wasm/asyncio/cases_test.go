package asyncio_test

import (
	"os"
	"runtime"
	"strings"
	"testing"

	"github.com/ahiru-dev/ahiru/wasm/asyncio/asynciotest"
	"github.com/ahiru-dev/ahiru/wasm/proc"
)

func TestMain(m *testing.M) {
	if runtime.GOOS != "js" {
		proc.Main()
	}
	os.Exit(m.Run())
}

// TestCases runs the cases that the page runs as well. Under Node's plain runner there are no workers, and so no pools.
func TestCases(t *testing.T) {
	for _, c := range asynciotest.Cases() {
		t.Run(c.Name, func(t *testing.T) {
			if runtime.GOOS == "js" && strings.HasPrefix(c.Name, "pools/") {
				t.Skip("there are no workers here")
			}
			c.Run(t)
		})
	}
}
