package archive

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"errors"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/peps"
)

const hash = "0123456789abcdef0123456789abcdef01234567"

var packed = time.Date(2026, 8, 22, 18, 0, 15, 0, time.UTC)

// An entry is a file of an archive made for a test.
type entry struct {
	name, text string
	link       bool
}

// small is a corpus as git archive packs it, below a folder.
var small = []entry{
	{name: "peps/", text: ""},
	{name: "peps/README.rst", text: "no PEP"},
	{name: "peps/peps/pep-0001.rst", text: "PEP: 1\nTitle: One\n\nPEP 2\n"},
	{name: "peps/peps/pep-0002.rst", text: "PEP: 2\nTitle: Two\n\n:pep:`1`\n"},
}

func makeTar(t *testing.T, comment string, entries []entry) []byte {
	t.Helper()
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	if comment != "" {
		check(t, w.WriteHeader(&tar.Header{Typeflag: tar.TypeXGlobalHeader, PAXRecords: map[string]string{"comment": comment}}))
	}
	for _, e := range entries {
		h := &tar.Header{Name: e.name, Size: int64(len(e.text)), Mode: 0o644, ModTime: packed, Typeflag: tar.TypeReg}
		if strings.HasSuffix(e.name, "/") {
			h.Typeflag = tar.TypeDir
		}
		if e.link {
			h.Typeflag, h.Linkname, h.Size, e.text = tar.TypeSymlink, e.text, 0, ""
		}
		check(t, w.WriteHeader(h))
		_, err := w.Write([]byte(e.text))
		check(t, err)
	}
	check(t, w.Close())
	return b.Bytes()
}

func makeGzip(t *testing.T, data []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, err := w.Write(data)
	check(t, err)
	check(t, w.Close())
	return b.Bytes()
}

func makeZip(t *testing.T, comment string, entries []entry) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	check(t, w.SetComment(comment))
	for _, e := range entries {
		h := &zip.FileHeader{Name: e.name, Method: zip.Deflate, Modified: packed}
		if e.link {
			h.SetMode(os.ModeSymlink | 0o777)
		}
		f, err := w.CreateHeader(h)
		check(t, err)
		_, err = f.Write([]byte(e.text))
		check(t, err)
	}
	check(t, w.Close())
	return b.Bytes()
}

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func read(data []byte, limits Limits) (peps.Source, error) {
	return Read(bytes.NewReader(data), int64(len(data)), limits)
}

// describe is the paths and problems of a source.
func describe(src peps.Source) string {
	var b strings.Builder
	for _, f := range src.Files {
		b.WriteString(f.Path)
		if f.Lost {
			b.WriteString(" lost")
		}
		b.WriteString("\n")
	}
	for _, p := range src.Problems {
		b.WriteString(p.File + ": " + p.Text + "\n")
	}
	return b.String()
}

func TestFormats(t *testing.T) {
	xz, err := os.ReadFile("testdata/small.tar.xz")
	check(t, err)
	plain := makeTar(t, hash, small)
	for name, data := range map[string][]byte{
		"tar": plain, "tar.gz": makeGzip(t, plain), "tar.xz": xz, "zip": makeZip(t, hash, small),
	} {
		t.Run(name, func(t *testing.T) {
			src, err := read(data, DefaultLimits)
			check(t, err)
			if src.Commit != hash || src.Date != "2026-08-22T18:00:15Z" {
				t.Errorf("commit %q, date %q", src.Commit, src.Date)
			}
			r := peps.Extract(src).Report
			if r.Nodes != 2 || r.Edges != 2 || len(r.Problems) != 2*3 { // three headers are missing in each
				t.Errorf("%d nodes, %d edges, problems %v", r.Nodes, r.Edges, r.Problems)
			}
		})
	}
}

func TestNoComment(t *testing.T) {
	for _, comment := range []string{"", "by hand", strings.ToUpper(hash)} {
		for _, data := range [][]byte{makeTar(t, comment, small), makeZip(t, comment, small)} {
			src, err := read(data, DefaultLimits)
			check(t, err)
			if src.Commit != "" || src.Date != "" {
				t.Errorf("comment %q: commit %q, date %q", comment, src.Commit, src.Date)
			}
		}
	}
}

func TestNoArchive(t *testing.T) {
	for name, data := range map[string][]byte{
		"empty":         nil,
		"short":         []byte("P"),
		"text":          []byte(strings.Repeat("PEP: 1\n", 200)),
		"gzip of text":  makeGzip(t, []byte(strings.Repeat("PEP: 1\n", 200))),
		"gzip header":   []byte("\x1f\x8b"),
		"xz header":     []byte("\xfd7zXZ\x00"),
		"zip header":    []byte("PK\x03\x04"),
		"zeros":         make([]byte, 4096),
		"half a zip":    makeZip(t, "", small)[:300],
		"half a header": makeTar(t, "", small)[:100],
	} {
		t.Run(name, func(t *testing.T) {
			src, err := read(data, DefaultLimits)
			if err == nil {
				t.Fatalf("no error, but %s", describe(src))
			}
			if !errors.Is(err, ErrFormat) && !errors.Is(err, peps.NewFault(peps.EmptyArchive)) {
				t.Errorf("unclear error: %v", err)
			}
		})
	}
}
