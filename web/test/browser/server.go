package browser

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"time"
)

// A Server is the site's server, running on a port of its own.
type Server struct {
	URL  string // such as http://localhost:41234, no slash at the end
	PID  int
	stop func()
}

// Stop ends the server and removes its binary.
func (s *Server) Stop() { s.stop() }

var address = regexp.MustCompile(`https?://\S+`)

// Serve builds the project's server (root is the project) and serves dir.
func Serve(ctx context.Context, root, dir string) (*Server, error) {
	bin, err := os.MkdirTemp("", "ahiru-server-")
	if err != nil {
		return nil, err
	}
	path := filepath.Join(bin, "server")
	build := exec.CommandContext(ctx, "go", "build", "-o", path, "./server")
	build.Dir = root
	if out, err := build.CombinedOutput(); err != nil {
		os.RemoveAll(bin)
		return nil, fmt.Errorf("building the server: %w\n%s", err, out)
	}
	s, err := start(ctx, path, dir)
	if err != nil {
		os.RemoveAll(bin)
		return nil, err
	}
	end := s.stop
	s.stop = func() { end(); os.RemoveAll(bin) }
	return s, nil
}

// start runs the server and reads from its first line where it listens.
func start(ctx context.Context, path, dir string) (*Server, error) {
	cmd := exec.CommandContext(ctx, path, "-addr", "localhost:0", "-dir", dir)
	r, w := io.Pipe()
	cmd.Stdout, cmd.Stderr = w, w
	if err := cmd.Start(); err != nil {
		return nil, fmt.Errorf("starting the server: %w", err)
	}
	stop := func() { _ = cmd.Process.Kill(); _ = cmd.Wait(); w.Close() }
	found := make(chan string, 1)
	go func() {
		lines := bufio.NewScanner(r)
		for lines.Scan() {
			if url := address.FindString(lines.Text()); url != "" {
				select {
				case found <- url:
				default: // the rest is the request log
				}
			}
		}
		_, _ = io.Copy(io.Discard, r)
	}()
	select {
	case url := <-found:
		return &Server{URL: url, PID: cmd.Process.Pid, stop: stop}, nil
	case <-time.After(time.Minute):
		stop()
		return nil, fmt.Errorf("the server did not say where it listens")
	}
}
