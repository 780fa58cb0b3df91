package peps

import (
	"errors"
	"io"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
)

// broken is a file system in which one file cannot be read.
type broken struct{ fstest.MapFS }

func (b broken) Open(name string) (fs.File, error) {
	if name == "peps/pep-0002.rst" {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return b.MapFS.Open(name)
}

func TestReadFS(t *testing.T) {
	pep := func(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }
	src, err := ReadFS(broken{fstest.MapFS{
		"README.rst":                  pep("no PEP"),
		"peps/pep-0001.rst":           pep("PEP: 1\n\nPEP 2, PEP 3"),
		"peps/pep-0001/notes.rst":     pep("PEP 2"),
		"peps/pep-0002.rst":           pep("PEP: 2"),
		"peps/pep-0003.rst":           pep(strings.Repeat(" ", MaxFile+1)),
		".git/pep-0004.rst":           pep("PEP: 4"),
		"a/b/c/d/e/peps/pep-0005.rst": pep("PEP: 5"),
	}})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range src.Files {
		got = append(got, f.Path)
		if f.Lost {
			got[len(got)-1] += " lost"
		}
	}
	want := "peps/pep-0001/notes.rst peps/pep-0001.rst peps/pep-0002.rst lost peps/pep-0003.rst lost"
	if strings.Join(got, " ") != want {
		t.Errorf("read %q, want %q", got, want)
	}
	for i, want := range []string{"peps/pep-0002.rst the file cannot be read: permission denied", "peps/pep-0003.rst the file cannot be read: it has more than 8 MiB, which no PEP has"} {
		if i >= len(src.Problems) || src.Problems[i].File+" "+src.Problems[i].Text != want {
			t.Errorf("problems %v, want %q", src.Problems, want)
		}
	}
	r := Extract(src)
	if r.Report.Nodes != 3 || r.Report.Edges != 2 {
		t.Errorf("%d nodes, %d edges: a PEP that cannot be read is one all the same", r.Report.Nodes, r.Report.Edges)
	}
}

type noFolder struct{}

func (noFolder) Open(string) (fs.File, error) { return nil, errors.New("no such disk") }

func TestReadFSNothing(t *testing.T) {
	if _, err := ReadFS(noFolder{}); err == nil || !strings.Contains(err.Error(), "no such disk") {
		t.Errorf("error %v", err)
	}
	if _, err := ReadLimited(io.LimitReader(strings.NewReader("x"), 1)); err != nil {
		t.Error(err)
	}
}
