package archive

import (
	"bytes"
	"strings"
	"testing"

	"github.com/ahiru-dev/ahiru/wasm/peps"
)

func TestCutShort(t *testing.T) {
	plain := makeTar(t, "", small)
	for name, data := range map[string][]byte{
		"tar":       plain[:512*6+20],
		"tar.gz":    makeGzip(t, plain[:512*6+20]),
		"torn gzip": makeGzip(t, incompressible(plain))[:1<<16],
	} {
		t.Run(name, func(t *testing.T) {
			src, err := read(data, DefaultLimits)
			check(t, err)
			got := describe(src)
			if !strings.HasPrefix(got, "peps/peps/pep-0001.rst\n") || !strings.Contains(got, "the archive cannot be read to its end") {
				t.Errorf("got %s", got)
			}
		})
	}
}

// incompressible puts noise between the files of a tar and its end.
func incompressible(plain []byte) []byte {
	noise := make([]byte, 1<<17)
	x := uint32(1)
	for i := range noise {
		x = x*1664525 + 1013904223
		noise[i] = byte(x >> 24)
	}
	return append(bytes.Clone(plain[:512*5]), noise...)
}

func TestFiles(t *testing.T) {
	entries := []entry{
		{name: "./pep-0001.txt", text: "PEP: 1"},
		{name: "pep-0002.txt", text: "pep-0001.txt", link: true},
		{name: "pep-0003.txt", text: strings.Repeat(" PEP 1 and more text\n", peps.MaxFile/20)},
		{name: `pep-0004\appendix.rst`, text: "PEP 1"},
		{name: "/pep-0005.txt", text: "PEP: 5"},
		{name: "../pep-0006.txt", text: "PEP: 6"},
	}
	want := []string{
		"pep-0001.txt\npep-0002.txt lost\npep-0003.txt lost\npep-0004/appendix.rst\npep-0005.txt\n../pep-0006.txt\n",
		"pep-0002.txt: the file cannot be read: it is a link or special file in the archive\n",
		"pep-0003.txt: the file cannot be read: it has more than 8 MiB, which no PEP has\n",
	}
	limits := DefaultLimits
	limits.Ratio = 1 << 30
	for name, data := range map[string][]byte{"tar": makeTar(t, "", entries), "zip": makeZip(t, "", entries)} {
		src, err := read(data, limits)
		check(t, err)
		if got := describe(src); got != strings.Join(want, "") {
			t.Errorf("%s: got\n%s", name, got)
		}
	}
}

func TestLimits(t *testing.T) {
	many := append([]entry{}, small...)
	many = append(many, entry{name: "big.bin", text: strings.Repeat("\x00", 4<<20)}, entry{name: "peps/peps/pep-0003.rst", text: "PEP: 3\n"})
	plain := makeTar(t, "", many)
	tests := []struct {
		name   string
		data   []byte
		limits Limits
		files  int
		want   string
	}{
		{"total", plain, Limits{2 << 20, 100, 1000}, 2, "more than 2 MiB"},
		{"total packed", makeGzip(t, plain), Limits{2 << 20, 100, 1 << 20}, 2, "more than 2 MiB"},
		{"ratio", makeGzip(t, plain), DefaultLimits, 2, "more than 200 times its size"},
		{"entries", plain, Limits{1 << 30, 3, 1000}, 1, "more than 3 entries"},
		{"zip entries", makeZip(t, "", many), Limits{1 << 30, 3, 1000}, 1, "more than 3 entries"},
		{"zip total", makeZip(t, "", many), Limits{30, 100, 1000}, 1, "more than 0 MiB"},
		{"zip is apart", makeZip(t, "", many), DefaultLimits, 3, ""},
		{"enough", plain, DefaultLimits, 3, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			src, err := read(test.data, test.limits)
			check(t, err)
			got := describe(src)
			if len(src.Files) != test.files || !strings.Contains(got, test.want) || test.want == "" && len(src.Problems) > 0 {
				t.Errorf("got %s, want %d files and %q", got, test.files, test.want)
			}
		})
	}
}

// A zip's bomb of a PEP is left out, the others are read.
func TestZipBomb(t *testing.T) {
	entries := append([]entry{{name: "peps/peps/pep-0003.rst", text: strings.Repeat("\x00", 4<<20)}}, small...)
	src, err := read(makeZip(t, "", entries), DefaultLimits)
	check(t, err)
	got := describe(src)
	if len(src.Files) != 3 || !strings.Contains(got, "peps/peps/pep-0003.rst: the file cannot be read: it unpacks to more") {
		t.Errorf("got %s", got)
	}
}

func FuzzRead(f *testing.F) {
	t := &testing.T{}
	plain := makeTar(t, hash, small)
	f.Add(plain)
	f.Add(makeGzip(t, plain))
	f.Add(makeZip(t, hash, small))
	f.Add([]byte("\xfd7zXZ\x00\x00\x04\xe6\xd6\xb4F\x02\x00!\x01"))
	limits := Limits{Total: 1 << 20, Entries: 50, Ratio: 100}
	f.Fuzz(func(t *testing.T, data []byte) {
		src, err := read(data, limits)
		if err != nil {
			return
		}
		total := 0
		for _, file := range src.Files {
			total += len(file.Data)
		}
		if total > 1<<20 {
			t.Errorf("%d bytes pass a limit of one MiB", total)
		}
	})
}
