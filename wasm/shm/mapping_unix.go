//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package shm

import (
	"fmt"
	"syscall"
)

// mapMemory gives zeroed memory that Go's allocator and race detector know nothing of: lessons race on it on purpose,
// and -race stays of use for the rest of the program.
func mapMemory(bytes int) ([]byte, error) {
	memory, err := syscall.Mmap(-1, 0, bytes, syscall.PROT_READ|syscall.PROT_WRITE, syscall.MAP_SHARED|syscall.MAP_ANON)
	if err != nil {
		return nil, fmt.Errorf("mapping %d bytes to share: %w", bytes, err)
	}
	return memory, nil
}
