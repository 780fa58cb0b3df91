package carried

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"errors"
	"io"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"
)

const program = "assets/race.0123456789abcdef.wasm"

// built is a small site: a program with its copies, and it again in one file.
func built(t *testing.T) fstest.MapFS {
	t.Helper()
	wasm := []byte(strings.Repeat("a duck floats, a duck dives; ", 999))
	packed := zip(t, wasm)
	other := zip(t, []byte(strings.Repeat("not a copy of any file", 99)))
	block := func(path string, contents []byte) string {
		return `<script type="application/gzip" data-path="` + path + `">` + base64.StdEncoding.EncodeToString(contents) + "</script>\n"
	}
	site := fstest.MapFS{}
	for name, contents := range map[string]string{
		program:                    string(wasm),
		program + ".gz":            string(packed),
		program + ".br":            "brotli",
		program + ".zst":           "zstd",
		"single/race.html":         "<!doctype html>" + block("demos/race/lesson.json", other) + block(program, packed) + block(program, other) + "<script>0</script>",
		"toolchain/compile.gz":     string(zip(t, []byte("what the page unpacks"))),
		"toolchain/compile.gz.br":  "brotli",
		"index.html":               "a page that is newer than its copy",
		"index.html.gz":            string(zip(t, []byte("the page as it was"))),
		"pictures/duck.png":        "\x00\x00picture\x00",
		"lonely.zst":               "a file that has this name itself",
		".nojekyll":                "",
		"ja/demos/race/index.html": "アヒル",
	} {
		site[name] = &fstest.MapFile{Data: []byte(contents)}
	}
	return site
}

func zip(t *testing.T, contents []byte) []byte {
	t.Helper()
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	_, err := w.Write(contents)
	if err := errors.Join(err, w.Close()); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// carry packs a site and opens it again; weight is what was carried.
func carry(t *testing.T, from fs.FS) (site fs.FS, weight int64) {
	t.Helper()
	dir := t.TempDir()
	if err := Pack(from, dir); err != nil {
		t.Fatal(err)
	}
	packed := os.DirFS(dir)
	site, err := Open(packed)
	if err != nil {
		t.Fatal(err)
	}
	err = fs.WalkDir(packed, ".", func(_ string, d fs.DirEntry, err error) error {
		if err == nil && d.Type().IsRegular() {
			info, failed := d.Info()
			weight, err = weight+info.Size(), failed
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return site, weight
}

func TestEveryFileComesBack(t *testing.T) {
	from := built(t)
	site, _ := carry(t, from)
	for name, file := range from {
		got, err := fs.ReadFile(site, name)
		if name == program+".zst" {
			if !errors.Is(err, fs.ErrNotExist) {
				t.Errorf("%s is carried: %v", name, err)
			}
			continue
		}
		info, failed := fs.Stat(site, name)
		if err := errors.Join(err, failed); err != nil {
			t.Errorf("%s: %v", name, err)
		} else if !bytes.Equal(got, file.Data) || info.Size() != int64(len(file.Data)) || !info.Mode().IsRegular() {
			t.Errorf("%s has %d bytes and says %d, want %d", name, len(got), info.Size(), len(file.Data))
		}
	}
	if _, err := site.Open(indexName); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the index is a file of the site: %v", err)
	}
	if _, err := site.Open("toolchain/compile"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a file that the site does not have is made: %v", err)
	}
}

func TestWhatIsThereTwiceIsCarriedOnce(t *testing.T) {
	from := built(t)
	_, weight := carry(t, from)
	all := 0
	for _, file := range from {
		all += len(file.Data)
	}
	twice := len(from[program].Data) + base64.StdEncoding.EncodedLen(len(from[program+".gz"].Data))
	if text := 300; weight > int64(all-twice+text) {
		t.Errorf("%d bytes are carried of %d, of which %d are there twice", weight, all, twice)
	}
}

func TestMadeFilesAreRead(t *testing.T) {
	from := built(t)
	site, _ := carry(t, from)
	for _, name := range []string{program, "single/race.html"} {
		file, err := site.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		seeker := file.(io.ReadSeeker)
		end, err := seeker.Seek(-3, io.SeekEnd)
		rest, failed := io.ReadAll(seeker)
		want := from[name].Data
		if err := errors.Join(err, failed, file.Close()); err != nil || end != int64(len(want)-3) || !bytes.HasSuffix(want, rest) || len(rest) != 3 {
			t.Errorf("%s ends at %d with %q, %v", name, end, rest, err)
		}
	}
}

func TestABrokenCarrier(t *testing.T) {
	if _, err := Open(fstest.MapFS{}); err == nil {
		t.Error("a folder without an index was opened")
	}
	if _, err := Open(fstest.MapFS{indexName: {Data: []byte("{")}}); err == nil {
		t.Error("an index that is cut off was read")
	}
	site, err := Open(fstest.MapFS{
		indexName: {Data: []byte(`{"unpacked": {"a": 5, "b": 5}, "filled": {"c": 5, "d": 5}}`)},
		"a.gz":    {Data: []byte("no gzip")}, "b.gz": {Data: zip(t, []byte("four"))}, "c": {Data: zip(t, []byte(hole+"gone"+hole))}, "d": {Data: []byte("no gzip")},
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"a", "b", "c", "d"} {
		if got, err := fs.ReadFile(site, name); err == nil {
			t.Errorf("%s is %q", name, got)
		}
	}
}
