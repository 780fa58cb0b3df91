package main

import (
	"bufio"
	"bytes"
	"net/http"
	"slices"
	"strings"
	"testing"
)

// Of a browser's own requests each is plain; of these others none is.
func TestPlainRequests(t *testing.T) {
	for _, text := range []string{
		"GET / HTTP/1.1\r\nHost: localhost:8080\r\n\r\n",
		"GET /demos/race/?theme=dark HTTP/1.1\r\nhost: [::1]:80\r\nconnection: Keep-Alive\r\naccept-encoding: br\r\n\r\nGET",
		"GET /a.js HTTP/1.1\r\nHost: a\r\nUser-Agent: Mozilla/5.0 (ü)\r\nsec-ch-ua: \"x\";v=\"1\"\r\nIf-None-Match: \"x\"\r\nAccept-Encoding: br\r\nAccept-Encoding: gzip\r\n\r\n",
	} {
		if _, size, plain := parsePlain([]byte(text)); !plain || size != strings.Index(text, "\r\n\r\n")+4 {
			t.Errorf("%q: plain %t, %d bytes", text, plain, size)
		}
	}
	end := " HTTP/1.1\r\nHost: a\r\n\r\n"
	for _, text := range []string{
		"", "GET", "GET / HTTP/1.1\r\nHost: a\r\n", "\r\nGET /" + end, "get /" + end, "HEAD /" + end, "GET  /" + end,
		"GET /\r\n\r\n", "GET /" + " HTTP/1.0\r\nHost: a\r\n\r\n", "GET / HTTP/1.1\nHost: a\n\n", "GET / HTTP/1.1\r\n\r\n",
		"GET http://a/" + end, "GET //a" + end, "GET *" + end, "GET /%61" + end, "GET /a b" + end, "GET /\x00" + end, "GET /ü" + end, "GET /a#b" + end, "GET /?a#b" + end,
	} {
		if r, _, plain := parsePlain([]byte(text)); plain {
			t.Errorf("%q is taken for plain: %+v", text, r)
		}
	}
	for _, header := range []string{
		"Host: b", "HOST: a", "Content-Length: 0", "Content-Length: 4", "Transfer-Encoding: chunked", "Connection: close", "Connection: upgrade",
		"Expect: 100-continue", "Range: bytes=0-", "If-Range: x", "If-Match: *", "If-None-Match:", "If-None-Match: \"a\"\r\nIf-None-Match: \"b\"",
		"Upgrade: h2c", "X-Unknown: 1", "Accept : a", " Accept: a", "Accept\t: a", "Accept", ": a", "Accept: a\rb", "Accept: a\nb", "Accept: a\r\n b", "Accept: \x00", "Accept: \x7f",
	} {
		text := "GET / HTTP/1.1\r\nHost: a\r\n" + header + "\r\n\r\n"
		if r, _, plain := parsePlain([]byte(text)); plain {
			t.Errorf("with %q a request is taken for plain: %+v", header, r)
		}
	}
}

// FuzzPlain: what is taken for plain, net/http reads as the same request, up to the same byte.
func FuzzPlain(f *testing.F) {
	f.Add([]byte("GET /demos/race/?a=b HTTP/1.1\r\nHost: a:80\r\nAccept-Encoding: br\r\nAccept-Encoding:gzip \r\nIf-None-Match: \"x\"\r\nConnection: keep-alive\r\n\r\nGET / "))
	f.Add([]byte("GET /?a HTTP/1.1\r\nhost: [::]\r\ncookie: a=b; c\r\nContent-Length: 3\r\n\r\nabc"))
	f.Fuzz(func(t *testing.T, text []byte) {
		plain, size, ok := parsePlain(text)
		if !ok {
			return
		}
		rest := bytes.NewReader(text)
		in := bufio.NewReader(rest)
		r, err := http.ReadRequest(in)
		switch {
		case err != nil:
			t.Fatalf("%q: net/http says %v", text, err)
		case rest.Len()+in.Buffered() != len(text)-size:
			t.Fatalf("%q: net/http reads %d bytes, not %d", text, len(text)-rest.Len()-in.Buffered(), size)
		case r.Method != "GET" || r.URL.Host != "" || r.URL.EscapedPath() != plain.path || r.ContentLength != 0 || len(r.TransferEncoding) > 0 || r.Close:
			t.Fatalf("%q: net/http reads %+v", text, r)
		case !slices.Equal(r.Header["Accept-Encoding"], plain.accept) || r.Header.Get("If-None-Match") != plain.match:
			t.Fatalf("%q: net/http reads the headers %v, not %+v", text, r.Header, plain)
		}
	})
}
