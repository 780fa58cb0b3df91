package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/ahiru-dev/ahiru/web/test/hosts"
)

const (
	askers    = 32              // connections that ask at once
	askFor    = 2 * time.Second // how long a trial lasts
	idleConns = 10_000
)

// requests compares answers a second of our server with those of nginx and Caddy, set up by the recipes: the same files, in
// gzip, which all three have. Who asks costs all of them the same; trials take turns.
func (b *bench) requests() error {
	large, err := filepath.Glob(filepath.Join("dist", "assets", "threads.*.wasm"))
	if err != nil || len(large) != 1 {
		return fmt.Errorf("finding a large file: %d found, %w", len(large), err)
	}
	for _, rival := range []struct {
		name  string
		start func(root, dist string) (string, func(), error)
		least float64
	}{{"nginx", hosts.Nginx, 0.8}, {"Caddy", hosts.Caddy, 1.5}} {
		url, stop, err := rival.start(b.root, filepath.Join(b.root, "dist"))
		if errors.Is(err, hosts.ErrMissing) {
			fmt.Fprintln(os.Stderr, "not compared:", err)
			continue
		}
		if err != nil {
			return err
		}
		for _, file := range []struct{ what, path string }{{"a small page", "docs/hosting/index.html"}, {"a large file", "assets/" + filepath.Base(large[0])}} {
			if err := b.against(rival.name, rival.least, url, file.what, file.path); err != nil {
				stop()
				return err
			}
		}
		stop()
	}
	return nil
}

func (b *bench) against(rival string, bound float64, url, what, path string) error {
	var trials []float64
	for range 5 {
		ours, err := answersIn(b.site+"/", path)
		if err != nil {
			return fmt.Errorf("asking our server: %w", err)
		}
		theirs, err := answersIn(url, path)
		if err != nil {
			return fmt.Errorf("asking %s: %w", rival, err)
		}
		trials = append(trials, float64(ours)/float64(theirs))
	}
	b.rows = append(b.rows, row{"requests a second, " + what + ", against " + rival, median(trials), least(bound, "×"), slices.Min(trials), slices.Max(trials)})
	return nil
}

// answersIn counts whole answers in a trial, over connections that are kept.
func answersIn(site, path string) (int64, error) {
	host := strings.TrimSuffix(strings.TrimPrefix(site, "http://"), "/")
	address := strings.Replace(host, "localhost", "127.0.0.1", 1)
	request := "GET /" + path + " HTTP/1.1\r\nHost: " + host + "\r\nAccept-Encoding: gzip\r\n\r\n"
	end := time.Now().Add(askFor)
	var count atomic.Int64
	failures := make(chan error, askers)
	var all sync.WaitGroup
	for range askers {
		all.Go(func() { failures <- ask(address, request, end, &count) })
	}
	all.Wait()
	close(failures)
	for err := range failures {
		if err != nil {
			return 0, err
		}
	}
	return count.Load(), nil
}

func ask(address, request string, end time.Time, count *atomic.Int64) error {
	conn, err := net.Dial("tcp", address)
	if err != nil {
		return err
	}
	defer conn.Close()
	in := bufio.NewReaderSize(conn, 64<<10)
	for time.Now().Before(end) {
		if _, err := io.WriteString(conn, request); err != nil {
			return err
		}
		answer, err := http.ReadResponse(in, nil)
		if err != nil {
			return err
		}
		n, err := io.Copy(io.Discard, answer.Body)
		switch {
		case err != nil:
			return err
		case answer.StatusCode != http.StatusOK || n == 0 || answer.Header.Get("Content-Encoding") != "gzip":
			return fmt.Errorf("%s in %q, %d bytes, in the place of a file in gzip", answer.Status, answer.Header.Get("Content-Encoding"), n)
		}
		count.Add(1)
	}
	return nil
}

// idle measures what the server holds in memory for connections that have asked for a page and now wait.
func (b *bench) idle() error {
	address := strings.Replace(strings.TrimPrefix(b.site, "http://"), "localhost", "127.0.0.1", 1)
	before, err := resident(b.pid)
	if err != nil {
		fmt.Fprintln(os.Stderr, "not measured:", err)
		return nil
	}
	var conns []net.Conn
	defer func() {
		for _, c := range conns {
			c.Close()
		}
	}()
	for range idleConns {
		conn, err := net.Dial("tcp", address)
		if err != nil {
			return fmt.Errorf("connection %d: %w", len(conns)+1, err)
		}
		conns = append(conns, conn)
		if _, err := io.WriteString(conn, "GET /docs/hosting/ HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n\r\n"); err != nil {
			return err
		}
		answer, err := http.ReadResponse(bufio.NewReader(conn), nil)
		if err != nil {
			return err
		}
		_, _ = io.Copy(io.Discard, answer.Body)
	}
	after, err := resident(b.pid)
	if err != nil {
		return err
	}
	b.add(fmt.Sprintf("server: memory for %d idle connections", idleConns), float64(after-before), 0, "B")
	b.add("  of that for each", float64(after-before)/idleConns, 0, "B")
	return nil
}

var residentLine = regexp.MustCompile(`(?m)^VmRSS:\s+(\d+) kB`)

// resident is a process's memory in bytes, where the system tells.
func resident(pid int) (int64, error) {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0, err
	}
	m := residentLine.FindSubmatch(text)
	if m == nil {
		return 0, errors.New("the system does not tell a process's memory")
	}
	kilobytes, err := strconv.ParseInt(string(m[1]), 10, 64)
	return kilobytes << 10, err
}
