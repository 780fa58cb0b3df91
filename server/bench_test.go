package main

import (
	"bufio"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"testing"
)

// BenchmarkAnswer is what one request costs the handler: choosing, checking,
// describing, logging; the network left out.
func BenchmarkAnswer(b *testing.B) {
	dir := writeSite(b, fixture())
	h := newHandler(folder(dir), slog.New(slog.NewTextHandler(io.Discard, nil)))
	tag := get(h, "/", "br").Header.Get("Etag")
	for name, headers := range map[string]http.Header{
		"page":         {"Accept-Encoding": {"gzip, deflate, br, zstd"}},
		"not modified": {"Accept-Encoding": {"gzip, deflate, br, zstd"}, "If-None-Match": {tag}},
	} {
		b.Run(name, func(b *testing.B) {
			r := httptest.NewRequest("GET", "/", nil)
			r.Header = headers
			b.ReportAllocs()
			for b.Loop() {
				h.ServeHTTP(&nowhere{header: http.Header{}}, r)
			}
		})
	}
}

// BenchmarkConnection asks again and again over one connection.
func BenchmarkConnection(b *testing.B) {
	addr := start(b, newHandler(folder(writeSite(b, fixture())), quiet()))
	for name, path := range map[string]string{"small": "/demos/threads/", "large": "/" + wasm} {
		b.Run(name, func(b *testing.B) {
			conn, err := net.Dial("tcp", addr)
			must(b, err)
			defer conn.Close()
			in := bufio.NewReader(conn)
			for b.Loop() {
				_, err := io.WriteString(conn, "GET "+path+" HTTP/1.1\r\nHost: a\r\nAccept-Encoding: br\r\n\r\n")
				must(b, err)
				answer, err := http.ReadResponse(in, nil)
				must(b, err)
				n, err := io.Copy(io.Discard, answer.Body)
				must(b, err)
				b.SetBytes(n)
			}
		})
	}
}

// nowhere is a ResponseWriter that forgets.
type nowhere struct{ header http.Header }

func (n *nowhere) Header() http.Header         { return n.header }
func (n *nowhere) WriteHeader(int)             {}
func (n *nowhere) Write(p []byte) (int, error) { return len(p), nil }
