package main

import (
	"net"
	"net/http"
	"sync"
	"time"
)

// express is the quick way through a busy server. It answers plain requests
// (plain.go) for what lies in memory (ready.go) on the connection itself, and
// hands the connection over to net/http with the first request that is
// anything else. net/http makes a map of headers for each request and each
// answer, and writes them in order: twice of what such an answer costs here.
//
// It is a listener: what it accepts and does not answer, net/http accepts.
type express struct {
	net.Listener
	handler  *handler
	server   *http.Server // for its limits
	arrivals chan arrival

	answering sync.WaitGroup
	mu        sync.Mutex
	conns     map[*net.TCPConn]bool
	closing   chan struct{} // closed by Close
}

// arrival is what Accept gives.
type arrival struct {
	conn net.Conn
	err  error
}

// newExpress answers on listener what it can, with the limits of server.
func newExpress(listener net.Listener, h *handler, server *http.Server) *express {
	e := &express{
		Listener: listener, handler: h, server: server,
		arrivals: make(chan arrival), conns: map[*net.TCPConn]bool{}, closing: make(chan struct{}),
	}
	go e.accept()
	return e
}

// accept ends with the listener. An error waits until net/http takes it, which
// takes its time over those that pass.
func (e *express) accept() {
	for {
		conn, err := e.Listener.Accept()
		if err != nil {
			if !e.pass(arrival{err: err}) {
				return
			}
			continue
		}
		tcp, ok := conn.(*net.TCPConn)
		if !ok {
			e.handOver(conn)
		} else if e.remember(tcp) {
			go e.attend(tcp)
		} else {
			tcp.Close()
		}
	}
}

// Accept gives net/http the connections that are not for here.
func (e *express) Accept() (net.Conn, error) {
	select {
	case a := <-e.arrivals:
		return a.conn, a.err
	case <-e.closing:
		return nil, net.ErrClosed
	}
}

// pass reports whether anybody took the arrival.
func (e *express) pass(a arrival) bool {
	select {
	case e.arrivals <- a:
		return true
	case <-e.closing:
		return false
	}
}

func (e *express) handOver(conn net.Conn) {
	if !e.pass(arrival{conn: conn}) {
		conn.Close()
	}
}

// Close lets connections that wait for a request go. Answers under way go on.
func (e *express) Close() error {
	e.mu.Lock()
	defer e.mu.Unlock()
	select {
	case <-e.closing:
		return net.ErrClosed
	default:
	}
	close(e.closing)
	for conn := range e.conns {
		_ = conn.SetReadDeadline(time.Unix(1, 0)) // who is gone already needs no waking
	}
	return e.Listener.Close()
}

// finish waits for the answers under way; with cut it ends them.
func (e *express) finish(cut bool) {
	e.mu.Lock()
	for conn := range e.conns {
		if cut {
			conn.Close()
		}
	}
	e.mu.Unlock()
	e.answering.Wait()
}

func (e *express) remember(conn *net.TCPConn) bool {
	e.mu.Lock()
	defer e.mu.Unlock()
	select {
	case <-e.closing:
		return false
	default:
	}
	e.conns[conn] = true
	e.answering.Add(1)
	return true
}

func (e *express) forget(conn *net.TCPConn) {
	e.mu.Lock()
	defer e.mu.Unlock()
	delete(e.conns, conn)
	e.answering.Done()
}

// attend serves one connection until it ends or is handed over.
func (e *express) attend(conn *net.TCPConn) {
	c := &expressConn{TCPConn: conn, express: e}
	defer func() {
		if trouble := recover(); trouble != nil { // as net/http does: one visitor's, not everybody's
			e.handler.log.Error("answering a plain request", "panic", trouble)
			c.rest, c.handed = nil, false
		}
		e.forget(conn)
		if c.handed {
			e.handOver(&resumed{conn, c.rest})
		} else {
			conn.Close()
		}
	}()
	c.serve()
}

// log writes the line of a request that was answered here.
func (e *express) log(r plainRequest, a ready, sent int64, start time.Time) {
	logLine(e.handler.log, requestLine{http.MethodGet, r.path, a.status, sent, tokens[a.coding], start})
}
