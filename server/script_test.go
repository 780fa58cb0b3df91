package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/zstd"
)

// TestScripts plays the scripts in testdata against the fixture. A script is
// made of cases with an empty line between them:
//
//	# What the case shows.
//	GET /path HTTP/1.1           the version may be left out
//	> Accept-Encoding: br        a header line, sent as it stands
//	> no Host                    leaves out the Host line
//	code == 200
//	header Content-Type == text/html; charset=utf-8
//	header Content-Encoding absent
//	body contains Home
//	let tag = header ETag        later lines may say $tag
//
// The request goes over a connection of its own, byte for byte as written; a
// path in Go quotes may hold any byte. "body" is unpacked according to
// Content-Encoding, "size" counts its bytes as sent. The comparisons are ==,
// !=, ~ and !~ (regular expressions), contains, lacks, and absent. The idea is
// from golang.org/x/website/internal/webtest.
func TestScripts(t *testing.T) {
	dir := writeSite(t, fixture())
	must(t, os.Symlink(filepath.Join("..", "outside.txt"), filepath.Join(dir, "escape.txt")))
	must(t, os.Symlink("..", filepath.Join(dir, "up")))
	must(t, os.Symlink("robots.txt", filepath.Join(dir, "inside.txt")))
	must(t, os.Symlink("circle.txt", filepath.Join(dir, "circle.txt")))
	writeFile(t, filepath.Join(dir, "..", "outside.txt"), "SECRET", time.Now().Add(-time.Hour))
	addr := start(t, newHandler(folder(dir), quiet()))

	scripts, err := filepath.Glob("testdata/*.txt")
	must(t, err)
	if len(scripts) == 0 {
		t.Fatal("testdata holds no scripts")
	}
	for _, path := range scripts {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txt"), func(t *testing.T) {
			text, err := os.ReadFile(path)
			must(t, err)
			play(t, addr, path, string(text))
		})
	}
}

// play runs the cases of one script in order.
func play(t *testing.T, addr, path, text string) {
	vars := map[string]string{}
	var current *exchange
	for i, line := range strings.Split(text, "\n") {
		where := fmt.Sprintf("%s:%d", path, i+1)
		line = os.Expand(strings.TrimSpace(line), func(name string) string {
			if value, ok := vars[name]; ok {
				return value
			}
			return "$" + name // a regular expression's end of text
		})
		switch {
		case strings.HasPrefix(line, "#"):
		case line == "":
			current = nil
		case current == nil:
			current = newExchange(line)
		case strings.HasPrefix(line, ">"):
			current.headers = append(current.headers, strings.TrimSpace(line[1:]))
		default:
			if err := current.send(addr); err != nil {
				t.Errorf("%s: %s: %v", where, current.request, err)
				return
			}
			if problem := current.check(line, vars); problem != "" {
				t.Errorf("%s: %s\n\t%s\n\t%s", where, current.request, line, problem)
			}
		}
	}
}

// exchange is one request of a script and, once sent, its answer.
type exchange struct {
	request string
	headers []string
	answer  *http.Response
	body    string
	size    int
}

func newExchange(line string) *exchange {
	method, target, _ := strings.Cut(line, " ")
	version := "HTTP/1.1"
	if rest, ok := strings.CutSuffix(target, " HTTP/1.0"); ok {
		target, version = rest, "HTTP/1.0"
	}
	if unquoted, err := strconv.Unquote(target); err == nil {
		target = unquoted
	}
	return &exchange{request: method + " " + target + " " + version}
}

// send does nothing the second time.
func (e *exchange) send(addr string) error {
	if e.answer != nil {
		return nil
	}
	host := "Host: ahiru.test\r\n"
	var lines strings.Builder
	for _, header := range e.headers {
		if header == "no Host" {
			host = ""
			continue
		}
		lines.WriteString(header + "\r\n")
	}
	conn, err := net.Dial("tcp", addr)
	if err != nil {
		return err
	}
	defer conn.Close()
	if _, err := io.WriteString(conn, e.request+"\r\n"+host+lines.String()+"\r\n"); err != nil {
		return err
	}
	method, _, _ := strings.Cut(e.request, " ")
	e.answer, err = http.ReadResponse(bufio.NewReader(conn), &http.Request{Method: method})
	if err != nil {
		return err
	}
	raw, err := io.ReadAll(e.answer.Body)
	if err != nil {
		return fmt.Errorf("reading the body: %w", err)
	}
	if e.answer.Close { // where ReadResponse keeps this header
		e.answer.Header.Set("Connection", "close")
	}
	e.size = len(raw)
	e.body, err = decode(e.answer, raw)
	return err
}

func decode(answer *http.Response, raw []byte) (string, error) {
	whole := answer.StatusCode != http.StatusPartialContent && len(raw) > 0
	in := io.Reader(bytes.NewReader(raw))
	var err error
	switch coding := answer.Header.Get("Content-Encoding"); {
	case !whole:
	case coding == "br":
		in = brotli.NewReader(in)
	case coding == "gzip":
		in, err = gzip.NewReader(in)
	case coding == "zstd":
		in, err = zstd.NewReader(in)
	case coding != "":
		return "", fmt.Errorf("unknown coding %q", coding)
	}
	if err != nil {
		return "", err
	}
	body, err := io.ReadAll(in)
	return string(body), err
}

// check judges one line of assertion; "" is success.
func (e *exchange) check(line string, vars map[string]string) string {
	if rest, ok := strings.CutPrefix(line, "let "); ok {
		name, subject, _ := strings.Cut(rest, " = ")
		_, vars[name], _ = e.subject(subject + " ")
		return ""
	}
	found, value, comparison := e.subject(line)
	operator, want, _ := strings.Cut(comparison, " ")
	var ok bool
	switch operator {
	case "==":
		ok = value == want
	case "!=":
		ok = value != want
	case "~":
		ok = regexp.MustCompile("(?s)" + want).MatchString(value)
	case "!~":
		ok = !regexp.MustCompile("(?s)" + want).MatchString(value)
	case "contains":
		ok = strings.Contains(value, want)
	case "lacks":
		ok = !strings.Contains(value, want)
	case "absent":
		ok = !found
	default:
		return "the script has no comparison " + strconv.Quote(operator)
	}
	if ok {
		return ""
	}
	return "got: " + shorten(value)
}

// subject splits an assertion into the value it is about and the comparison.
func (e *exchange) subject(line string) (found bool, value, comparison string) {
	what, rest, _ := strings.Cut(line, " ")
	switch what {
	case "code":
		return true, strconv.Itoa(e.answer.StatusCode), rest
	case "size":
		return true, strconv.Itoa(e.size), rest
	case "body":
		return true, e.body, rest
	case "header":
		name, rest, _ := strings.Cut(rest, " ")
		values, found := e.answer.Header[http.CanonicalHeaderKey(name)]
		return found, strings.Join(values, ", "), rest
	}
	return false, "", "the subject " + what
}
