package main

import (
	"bytes"
	"errors"
	"flag"
	"net"
	"strings"
	"testing"
)

func TestParseOptions(t *testing.T) {
	o, err := parseOptions([]string{"-addr", "Example.TEST.:443", "-dir", "d", "-tls-cert", "c", "-tls-key", "k"}, nil)
	if want := (options{"Example.TEST.:443", "d", "c", "k", ""}); err != nil || o != want || o.host() != "example.test" {
		t.Errorf("got %+v %q, %v", o, o.host(), err)
	}
	if o, err = parseOptions(nil, nil); err != nil || o.addr != "localhost:8080" || o.dir != defaultDir {
		t.Errorf("without flags: %+v, %v", o, err)
	}
}

func TestUsageErrors(t *testing.T) {
	for _, line := range []string{
		"-nothing", "-addr", "-addr localhost", "-addr localhost:", "-addr localhost:99999", "-addr localhost:-1",
		"-addr localhost:x", "-tls-cert c.pem", "-tls-key k.pem", "dist", "-dir dist more",
	} {
		_, err := parseOptions(strings.Fields(line), nil)
		var usage usageError
		if !errors.As(err, &usage) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %v, want one sentence about the usage", line, err)
		}
	}
}

func TestHelp(t *testing.T) {
	var help bytes.Buffer
	if _, err := parseOptions([]string{"-h"}, &help); !errors.Is(err, flag.ErrHelp) {
		t.Errorf("got %v", err)
	}
	for _, name := range []string{"-addr", "-dir", "-tls-cert", "-tls-key", "-check", "localhost:8080"} {
		if !strings.Contains(help.String(), name) {
			t.Errorf("-h does not mention %s:\n%s", name, &help)
		}
	}
}

func TestAddress(t *testing.T) {
	bound := &net.TCPAddr{IP: net.IPv4zero, Port: 8080}
	for _, c := range []struct {
		host, url string
		tls, warn bool
	}{
		{"localhost", "http://localhost:8080", false, false},
		{"ahiru.localhost", "http://ahiru.localhost:8080", false, false},
		{"127.0.0.1", "http://127.0.0.1:8080", false, false},
		{"127.1.2.3", "http://127.1.2.3:8080", false, false},
		{"::1", "http://[::1]:8080", false, false},
		{"", "http://localhost:8080", false, true},
		{"0.0.0.0", "http://localhost:8080", false, true},
		{"::", "http://localhost:8080", false, true},
		{"192.168.0.7", "http://192.168.0.7:8080", false, true},
		{"school.example", "http://school.example:8080", false, true},
		{"notlocalhost", "http://notlocalhost:8080", false, true},
		{"school.example", "https://school.example:8080", true, false},
		{"", "https://localhost:8080", true, false},
	} {
		a := address{c.host, bound, c.tls}
		if a.url() != c.url || (a.warning() != "") != c.warn {
			t.Errorf("%q, TLS %t: %s, warning %q", c.host, c.tls, a.url(), a.warning())
		}
	}
	for _, lost := range []string{"shared memory", "service worker", "crypto.subtle", "-tls-cert"} {
		if !strings.Contains(address{"", bound, false}.warning(), lost) {
			t.Errorf("the warning does not mention %s", lost)
		}
	}
}
