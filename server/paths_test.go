package main

import (
	"errors"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestSiteName(t *testing.T) {
	for _, c := range []struct {
		path, name string
		slash      bool
		err        error
	}{
		{"/", "", true, nil},
		{"/a", "a", false, nil},
		{"/a/b/", "a/b", true, nil},
		{"/%61/b%20c", "a/b c", false, nil},
		{"", "", false, errGarbled},
		{"a", "", false, errGarbled},
		{"*", "", false, errGarbled},
		{"//", "", false, fs.ErrNotExist},
		{"//a", "", false, fs.ErrNotExist},
		{"/a//", "", false, fs.ErrNotExist},
		{"/..", "", false, fs.ErrNotExist},
		{"/a/.b", "", false, fs.ErrNotExist},
		{"/a%2fb", "", false, fs.ErrNotExist},
		{"/a%5cb", "", false, errGarbled},
		{"/a%00", "", false, errGarbled},
		{"/a%7f", "", false, errGarbled},
		{"/%ff", "", false, errGarbled},
		{"/%c2%85", "", false, errGarbled}, // a control beyond ASCII
		{"/%4", "", false, errGarbled},
	} {
		name, slash, err := siteName(c.path)
		if name != c.name || err == nil && slash != c.slash || !errors.Is(err, c.err) {
			t.Errorf("siteName(%q) = %q, %t, %v; want %q, %t, %v", c.path, name, slash, err, c.name, c.slash, c.err)
		}
	}
}

// FuzzSiteName: a name that is accepted is one that fs.FS allows, stays plain
// and is found again from its own spelling.
func FuzzSiteName(f *testing.F) {
	for _, seed := range []string{"/", "/a/b/", "/%2e%2e/x", "/..%2f..", "/a%00b", "//x", "/%c0%af", "/\\", "/%C3%BC", "/a:b/"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, path string) {
		name, slash, err := siteName(path)
		if err != nil {
			if name != "" || !errors.Is(err, errGarbled) && !errors.Is(err, fs.ErrNotExist) {
				t.Fatalf("siteName(%q) = %q, %v", path, name, err)
			}
			return
		}
		if name != "" && (!fs.ValidPath(name) || !utf8.ValidString(name)) || strings.ContainsAny(name, "\\\x00") {
			t.Fatalf("siteName(%q) accepts %q", path, name)
		}
		for segment := range strings.SplitSeq(name, "/") {
			if strings.HasPrefix(segment, ".") {
				t.Fatalf("siteName(%q) accepts the dot file %q", path, name)
			}
		}
		again := (&url.URL{Path: "/" + name}).EscapedPath()
		if slash && name != "" {
			again += "/"
		}
		if name2, slash2, err := siteName(again); name2 != name || slash2 != slash || err != nil {
			t.Fatalf("%q is %q, but %q is %q, %t, %v", path, name, again, name2, slash2, err)
		}
	})
}

// FuzzRequest: no path and no header makes the server fail, leak what it must
// hide or send anybody to another host.
func FuzzRequest(f *testing.F) {
	h := newHandler(folder(writeSite(f, fixture())), quiet())
	f.Add("/assets/../.env", "br", "bytes=0-3", `"x"`)
	f.Add("//example.com/demos/threads", "*;q=0", "bytes=0-0,-1", "*")
	f.Add("/demos/threads?a=%0d%0a", "gzip;q=.5", "", "W/")
	f.Fuzz(func(t *testing.T, target, accept, ranges, match string) {
		u, err := url.ParseRequestURI(target)
		if err != nil || u.Host != "" {
			return // net/http refuses or removes these
		}
		w := httptest.NewRecorder()
		h.ServeHTTP(w, &http.Request{Method: "GET", URL: u, ProtoMajor: 1, Header: http.Header{
			"Accept-Encoding": {accept}, "Range": {ranges}, "If-None-Match": {match},
		}})
		if w.Code >= 500 || strings.Contains(w.Body.String(), "SECRET") {
			t.Fatalf("%q: %d %s", target, w.Code, shorten(w.Body.String()))
		}
		if location := w.Header().Get("Location"); location != "" && !strings.HasPrefix(location, "./") {
			t.Fatalf("%q sends to %q", target, location)
		}
	})
}
