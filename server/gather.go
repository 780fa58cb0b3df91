package main

import (
	"context"
	"net"
	"net/http"
	"sync"
)

// net/http writes through a buffer of 4 KiB, so that the header and a page of
// ten take two system calls and two packets; a small answer costs little else.
// Gathering connections write both at once.

// gatherListener accepts gathering connections.
type gatherListener struct{ net.Listener }

func (l gatherListener) Accept() (net.Conn, error) {
	conn, err := l.Listener.Accept()
	if tcp, ok := conn.(*net.TCPConn); ok {
		return &gatherConn{TCPConn: tcp}, err
	}
	return conn, err
}

// gatherConn is a TCP connection (with its ReadFrom, so that sendfile stays)
// that can hold back what is written to it. Only the goroutine that answers a
// request writes: nothing here needs a lock.
type gatherConn struct {
	*net.TCPConn
	held *[]byte // nil: nothing is held back
}

func (c *gatherConn) Write(p []byte) (int, error) {
	if c.held == nil {
		return c.TCPConn.Write(p)
	}
	*c.held = append(*c.held, p...)
	return len(p), nil
}

// gatherLimit is up to where it pays to copy a body behind its header.
const gatherLimit = 64 << 10

// gatherBuffers fit a header and such a body.
var gatherBuffers = sync.Pool{New: func() any {
	buffer := make([]byte, 0, gatherLimit+4<<10)
	return &buffer
}}

// answer sends the header that waits in w and the whole body in one write.
func (c *gatherConn) answer(w http.ResponseWriter, body []byte) (int, error) {
	held := gatherBuffers.Get().(*[]byte)
	defer gatherBuffers.Put(held)
	*held = (*held)[:0]

	c.held = held
	n, err := w.Write(body)
	if err == nil {
		err = http.NewResponseController(w).Flush()
	}
	c.held = nil

	if _, failed := c.TCPConn.Write(*held); failed != nil {
		c.Close() // net/http saw no error, but must not go on
		return n, failed
	}
	return n, err
}

type connKey struct{}

// rememberConn is for http.Server.ConnContext.
func rememberConn(ctx context.Context, conn net.Conn) context.Context {
	return context.WithValue(ctx, connKey{}, conn)
}

// connOf gives the gathering connection of a request; nil under TLS and in
// tests without a network.
func connOf(r *http.Request) *gatherConn {
	conn, _ := r.Context().Value(connKey{}).(*gatherConn)
	return conn
}
