//go:build !unix && !js

package proc

import (
	"fmt"
	"os"
	"runtime"
)

const firstEnd = 0

func startProcess(*spec) (running, error) { return running{}, unsupported() }

func settle(*orders) error { return unsupported() }

func duplicate(*os.File) (*os.File, error) { return nil, unsupported() }

func takeOver(int, string) (*os.File, error) { return nil, unsupported() }

func unsupported() error {
	return fmt.Errorf("a process cannot hand pipes to its children on %s: run this program in the page or on a Unix", runtime.GOOS)
}
