package main

import (
	"net"
	"time"
)

// requestBytes bounds a plain request; browsers send less than a quarter.
const requestBytes = 4 << 10

// expressConn is a connection while express answers on it.
type expressConn struct {
	*net.TCPConn
	express *express
	rest    []byte // what was read and not answered
	handed  bool   // net/http goes on

	limit             time.Duration // of the read deadline
	readSet, writeSet time.Time     // when the deadlines were set
}

// serve answers plain requests until there is one that is not.
func (c *expressConn) serve() {
	buffer := make([]byte, requestBytes)
	for wait := c.express.server.ReadHeaderTimeout; c.await(wait); wait = c.express.server.IdleTimeout {
		n, err := c.Read(buffer)
		if err != nil {
			return
		}
		for c.rest = buffer[:n]; len(c.rest) > 0; {
			request, size, plain := parsePlain(c.rest)
			if c.handed = !plain; c.handed {
				return
			}
			answer, found := c.express.handler.ready(request)
			if c.handed = !found; c.handed {
				return
			}
			if c.send(request, answer) != nil {
				return
			}
			c.rest = c.rest[size:]
		}
	}
}

// deadlineGrain is how exact the limits are: a timer for each request would be
// a tenth of its cost.
const deadlineGrain = time.Second

// await sets how long the next request may take to come; false when there is
// to be none.
func (c *expressConn) await(limit time.Duration) bool {
	if now := time.Now(); limit != c.limit || now.Sub(c.readSet) > min(deadlineGrain, limit/4) {
		c.limit, c.readSet = limit, now
		_ = c.SetReadDeadline(now.Add(limit)) // an error comes again from Read
	}
	select {
	case <-c.express.closing:
		return false
	default:
		return true
	}
}

// send writes an answer in one system call, or in chunks each of which has its
// time, as answer.ReadFrom does.
func (c *expressConn) send(r plainRequest, a ready) error {
	start := time.Now()
	body := a.body
	chunk := body[:min(len(body), stallChunk)]
	parts := net.Buffers{beginning(a.status, start), a.head, chunk}
	var sent int64
	for {
		c.extend()
		_, err := parts.WriteTo(c.TCPConn)
		if err != nil {
			return err
		}
		sent += int64(len(chunk))
		if body = body[len(chunk):]; len(body) == 0 {
			break
		}
		chunk = body[:min(len(body), stallChunk)]
		parts = net.Buffers{chunk}
	}
	c.express.log(r, a, sent, start)
	return nil
}

func (c *expressConn) extend() {
	limit := c.express.server.WriteTimeout
	if now := time.Now(); now.Sub(c.writeSet) > min(deadlineGrain, limit/4) {
		c.writeSet = now
		_ = c.SetWriteDeadline(now.Add(limit)) // an error comes again from Write
	}
}

// resumed is a connection that net/http takes over, with what was already read.
type resumed struct {
	*net.TCPConn
	rest []byte
}

func (c *resumed) Read(p []byte) (int, error) {
	if len(c.rest) == 0 {
		return c.TCPConn.Read(p)
	}
	n := copy(p, c.rest)
	if c.rest = c.rest[n:]; len(c.rest) == 0 {
		c.rest = nil // the buffer is of no more use
	}
	return n, nil
}
