package main

import (
	"io"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"
)

// get asks a handler without a network in between.
func get(h http.Handler, path, accept string) *http.Response {
	r := httptest.NewRequest("GET", path, nil)
	r.Header.Set("Accept-Encoding", accept)
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w.Result()
}

func expectBody(t testing.TB, h http.Handler, path, accept, want string) {
	t.Helper()
	answer := get(h, path, accept)
	got, err := io.ReadAll(answer.Body)
	must(t, err)
	if answer.StatusCode != http.StatusOK || string(got) != want {
		t.Errorf("GET %s (%s): %d %s\nwant: %s", path, accept, answer.StatusCode, shorten(string(got)), shorten(want))
	}
}

func TestRebuiltWhileServing(t *testing.T) {
	dir := writeSite(t, fixture())
	h := newHandler(folder(dir), quiet())
	page := filepath.Join(dir, "index.html")
	before := get(h, "/", "")

	// The same length and moment after moment: only the bytes tell.
	for _, text := range []string{"new A", "new B", "new C"} {
		must(t, os.WriteFile(page, []byte(text), 0o644))
		expectBody(t, h, "/", "", text)
	}
	if get(h, "/", "").Header.Get("Etag") == before.Header.Get("Etag") {
		t.Error("the new page has the ETag of the old one")
	}

	// What was not there, and what is there no more.
	writeFile(t, filepath.Join(dir, "later.txt"), "later", time.Now())
	expectBody(t, h, "/later.txt", "", "later")
	must(t, os.Remove(filepath.Join(dir, "later.txt")))
	if code := get(h, "/later.txt", "").StatusCode; code != http.StatusNotFound {
		t.Errorf("a removed file: %d", code)
	}
}

func TestFolderReplacedWhileServing(t *testing.T) {
	dir := writeSite(t, fixture())
	h := newHandler(folder(dir), quiet())
	expectBody(t, h, "/robots.txt", "", fixture()["robots.txt"])

	next := writeSite(t, map[string]string{"robots.txt": "a new build "})
	must(t, os.Rename(dir, dir+".old"))
	must(t, os.Rename(next, dir))
	expectBody(t, h, "/robots.txt", "", "a new build ")
	must(t, os.RemoveAll(dir))
	if code := get(h, "/robots.txt", "").StatusCode; code != http.StatusNotFound {
		t.Errorf("without a folder: %d", code)
	}
}

// A page that somebody edits must not go out as its old compressed copy.
func TestLeftOverCopies(t *testing.T) {
	dir := writeSite(t, fixture())
	h := newHandler(folder(dir), quiet())
	if coding := get(h, "/", "br").Header.Get("Content-Encoding"); coding != "br" {
		t.Fatalf("before: coding %q", coding)
	}
	edited := strings.Repeat("edited by hand ", 50)
	writeFile(t, filepath.Join(dir, "index.html"), edited, time.Now())
	expectBody(t, h, "/", "br, gzip, zstd", edited)

	// The next build brings a new copy.
	packed := packers[".br"](t, edited)
	writeFile(t, filepath.Join(dir, "index.html.br"), packed, time.Now())
	expectBody(t, h, "/", "br", packed)
}

// "cp -r" writes in any order: an older copy of the same content is good.
func TestOlderCopiesOfTheSameContent(t *testing.T) {
	dir := writeSite(t, fixture())
	for _, name := range []string{"index.html", wasm} {
		must(t, os.Chtimes(filepath.Join(dir, name), time.Now(), time.Now()))
		for _, coding := range []string{"br", "zstd", "gzip"} {
			h := newHandler(folder(dir), quiet())
			path := "/" + strings.TrimSuffix(name, "index.html")
			if got := get(h, path, coding).Header.Get("Content-Encoding"); got != coding {
				t.Errorf("%s: coding %q, want %q", name, got, coding)
			}
		}
	}
}

// Beside a .gz file that pages unpack themselves its copy holds what that one holds, however the files were copied.
func TestCopyOfAPackedFile(t *testing.T) {
	dir := t.TempDir()
	writeFile(t, filepath.Join(dir, "pack.wasm.gz"), packers[".gz"](t, "the compiler"), time.Now())
	writeFile(t, filepath.Join(dir, "pack.wasm.gz.br"), packers[".br"](t, "the compiler"), time.Now().Add(-time.Hour))
	writeFile(t, filepath.Join(dir, "stale.gz"), packers[".gz"](t, "new"), time.Now())
	writeFile(t, filepath.Join(dir, "stale.gz.br"), packers[".br"](t, "old"), time.Now().Add(-time.Hour))
	h := newHandler(folder(dir), quiet())
	if got := get(h, "/pack.wasm.gz", "br").Header.Get("Content-Encoding"); got != "br" {
		t.Errorf("coding %q, want br", got)
	}
	if got := get(h, "/stale.gz", "br").Header.Get("Content-Encoding"); got != "" {
		t.Errorf("a copy of other content is served in %q", got)
	}
	expectBody(t, h, "/pack.wasm.gz", "", packers[".gz"](t, "the compiler"))
}

// A copy that lies outside, cannot be unpacked or is a directory is as good
// as none.
func TestUnusableCopies(t *testing.T) {
	dir := writeSite(t, map[string]string{"a.txt": "plain", "b.txt": "plain", "c.txt": "plain"})
	outside := filepath.Join(dir, "..", "outside.br")
	writeFile(t, outside, packers[".br"](t, "SECRET"), time.Now().Add(-time.Hour))
	must(t, os.Symlink(outside, filepath.Join(dir, "a.txt.br")))
	must(t, os.Mkdir(filepath.Join(dir, "b.txt.br"), 0o755))
	writeFile(t, filepath.Join(dir, "c.txt.br"), "\xff\xff rubbish", time.Now().Add(-2*time.Hour))
	h := newHandler(folder(dir), quiet())
	for _, name := range []string{"/a.txt", "/b.txt", "/c.txt"} {
		expectBody(t, h, name, "br", "plain")
	}
}

// Readers while the site is written see one version or the other, whole.
func TestReadersDuringRebuild(t *testing.T) {
	dir := t.TempDir()
	versions := []string{strings.Repeat("a", 100_000), strings.Repeat("b", 100_000)}
	write := func(text string) {
		writeFile(t, filepath.Join(dir, "next"), text, time.Now())
		must(t, os.Rename(filepath.Join(dir, "next"), filepath.Join(dir, "page.html")))
	}
	write(versions[0])
	h := newHandler(folder(dir), quiet())

	var readers sync.WaitGroup
	stop := make(chan struct{})
	tags := [2]sync.Map{} // by version, the ETags seen with it
	for range 4 {
		readers.Go(func() {
			for {
				select {
				case <-stop:
					return
				default:
				}
				w := httptest.NewRecorder()
				h.ServeHTTP(w, httptest.NewRequest("GET", "/page.html", nil))
				switch w.Body.String() {
				case versions[0]:
					tags[0].Store(w.Header().Get("Etag"), true)
				case versions[1]:
					tags[1].Store(w.Header().Get("Etag"), true)
				default:
					t.Errorf("status %d and %d bytes that are neither version", w.Code, w.Body.Len())
					return
				}
			}
		})
	}
	for i := range 100 {
		write(versions[i%2])
	}
	close(stop)
	readers.Wait()
	tags[0].Range(func(tag, _ any) bool {
		if _, both := tags[1].Load(tag); both {
			t.Errorf("ETag %v stood on both versions", tag)
		}
		return true
	})
}

// A binary that carries its site has files without a time.
func TestFilesWithoutTime(t *testing.T) {
	site := fstest.MapFS{}
	for name, content := range fixture() {
		site[name] = &fstest.MapFile{Data: []byte(content)}
		site[name+".br"] = &fstest.MapFile{Data: []byte(packers[".br"](t, content))}
	}
	h := newHandler(fs.FS(site), quiet())
	answer := get(h, "/", "br")
	if answer.StatusCode != 200 || answer.Header.Get("Content-Encoding") != "br" || answer.Header.Get("Etag") == "" {
		t.Errorf("got %d %v", answer.StatusCode, answer.Header)
	}
	expectBody(t, h, "/"+wasm, "", fixture()[wasm])
	if get(h, "/.env", "").StatusCode != http.StatusNotFound {
		t.Error("a dot file is served")
	}
}

// Past the limit small files are forgotten, and found again.
func TestKeptBytesAreBounded(t *testing.T) {
	dir := writeSite(t, map[string]string{"a.txt": "aaaa", "b.txt": "bbbb"})
	h := newHandler(folder(dir), quiet())
	expectBody(t, h, "/a.txt", "", "aaaa")
	h.catalog.kept.Store(keptLimit + 1)
	expectBody(t, h, "/b.txt", "", "bbbb")
	if _, ok := h.catalog.files.Load("a.txt"); ok || h.catalog.kept.Load() > 4 {
		t.Error("nothing was forgotten")
	}
	expectBody(t, h, "/a.txt", "", "aaaa")
}
