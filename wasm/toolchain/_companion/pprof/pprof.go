// Package pprof stands in for runtime/pprof where a program does not link that itself: all of it would make each
// program a fifth larger, and the companion wants one profile. It is compiled under the name of the other, since
// only runtime/pprof may have the runtime look for leaked goroutines.
package pprof

import (
	"io"
	"runtime"
)

// Profile is the profile goroutineleak.
type Profile struct{}

// Lookup gives nil for all other profiles.
func Lookup(name string) *Profile {
	if name != "goroutineleak" {
		return nil
	}
	return &Profile{}
}

// Bytes of stacks that are read at first, and at most: what is longer is cut, as in the package that this stands for.
const (
	first = 1 << 18
	most  = 64 << 20
)

// WriteTo looks for goroutines that nothing can wake and writes the stacks of all, as debug 2 means.
func (p *Profile) WriteTo(w io.Writer, debug int) error {
	runtime_goroutineLeakGC()
	for size := first; ; size *= 2 {
		room := make([]byte, size)
		if n := runtime.Stack(room, true); n < size || size >= most {
			_, err := w.Write(room[:n])
			return err
		}
	}
}

// runtime_goroutineLeakGC is the runtime's.
func runtime_goroutineLeakGC()
