package timeline

import (
	"bytes"
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// lesson is what was recorded of a lesson in a page, by TestRecordLessons of web/test: one trace, or an archive of those
// of its processes and threads.
func lesson(t *testing.T, name string) []byte {
	t.Helper()
	packed, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	r, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func opened(t *testing.T, text []byte) Model {
	t.Helper()
	var v Viewer
	if _, err := v.Open(t.Context(), Beginning{}, text); err != nil {
		t.Fatal(err)
	}
	m, err := v.Model(t.Context(), Nothing{})
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// TestLessons: the view of every lesson, and of two deadlocks between workers.
func TestLessons(t *testing.T) {
	names, err := filepath.Glob("testdata/lessons/*.gz")
	if err != nil || len(names) < 13 {
		t.Fatal(names, err)
	}
	for _, name := range names {
		t.Run(filepath.Base(name), func(t *testing.T) {
			m := opened(t, lesson(t, name))
			checkWhole(t, m)
			golden(t, strings.TrimSuffix(name, ".gz")+".golden", view(m))
		})
	}
}

// TestEveryLessonHasAView: a lesson that is new is to be recorded too.
func TestEveryLessonHasAView(t *testing.T) {
	programs, err := filepath.Glob("../demos/*/main.go")
	if err != nil || len(programs) < 10 {
		t.Fatal(programs, err)
	}
	for _, program := range programs {
		name := filepath.Base(filepath.Dir(program))
		if _, err := os.Stat("testdata/lessons/" + name + ".gz"); err != nil {
			t.Errorf("%v: record it with go test ./web/test -run TestRecordLessons -record", err)
		}
	}
}

// TestOpenPart: of a trace that was cut off there is what was read, and the model says so.
func TestOpenPart(t *testing.T) {
	whole := lesson(t, "testdata/lessons/soba.gz")
	m := opened(t, whole[:len(whole)*2/3])
	checkWhole(t, m)
	if full := opened(t, whole); len(m.Faults) != 1 || len(m.Lanes) == 0 || m.End >= full.End {
		t.Errorf("%d lanes to %v of %v, faults %v", len(m.Lanes), m.End, full.End, m.Faults)
	}
}
