package corpus

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/ahiru-dev/ahiru/wasm/peps"
)

const first = `PEP: 1
Title: One
Author: A
Status: Draft
Type: Process
Requires: 2

The first sentence says nothing. The second one
names PEP 2, i.e. another. The third is silent.
`

const second = "PEP: 2\nTitle: Two\nAuthor: A\nStatus: Rejected\nType: Process\n\nPEP 77\n"

func packed(t testing.TB) []byte {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	w := tar.NewWriter(z)
	for name, text := range map[string]string{"peps-main/peps/pep-0001.rst": first, "peps-main/peps/pep-0002.rst": second, "peps-main/README.rst": "PEP 9"} {
		if err := w.WriteHeader(&tar.Header{Name: name, Mode: 0o644, Size: int64(len(text)), Typeflag: tar.TypeReg}); err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestArchiveAndFolderSayTheSame(t *testing.T) {
	var stages []string
	last := Progress{}
	watch := func(p Progress) {
		stages, last = append(stages, p.Stage), p
	}
	var c Corpus
	from, err := c.Read(t.Context(), Brought{}, [][]byte{packed(t)}, watch)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(slices.Compact(stages), []string{"unpacking", "reading"}) || last != (Progress{"reading", 2, 2}) {
		t.Errorf("told of %v, at last of %+v", stages, last)
	}
	folder := Brought{Paths: []string{"peps/peps/pep-0001.rst", "peps/peps/pep-0002.rst", "peps/README.rst"}}
	again, err := c.Read(t.Context(), folder, [][]byte{[]byte(first), []byte(second), nil}, nil)
	if err != nil || fmt.Sprint(again) != fmt.Sprint(from) {
		t.Errorf("the folder says\n%v, %v\nthe archive\n%v", again, err, from)
	}
	if len(from.Graph.Nodes) != 2 || len(from.Mentions) != 2 || from.Files != 2 || len(from.Findings) != 2 {
		t.Errorf("read %+v", from)
	}
}

func TestSentences(t *testing.T) {
	var c Corpus
	if _, err := c.Sentences(t.Context(), nil); err == nil {
		t.Error("nothing can be quoted")
	}
	account, err := c.Read(t.Context(), Brought{}, [][]byte{packed(t)}, nil)
	if err != nil {
		t.Fatal(err)
	}
	more := append(account.Mentions, peps.Mention{File: "peps/pep-0001.rst", Line: 999}, peps.Mention{File: "elsewhere", Line: 1}, peps.Mention{File: "peps/pep-0001.rst", Line: -1})
	got, err := c.Sentences(t.Context(), more)
	slices.Sort(got)
	want := []string{"", "", "", "Requires: 2", "The second one names PEP 2, i.e. another."}
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("quoted %q, %v; want %q", got, err, want)
	}
}

// TestRefusals: each has a sentence, and the corpus before stays.
func TestRefusals(t *testing.T) {
	var c Corpus
	account, err := c.Read(t.Context(), Brought{}, [][]byte{packed(t)}, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		b        Brought
		contents [][]byte
		want     string
	}{
		{Brought{}, nil, "an archive is one file, not 0"},
		{Brought{}, [][]byte{nil}, "the archive is empty"},
		{Brought{}, [][]byte{[]byte("%PDF-1.4 no archive at all")}, "it is no .tar, .tar.gz, .tar.xz or .zip archive"},
		{Brought{}, [][]byte{packed(t)[:40]}, "it is no"},
		{Brought{Paths: []string{"a"}}, nil, "1 paths for 0 files"},
		{Brought{Paths: []string{}}, nil, "it holds no PEPs"},
		{Brought{Paths: []string{"notes.txt"}}, [][]byte{[]byte("PEP 8")}, "it holds no PEPs"},
	} {
		if _, err := c.Read(t.Context(), test.b, test.contents, nil); err == nil || !strings.Contains(err.Error(), test.want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%+v: %v, want %q", test.b, err, test.want)
		}
	}
	if got, err := c.Sentences(t.Context(), account.Mentions[:1]); err != nil || got[0] == "" {
		t.Errorf("the corpus before is gone: %q, %v", got, err)
	}
}

// TestOddCorpora must be read without a fault.
func TestOddCorpora(t *testing.T) {
	head := func(n int) string {
		return fmt.Sprintf("PEP: %d\nTitle: T\nAuthor: A\nStatus: Final\nType: Process\n", n)
	}
	for name, files := range map[string]map[string]string{
		"one PEP":              {"pep-0001.rst": head(1)},
		"two of one number":    {"pep-0001.rst": head(1), "pep-0001.txt": head(1)},
		"a broken file":        {"pep-0001.rst": "\xff\xfe\x00 PEP 2", "pep-0002.rst": head(2) + "\nPEP 1\n"},
		"an empty file":        {"pep-0001.rst": ""},
		"a circle":             {"pep-0001.rst": head(1) + "Superseded-By: 2\n", "pep-0002.rst": head(2) + "Superseded-By: 1\n"},
		"itself":               {"pep-0001.rst": head(1) + "Superseded-By: 1\nReplaces: 1\nRequires: 1\n\nPEP 1\n"},
		"a number of 0 digits": {"pep-0001.rst": head(1), "pep-.rst": head(2)},
	} {
		var b Brought
		var contents [][]byte
		for path, text := range files {
			b.Paths, contents = append(b.Paths, path), append(contents, []byte(text))
		}
		var c Corpus
		account, err := c.Read(t.Context(), b, contents, nil)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if _, err := c.Sentences(t.Context(), account.Mentions); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// FuzzArchive: whatever the bytes are, there is an account or a sentence.
func FuzzArchive(f *testing.F) {
	f.Add(packed(f))
	f.Add([]byte("PK\x03\x04"))
	f.Add([]byte("\xfd7zXZ\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		var c Corpus
		account, err := c.Read(t.Context(), Brought{}, [][]byte{data}, nil)
		if err != nil {
			if err.Error() == "" || strings.Contains(err.Error(), "\n") {
				t.Fatalf("a strange sentence: %q", err)
			}
			return
		}
		if _, err := c.Sentences(t.Context(), account.Mentions); err != nil {
			t.Fatal(err)
		}
	})
}

// FuzzSentence: a quotation is short and of the text.
func FuzzSentence(f *testing.F) {
	f.Add(first, 9, "text")
	f.Fuzz(func(t *testing.T, text string, line int, kind string) {
		got := peps.Sentence([]byte(text), peps.Mention{Line: line, Kind: peps.Kind(kind)})
		if len([]rune(got)) > 601 {
			t.Fatalf("quoted %d characters", len([]rune(got)))
		}
	})
}
