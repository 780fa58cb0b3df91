//go:build unix

package main

import (
	"net/http"
	"path/filepath"
	"syscall"
	"testing"
)

// What is neither file nor directory would block or never end.
func TestNoDevices(t *testing.T) {
	dir := writeSite(t, map[string]string{"a.txt": "plain"})
	must(t, syscall.Mkfifo(filepath.Join(dir, "pipe"), 0o644))
	if code := get(newHandler(folder(dir), quiet()), "/pipe", "").StatusCode; code != http.StatusNotFound {
		t.Errorf("a named pipe: %d", code)
	}
}
