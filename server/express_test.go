package main

import (
	"bufio"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// ask sends a request over a connection of its own and reads the answer with its body.
func ask(t *testing.T, addr, text string) (*http.Response, string) {
	t.Helper()
	conn := dial(t, addr, text)
	defer conn.Close()
	answer, err := http.ReadResponse(bufio.NewReader(conn), nil)
	must(t, err)
	body, err := io.ReadAll(answer.Body)
	must(t, err)
	answer.Header.Del("Date")
	return answer, string(body)
}

// TestExpressAnswersAsNetHTTPDoes compares both, header by header and byte by byte.
func TestExpressAnswersAsNetHTTPDoes(t *testing.T) {
	h := newHandler(folder(writeSite(t, fixture())), quiet())
	quick := start(t, h)
	slow := start(t, http.HandlerFunc(h.ServeHTTP))
	compared := 0
	for name := range fixture() {
		name = strings.TrimSuffix(name, "index.html")
		for _, accept := range []string{"", "Accept-Encoding: gzip, deflate, br, zstd\r\n", "Accept-Encoding: gzip\r\n", "Accept-Encoding: *;q=0\r\n"} {
			request := "GET /" + name + " HTTP/1.1\r\nHost: a\r\n" + accept
			if r, _, plain := parsePlain([]byte(request + "\r\n")); plain {
				if _, found := h.ready(r); found {
					compared++
				}
			}
			whole, _ := ask(t, slow, request+"\r\n")
			for _, condition := range []string{"", "If-None-Match: " + whole.Header.Get("Etag") + "\r\n", "If-None-Match: \"other\"\r\n"} {
				want, wantBody := ask(t, slow, request+condition+"\r\n")
				got, gotBody := ask(t, quick, request+condition+"\r\n")
				if got.Status != want.Status || gotBody != wantBody || got.ContentLength != want.ContentLength {
					t.Errorf("%q: %s with %d bytes, net/http %s with %d", request+condition, got.Status, len(gotBody), want.Status, len(wantBody))
				}
				for key := range want.Header {
					if got.Header.Get(key) != want.Header.Get(key) {
						t.Errorf("%q: %s is %q, of net/http %q", request+condition, key, got.Header.Get(key), want.Header.Get(key))
					}
				}
				if len(got.Header) != len(want.Header) {
					t.Errorf("%q: %d headers, of net/http %d", request+condition, len(got.Header), len(want.Header))
				}
			}
		}
	}
	if compared < 30 {
		t.Errorf("only %d of them were answered without net/http: this shows little", compared)
	}
}

// Requests that come in one piece are answered in their order, whoever answers each.
func TestExpressHandsOver(t *testing.T) {
	h := newHandler(folder(writeSite(t, fixture())), quiet())
	get := func(path string) string { return "GET " + path + " HTTP/1.1\r\nHost: a\r\n" }
	conn := dial(t, start(t, h), get("/digits.txt")+"\r\n"+get("/digits.txt")+"Range: bytes=3-4\r\n\r\n"+get("/missing")+"\r\n"+get("/digits.txt")+"Connection: close\r\n\r\n")
	in := bufio.NewReader(conn)
	for _, want := range []string{"0123456789", "34", "<!doctype", "0123456789"} {
		answer, err := http.ReadResponse(in, nil)
		must(t, err)
		if body, err := io.ReadAll(answer.Body); err != nil || !strings.HasPrefix(string(body), want) {
			t.Errorf("%s %q, %v; want %s", answer.Status, body, err, want)
		}
	}
	if _, err := in.ReadByte(); err != io.EOF {
		t.Errorf("after the last request: %v", err)
	}

	// A header in two pieces is whole all the same.
	conn = dial(t, start(t, h), "GET /digits.txt HT")
	time.Sleep(50 * time.Millisecond)
	_, err := io.WriteString(conn, "TP/1.1\r\nHost: a\r\n\r\n")
	must(t, err)
	if answer, err := http.ReadResponse(bufio.NewReader(conn), nil); err != nil || answer.StatusCode != http.StatusOK {
		t.Errorf("in two pieces: %v, %v", answer, err)
	}
}

// A rebuilt page goes out on connections that had the old one.
func TestExpressSeesTheNewBuild(t *testing.T) {
	dir := writeSite(t, map[string]string{"a.txt": "before"})
	conn := dial(t, start(t, newHandler(folder(dir), quiet())), "")
	in := bufio.NewReader(conn)
	for _, want := range []string{"before", "the new build"} {
		writeFile(t, filepath.Join(dir, "a.txt"), want, time.Now())
		_, err := io.WriteString(conn, "GET /a.txt HTTP/1.1\r\nHost: a\r\n\r\n")
		must(t, err)
		answer, err := http.ReadResponse(in, nil)
		must(t, err)
		if body, err := io.ReadAll(answer.Body); err != nil || string(body) != want {
			t.Errorf("%q, %v; want %q", body, err, want)
		}
	}
}

// Who sends nothing is cut: at first after the limit for a header, then after that for the next request.
func TestExpressCutsTheSilent(t *testing.T) {
	h := newHandler(folder(writeSite(t, fixture())), quiet())
	limit := 200 * time.Millisecond
	addr := start(t, h, func(s *http.Server) { s.ReadHeaderTimeout, s.IdleTimeout = limit, 5*limit })
	silent := dial(t, addr, "")
	began := time.Now()
	if _, err := io.ReadAll(silent); err != nil || time.Since(began) < limit {
		t.Errorf("a connection without a request ended after %v: %v", time.Since(began), err)
	}
	conn := dial(t, addr, "GET /digits.txt HTTP/1.1\r\nHost: a\r\n\r\n")
	began = time.Now()
	if all, err := io.ReadAll(conn); err != nil || !strings.HasSuffix(string(all), "0123456789") || time.Since(began) < 4*limit {
		t.Errorf("a connection after its request ended after %v: %v", time.Since(began), err)
	}
}

// Who does not read is cut, and holds up nobody's stop for longer.
func TestExpressCutsTheStalled(t *testing.T) {
	dir := t.TempDir()
	writeFile(t, filepath.Join(dir, "big.txt"), strings.Repeat("x", smallFile), time.Now())
	addr := start(t, newHandler(folder(dir), quiet()), func(s *http.Server) { s.WriteTimeout = 300 * time.Millisecond })
	conn := dial(t, addr, strings.Repeat("GET /big.txt HTTP/1.1\r\nHost: a\r\n\r\n", 20)) // more than the system keeps
	time.Sleep(time.Second)
	if n, _ := io.Copy(io.Discard, conn); n >= 20*smallFile {
		t.Error("all was sent to somebody who did not read for a second")
	}
}

// The first signal lets go of connections that wait, and not of answers under way.
func TestExpressStops(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	must(t, err)
	dir := t.TempDir()
	writeFile(t, filepath.Join(dir, "big.txt"), strings.Repeat("x", smallFile), time.Now())
	server := newServer(newHandler(folder(dir), quiet()), quiet(), nil)
	signals, ended := make(chan os.Signal, 2), make(chan error, 1)
	go func() { ended <- serve(server, listener, signals, io.Discard) }()

	addr, request := listener.Addr().String(), "GET /big.txt HTTP/1.1\r\nHost: a\r\n\r\n"
	waiting, busy := dial(t, addr, ""), dial(t, addr, strings.Repeat(request, 20))
	in := bufio.NewReader(busy)
	first, err := http.ReadResponse(in, nil)
	must(t, err)
	signals <- os.Interrupt
	if _, err := io.ReadAll(waiting); err != nil {
		t.Errorf("the waiting connection: %v", err)
	}
	for answer := first; ; {
		if n, err := io.Copy(io.Discard, answer.Body); err != nil || n != smallFile {
			t.Errorf("an answer under way: %d bytes, %v", n, err)
		}
		if answer, err = http.ReadResponse(in, nil); err != nil {
			break
		}
	}
	if err := <-ended; err != nil {
		t.Errorf("serve: %v", err)
	}
}
