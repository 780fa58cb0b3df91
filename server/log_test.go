package main

import (
	"bytes"

	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
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
