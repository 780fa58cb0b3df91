package main

import (
	"bytes"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode"
)

func TestOneLineForEachRequest(t *testing.T) {
	var log bytes.Buffer
	h := newHandler(folder(writeSite(t, fixture())), slog.New(slog.NewTextHandler(&log, nil)))
	request := func(method, path, accept string) string {
		log.Reset()
		r := httptest.NewRequest(method, "/", nil)
		r.URL = &url.URL{Path: path, RawQuery: "token=secret"}
		r.Header = http.Header{"Accept-Encoding": {accept}}
		h.ServeHTTP(httptest.NewRecorder(), r)
		if line := log.String(); strings.Count(line, "\n") != 1 || strings.Contains(line, "secret") {
			t.Errorf("%s %q: not one line without the query:\n%s", method, path, line)
		}
		return log.String()
	}
	for _, want := range []string{"method=GET", "path=/digits.txt", "status=200", "bytes=10", "duration=", "coding=identity"} {
		if line := request("GET", "/digits.txt", ""); !strings.Contains(line, want) {
			t.Errorf("%q is not in %s", want, line)
		}
	}
	if line := request("GET", "/", "br"); !strings.Contains(line, "coding=br") {
		t.Error(line)
	}
	if line := request("HEAD", "/digits.txt", ""); !strings.Contains(line, "bytes=0") {
		t.Error(line)
	}

	// Nothing in a path can forge a line, colour a terminal, turn the text
	// round or fill the disk.
	for _, path := range []string{"/\n time=now level=ERROR", "/\x1b[31m", "/\u202etxt", "/\xff\xfe", "/a b=c", "/" + strings.Repeat("x", 10_000)} {
		line := strings.TrimSuffix(request("GET", path, ""), "\n")
		if strings.ContainsFunc(line, func(r rune) bool { return !unicode.IsPrint(r) }) || len(line) > 400 {
			t.Errorf("path %q: %s", shorten(path), line)
		}
	}
	if line := request(strings.Repeat("M", 10_000), "/", ""); len(line) > 400 {
		t.Errorf("a long method: %d bytes", len(line))
	}
}

// A single line is there at once; of many none is lost and none is cut.
func TestLogWriter(t *testing.T) {
	var out syncBuffer
	w := &logWriter{out: &out}
	io.WriteString(w, "first\n")
	if out.String() != "first\n" {
		t.Errorf("the first line waits: %q", out.String())
	}
	var writers sync.WaitGroup
	for range 4 {
		writers.Go(func() {
			for range 5000 {
				io.WriteString(w, "another line\n")
			}
		})
	}
	writers.Wait()
	io.WriteString(w, "last\n")
	for !strings.HasSuffix(out.String(), "last\n") { // without a Flush
		time.Sleep(logPause)
	}
	if want := "first\n" + strings.Repeat("another line\n", 20_000) + "last\n"; out.String() != want {
		t.Errorf("%d bytes, want %d", len(out.String()), len(want))
	}
}

// syncBuffer may be read while it is written.
type syncBuffer struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

func (b *syncBuffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.buf.Write(p)
}

func (b *syncBuffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.buf.String()
}
