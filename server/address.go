package main

import (
	"errors"
	"fmt"
	"net"
	"strconv"
	"strings"
	"syscall"
)

// listen binds addr, and says what to do when another program has it.
func listen(addr string) (net.Listener, error) {
	listener, err := net.Listen("tcp", addr)
	switch {
	case errors.Is(err, syscall.EADDRINUSE):
		return nil, fmt.Errorf("cannot listen on %s: another program uses that port; stop it or choose another with -addr", addr)
	case errors.Is(err, syscall.EACCES):
		return nil, fmt.Errorf("cannot listen on %s: this user may not take that port; choose one above 1023 with -addr", addr)
	case err != nil:
		return nil, fmt.Errorf("cannot listen on %s: %w", addr, err)
	}
	return listener, nil
}

// address is where the site can be reached: the host as it was asked for
// (browsers judge a page by the name in its URL, not by the interface) and
// what was bound, which alone knows the port when 0 was asked for.
type address struct {
	host  string
	bound net.Addr
	tls   bool
}

// url is the address to open in a browser on this machine.
func (a address) url() string {
	host := a.host
	if ip := net.ParseIP(host); host == "" || ip != nil && ip.IsUnspecified() {
		host = "localhost"
	}
	scheme := "http"
	if a.tls {
		scheme = "https"
	}
	return scheme + "://" + net.JoinHostPort(host, a.port())
}

func (a address) port() string {
	if tcp, ok := a.bound.(*net.TCPAddr); ok {
		return strconv.Itoa(tcp.Port)
	}
	_, port, _ := net.SplitHostPort(a.bound.String())
	return port
}

// trusted reports whether browsers treat a page from here as a secure
// context without TLS: only the loopback addresses and the names localhost
// and *.localhost (W3C Secure Contexts, section 3.1).
func (a address) trusted() bool {
	if ip := net.ParseIP(a.host); ip != nil {
		return ip.IsLoopback()
	}
	return a.host == "localhost" || strings.HasSuffix(a.host, ".localhost")
}

// warning says what visitors lose at an address that is not local, "" when
// they lose nothing. Every classroom meets this, so it is said at the start.
func (a address) warning() string {
	if a.tls || a.trusted() {
		return ""
	}
	return fmt.Sprintf("Warning: this address is not local and has no TLS. On other machines browsers give the pages "+
		"no shared memory (lessons with threads), no service worker (offline use) and no crypto.subtle. "+
		"Serve https with -tls-cert and -tls-key, or use http://localhost:%s on this machine.\n", a.port())
}
