package timeline

import (
	"archive/tar"
	"bytes"
	"fmt"
	"strings"
	"testing"
)

func archived(t *testing.T, files ...string) []byte {
	t.Helper()
	var out bytes.Buffer
	w := tar.NewWriter(&out)
	for i := 0; i < len(files); i += 2 {
		if err := w.WriteHeader(&tar.Header{Name: files[i], Mode: 0o644, Size: int64(len(files[i+1])), Format: tar.FormatUSTAR}); err != nil {
			t.Fatal(err)
		}
		fmt.Fprint(w, files[i+1])
	}
	w.Close()
	return out.Bytes()
}

// TestOpen: a trace alone, and one for each of two workers.
func TestOpen(t *testing.T) {
	var v Viewer
	text := recorded()
	if count, err := v.Open(t.Context(), Beginning{}, text[:10], text[10:]); err != nil || count.Events == 0 {
		t.Fatal(count, err)
	}
	alone, _ := v.Model(t.Context(), Nothing{})
	file := archived(t, "1-main.trace", string(text), "2-proc-worker.trace", string(text))
	if _, err := v.Open(t.Context(), Beginning{}, file); err != nil {
		t.Fatal(err)
	}
	m, _ := v.Model(t.Context(), Nothing{})
	if len(m.Lanes) != 2*len(alone.Lanes) || len(m.Workers) != 2 || m.Workers[1].Name != "proc-worker" || !m.Workers[1].Ended {
		t.Errorf("%d lanes of %+v, want twice %d", len(m.Lanes), m.Workers, len(alone.Lanes))
	}
	checkWhole(t, m)
}

// TestOpenNot: what is no trace is refused in a sentence.
func TestOpenNot(t *testing.T) {
	var v Viewer
	text := string(recorded())
	whole := archived(t, "1-main.trace", text)
	for _, test := range []struct{ file, want string }{
		{"", "the file is empty"},
		{"<!doctype html>" + strings.Repeat(" ", 1000), "this is no execution trace of Go"},
		{text[:20], ""},
		{text[:len(text)/2], ""},
		{string(archived(t, "readme", "hello")), `"readme" is not named after a worker`},
		{string(archived(t)), "no execution trace"},
		{string(whole[:len(whole)/2]), "the archive of traces cannot be read"},
	} {
		if _, err := v.Open(t.Context(), Beginning{}, []byte(test.file)); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%.30q: %v, want %q", test.file, err, test.want)
		}
	}
}
