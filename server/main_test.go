package main

import (
	"bufio"
	"bytes"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"encoding/pem"
	"io"
	"math/big"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestMain lets the test binary be the server itself, so that exit status and
// signals are tested on the real thing.
func TestMain(m *testing.M) {
	if os.Getenv("AHIRU_TEST_SERVER") != "" {
		main()
		return
	}
	os.Exit(m.Run())
}

func command(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil || runtime.GOOS == "js" {
		t.Skip("cannot start programs here")
	}
	c := exec.Command(self, args...)
	c.Env = append(os.Environ(), "AHIRU_TEST_SERVER=1")
	return c
}

// TestRefusals: one sentence on stderr, nothing on stdout, 1 for what is wrong
// with the machine, 2 for what is wrong with the command line.
func TestRefusals(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	must(t, err)
	defer taken.Close()
	empty, hidden, site := t.TempDir(), t.TempDir(), writeSite(t, map[string]string{"index.html": "x"})
	writeFile(t, filepath.Join(hidden, ".gitkeep"), "", time.Now())
	page := filepath.Join(site, "index.html")

	for _, c := range []struct {
		args   []string
		status int
		says   string
	}{
		{[]string{"-dir", filepath.Join(empty, "missing")}, 1, "no folder .*build the site first"},
		{[]string{"-dir", empty}, 1, "is empty"},
		{[]string{"-dir", hidden}, 1, "is empty"},
		{[]string{"-dir", page}, 1, "is not a folder"},
		{[]string{"-dir", site, "-addr", taken.Addr().String()}, 1, "another program uses that port"},
		{[]string{"-dir", site, "-addr", "localhost:0", "-tls-cert", page, "-tls-key", page}, 1, "reading the certificate"},
		{[]string{"-dir", site, "-tls-cert", page}, 2, "go together"},
		{[]string{"-dir", site, "-addr", "8080"}, 2, "is not host:port"},
		{[]string{"-port", "8080"}, 2, "-port"},
		{[]string{site}, 2, "-dir"},
	} {
		var stdout, stderr bytes.Buffer
		run := command(t, c.args...)
		run.Stdout, run.Stderr = &stdout, &stderr
		run.Run()
		if code := run.ProcessState.ExitCode(); code != c.status || stdout.Len() > 0 ||
			strings.Count(stderr.String(), "\n") != 1 || !regexp.MustCompile(c.says).MatchString(stderr.String()) {
			t.Errorf("%v: status %d, stdout %q, stderr %q", c.args, code, &stdout, &stderr)
		}
	}
}

// TestProgram starts the server on a free port, as the browser tests do, asks
// for a page at the address it prints and ends it with a signal.
func TestProgram(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no signals to send here")
	}
	dir := writeSite(t, fixture())
	cert, key := writeCertificate(t)
	for _, c := range []struct {
		scheme string
		args   []string
		signal os.Signal
	}{
		{"http", nil, os.Interrupt},
		{"https", []string{"-tls-cert", cert, "-tls-key", key}, syscall.SIGTERM},
	} {
		program := command(t, append([]string{"-addr", "localhost:0", "-dir", dir}, c.args...)...)
		stdout, err := program.StdoutPipe()
		must(t, err)
		var stderr bytes.Buffer
		program.Stderr = &stderr
		must(t, program.Start())
		line, err := bufio.NewReader(stdout).ReadString('\n')
		must(t, err)
		before, url, _ := strings.Cut(strings.TrimSpace(line), " on ")
		if before != "Ahiru serves "+dir || !regexp.MustCompile(`^`+c.scheme+`://localhost:[1-9]\d*$`).MatchString(url) {
			t.Errorf("said %q", line)
		}

		answer, err := trusting(t, cert).Get(url + "/robots.txt")
		must(t, err)
		body, err := io.ReadAll(answer.Body)
		if err != nil || string(body) != fixture()["robots.txt"] || (c.scheme == "https") != (answer.ProtoMajor == 2) {
			t.Errorf("%s: %s %q, %v", url, answer.Proto, body, err)
		}
		must(t, program.Process.Signal(c.signal))
		if err := program.Wait(); err != nil || !strings.Contains(stderr.String(), "path=/robots.txt status=200") {
			t.Errorf("%s: %v\n%s", c.scheme, err, &stderr)
		}
	}
}

// writeCertificate makes a certificate for localhost.
func writeCertificate(t *testing.T) (cert, key string) {
	private, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	must(t, err)
	template := &x509.Certificate{SerialNumber: big.NewInt(1), DNSNames: []string{"localhost"}, NotAfter: time.Now().Add(time.Hour)}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &private.PublicKey, private)
	must(t, err)
	secret, err := x509.MarshalPKCS8PrivateKey(private)
	must(t, err)
	cert, key = filepath.Join(t.TempDir(), "cert.pem"), filepath.Join(t.TempDir(), "key.pem")
	writeFile(t, cert, string(pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der})), time.Now())
	writeFile(t, key, string(pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: secret})), time.Now())
	return cert, key
}

// trusting is a client that believes in one certificate.
func trusting(t *testing.T, cert string) *http.Client {
	text, err := os.ReadFile(cert)
	must(t, err)
	pool := x509.NewCertPool()
	pool.AppendCertsFromPEM(text)
	return &http.Client{Transport: &http.Transport{
		TLSClientConfig:   &tls.Config{RootCAs: pool},
		ForceAttemptHTTP2: true,
	}}
}
