package test

import (
	"bytes"
	"encoding/base64"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ahiru-dev/ahiru/wasm/timeline"
)

// rereadTrace reads the exported trace natively: it is what the page has drawn.
func rereadTrace(t *testing.T, text string, lanes int) {
	t.Helper()
	saved, err := base64.StdEncoding.DecodeString(text)
	if err != nil {
		t.Fatal(err)
	}
	var viewer timeline.Viewer
	if _, err := viewer.Open(t.Context(), timeline.Beginning{}, saved); err != nil {
		t.Fatal(err)
	}
	if m, err := viewer.Model(t.Context(), timeline.Nothing{}); len(m.Lanes) != lanes || len(m.Faults) > 0 {
		t.Errorf("the saved trace has %d lanes, the page shows %d; %v, %v", len(m.Lanes), lanes, m.Faults, err)
	}
	goToolTrace(t, saved)
}

// goToolTrace has Go's own tool read what was saved: one trace, or each of an archive.
func goToolTrace(t *testing.T, saved []byte) {
	t.Helper()
	folder := t.TempDir()
	file := filepath.Join(folder, "trace")
	if err := os.WriteFile(file, saved, 0o600); err != nil {
		t.Fatal(err)
	}
	files := []string{file}
	if !bytes.HasPrefix(saved, []byte("go 1.")) {
		if out, err := exec.Command("tar", "-xf", file, "-C", folder).CombinedOutput(); err != nil {
			t.Fatalf("tar: %v: %s", err, out)
		}
		files, _ = filepath.Glob(filepath.Join(folder, "*.trace"))
		if len(files) < 2 {
			t.Errorf("the archive holds %v", files)
		}
	}
	for _, name := range files {
		out, err := exec.Command("go", "tool", "trace", "-d=parsed", name).CombinedOutput()
		if err != nil || !strings.Contains(string(out), "GoCreate") && !strings.Contains(string(out), "StateTransition") {
			t.Errorf("go tool trace: %s: %v: %.300s", filepath.Base(name), err, out)
		}
	}
}
