package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// dial opens a connection and sends text.
func dial(t *testing.T, addr, text string) net.Conn {
	t.Helper()
	conn, err := net.Dial("tcp", addr)
	must(t, err)
	t.Cleanup(func() { conn.Close() })
	_, err = io.WriteString(conn, text)
	must(t, err)
	return conn
}

// A client that sends its header byte by byte is cut; one that takes its time
// to read a large file is not.
func TestDrippingHeadersAndSlowDownloads(t *testing.T) {
	if headerLimit >= 10*time.Second {
		t.Errorf("a dripping header is cut after %v, want less than 10 s", headerLimit)
	}
	dir := t.TempDir()
	writeFile(t, filepath.Join(dir, "huge.bin"), huge, time.Now())
	h := newHandler(folder(dir), quiet())
	limit := 300 * time.Millisecond
	addr := start(t, h, func(s *http.Server) { s.ReadHeaderTimeout = limit; s.WriteTimeout = limit })

	slow := dial(t, addr, "GET /huge.bin HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
	drip := dial(t, addr, "GET / HTTP/1.1\r\nHost: a\r\n")
	cut := make(chan int)
	go func() {
		for sent := 0; ; sent++ { // until the connection is gone
			if _, err := io.WriteString(drip, "X"); err != nil {
				cut <- sent
				return
			}
			time.Sleep(limit / 10)
		}
	}()

	// The answer is read only after the dripping client is gone, and so
	// after the limit for the first chunk.
	if sent := <-cut; sent > 10_000 {
		t.Errorf("cut only after %d bytes", sent)
	}
	answer, err := http.ReadResponse(bufio.NewReader(slow), nil)
	must(t, err)
	body, err := io.ReadAll(answer.Body)
	if err != nil || string(body) != huge {
		t.Errorf("the slow download: %d bytes, %v", len(body), err)
	}
}

// Two requests whose border two servers could see differently: the second is
// not answered.
func TestNoSmuggling(t *testing.T) {
	addr := start(t, newHandler(folder(writeSite(t, fixture())), quiet()))
	second := "GET /robots.txt HTTP/1.1\r\nHost: a\r\n\r\n"
	for name, first := range map[string]string{
		"length and chunked": "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
		"GET with a body":    "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nbody",
		"two lengths":        "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nContent-Length: 0\r\n\r\nbody",
		"GET, chunked":       "GET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
		"odd coding":         "GET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\n\r\n",
	} {
		conn := dial(t, addr, first+second)
		all, _ := io.ReadAll(conn) // a reset is an end as well
		if n := bytes.Count(all, []byte("HTTP/1.1 ")); n != 1 || bytes.Contains(all, []byte("User-agent")) {
			t.Errorf("%s: %d answers\n%s", name, n, shorten(string(all)))
		}
	}

	// Plain pipelining works.
	conn := dial(t, addr, strings.Repeat("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n", 2)+"HEAD / HTTP/1.0\r\n\r\n")
	if all, err := io.ReadAll(conn); err != nil || bytes.Count(all, []byte("200 OK")) != 3 {
		t.Errorf("three requests in a row: %v\n%s", err, all)
	}
}

// huge is more than the system keeps for a client that does not read.
var huge = strings.Repeat("0123456789abcdef", 4<<20)

// halfRead starts a download from a server that serve runs, and reads only
// its header.
func halfRead(t *testing.T) (rest io.Reader, signals chan os.Signal, ended chan error, addr string) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	must(t, err)
	signals, ended = make(chan os.Signal, 2), make(chan error, 1)
	dir := t.TempDir()
	writeFile(t, filepath.Join(dir, "huge.bin"), huge, time.Now())
	server := newServer(newHandler(folder(dir), quiet()), quiet(), nil)
	go func() { ended <- serve(server, listener, signals, io.Discard) }()

	addr = listener.Addr().String()
	conn := dial(t, addr, "GET /huge.bin HTTP/1.1\r\nHost: a\r\n\r\n")
	answer, err := http.ReadResponse(bufio.NewReader(conn), nil)
	must(t, err)
	return answer.Body, signals, ended, addr
}

func TestFirstSignalLetsDownloadsFinish(t *testing.T) {
	rest, signals, ended, addr := halfRead(t)
	signals <- os.Interrupt
	for { // new visitors are turned away, in a moment
		conn, err := net.Dial("tcp", addr)
		if err != nil {
			break
		}
		conn.Close()
	}
	select {
	case err := <-ended:
		t.Fatalf("ended while a download was under way: %v", err)
	default:
	}
	body, err := io.ReadAll(rest)
	if err != nil || string(body) != huge {
		t.Errorf("the download: %d bytes, %v", len(body), err)
	}
	if err := <-ended; err != nil {
		t.Errorf("serve: %v", err)
	}
}

func TestSecondSignalEnds(t *testing.T) {
	rest, signals, ended, _ := halfRead(t)
	signals <- os.Interrupt
	signals <- os.Interrupt
	if err := <-ended; err == nil {
		t.Error("downloads were cut and serve says nothing")
	}
	if body, err := io.ReadAll(rest); err == nil {
		t.Errorf("the download was whole: %d bytes", len(body))
	}
}

// A listener that fails is an error, not a hang.
func TestServeReportsFailure(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	must(t, err)
	listener.Close()
	err = serve(newServer(http.NotFoundHandler(), quiet(), nil), listener, nil, io.Discard)
	if err == nil || !strings.Contains(err.Error(), fmt.Sprint(listener.Addr())) {
		t.Errorf("got %v", err)
	}
}
