// Package hosts serves the built site with servers that are not ours, set up
// as the page of recipes says.
package hosts

import (
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"time"
)

// ErrMissing says that this machine has no such server.
var ErrMissing = errors.New("it is not installed")

// Recipe takes the code of one kind from the page of recipes, as a reader would.
func Recipe(root, kind string) (string, error) {
	text, err := os.ReadFile(filepath.Join(root, "docs", "en", "recipes.md"))
	if err != nil {
		return "", err
	}
	found := regexp.MustCompile("(?s)```" + kind + "\n(.*?)```").FindSubmatch(text)
	if found == nil {
		return "", fmt.Errorf("the page of recipes has no %s", kind)
	}
	return string(found[1]), nil
}

// Nginx serves dist as the recipe says, and gives the address and what ends it.
func Nginx(root, dist string) (url string, stop func(), err error) {
	nginx, err := exec.LookPath("nginx")
	if err != nil {
		return "", nil, fmt.Errorf("nginx: %w", ErrMissing)
	}
	text, err := Recipe(root, "nginx")
	if err != nil {
		return "", nil, err
	}
	return start(func(dir, port string) (*exec.Cmd, error) {
		server := strings.NewReplacer("listen 8080;", "listen 127.0.0.1:"+port+";", "root /srv/ahiru;", "root "+dist+";").Replace(text)
		config := fmt.Sprintf("daemon off; worker_processes auto; pid %[1]s/pid; error_log stderr warn;\nevents { worker_connections 12000; }\nhttp { access_log %[1]s/access.log; keepalive_requests 1000000; "+
			"client_body_temp_path %[1]s; proxy_temp_path %[1]s; fastcgi_temp_path %[1]s; uwsgi_temp_path %[1]s; scgi_temp_path %[1]s;\n%[2]s}\n", dir, server)
		if os.Geteuid() == 0 {
			config = "user root;\n" + config // the site may lie where others cannot read
		}
		file := filepath.Join(dir, "nginx.conf")
		return exec.Command(nginx, "-c", file, "-e", "stderr"), os.WriteFile(file, []byte(config), 0o644)
	})
}

// Caddy is the same with Caddy.
func Caddy(root, dist string) (url string, stop func(), err error) {
	caddy, err := exec.LookPath("caddy")
	if err != nil {
		return "", nil, fmt.Errorf("caddy: %w", ErrMissing)
	}
	text, err := Recipe(root, "caddy")
	if err != nil {
		return "", nil, err
	}
	return start(func(dir, port string) (*exec.Cmd, error) {
		config := "{\n\tadmin off\n}\n" + strings.NewReplacer(":8080", "http://localhost:"+port, "/srv/ahiru", dist).Replace(text)
		file := filepath.Join(dir, "Caddyfile")
		cmd := exec.Command(caddy, "run", "--config", file, "--adapter", "caddyfile")
		cmd.Env = append(os.Environ(), "XDG_DATA_HOME="+dir, "XDG_CONFIG_HOME="+dir)
		return cmd, os.WriteFile(file, []byte(config), 0o644)
	})
}

// patience is how long a server may take to come up.
const patience = time.Minute

// start runs a server on a free port, with a folder of its own, until it answers.
func start(prepare func(dir, port string) (*exec.Cmd, error)) (url string, stop func(), err error) {
	dir, err := os.MkdirTemp("", "ahiru-host-")
	if err != nil {
		return "", nil, err
	}
	port, err := FreePort()
	if err != nil {
		return "", nil, err
	}
	cmd, err := prepare(dir, port)
	if err != nil {
		return "", nil, err
	}
	var said strings.Builder
	cmd.Stdout, cmd.Stderr = &said, &said
	if err := cmd.Start(); err != nil {
		return "", nil, err
	}
	// nginx ends its workers when it is asked to end, not when it is killed.
	stop = func() { _ = cmd.Process.Signal(os.Interrupt); _ = cmd.Wait(); os.RemoveAll(dir) }
	for begun := time.Now(); time.Since(begun) < patience; time.Sleep(50 * time.Millisecond) {
		if conn, err := net.Dial("tcp", "127.0.0.1:"+port); err == nil {
			conn.Close()
			return "http://localhost:" + port + "/", stop, nil
		}
	}
	stop()
	return "", nil, fmt.Errorf("it does not answer: %s", said.String())
}

// FreePort gives a port that nobody listens on.
func FreePort() (string, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	defer l.Close()
	return fmt.Sprint(l.Addr().(*net.TCPAddr).Port), nil
}
