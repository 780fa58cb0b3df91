// Command bench measures the built site against its budgets, in Chromium and
// from the site's own server: bytes are what the network carried, times are
// given beside what they are compared with, measured in the same run.
package main

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"

	"github.com/ahiru-dev/ahiru/web/test/browser"
)

func main() {
	only := flag.String("only", "", "measure the `parts` whose names match this regular expression")
	flag.Parse()
	if err := run(context.Background(), *only); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// A bench is the site as served and the browser that opens it.
type bench struct {
	site    string
	pid     int // of the server
	root    string
	session context.Context
	rows    []row
}

// A part of the bench measures some figures and adds them to its rows.
type part struct {
	name    string
	measure func(*bench) error
}

var parts = []part{
	{"bytes", (*bench).lessonPages},
	{"map bytes", (*bench).mapPage},
	{"first output", (*bench).firstOutput},
	{"embeds", (*bench).embeds},
	{"layout", (*bench).layout},
	{"map rivals", (*bench).mapRivals},
	{"map frames", (*bench).mapFrames},
	{"map tasks", (*bench).mapTasks},
	{"map reading", (*bench).reading},
	{"toolchain", (*bench).toolchain},
	{"processes", (*bench).processes},
	{"python", (*bench).python},
	{"threads", (*bench).threads},
	{"race", (*bench).race},
	{"timeline", (*bench).timeline},
	{"timeline frames", (*bench).frames},
	{"tracing", (*bench).overhead},
	{"one file", (*bench).oneFile},
	{"offline", (*bench).offline},
	{"requests", (*bench).requests},
	{"idle", (*bench).idle},
	{"event loop", (*bench).eventLoop},
	{"jobs", (*bench).jobs},
	{"logs", (*bench).logs},
}

func run(ctx context.Context, only string) error {
	wanted, err := regexp.Compile(only)
	if err != nil {
		return fmt.Errorf("-only: %w", err)
	}
	root, err := filepath.Abs(".")
	if err != nil {
		return err
	}
	server, err := browser.Serve(ctx, root, filepath.Join(root, "dist"))
	if err != nil {
		return err
	}
	defer server.Stop()
	session, end, err := browser.Launch(ctx)
	if err != nil {
		return err
	}
	defer end()
	quality, err := siteQuality(filepath.Join(root, "dist"))
	if err != nil {
		return err
	}
	b := &bench{site: server.URL, pid: server.PID, root: root, session: session}
	failed := b.measure(wanted)
	return errors.Join(failed, report(os.Stdout, b.rows, quality))
}

// measure goes on when a part fails: what the others measured took minutes.
func (b *bench) measure(wanted *regexp.Regexp) error {
	var failed []error
	for _, p := range parts {
		if !wanted.MatchString(p.name) {
			continue
		}
		fmt.Fprintln(os.Stderr, "measuring:", p.name)
		if err := p.measure(b); err != nil {
			failed = append(failed, fmt.Errorf("%s: %w", p.name, err))
		}
	}
	return errors.Join(failed...)
}

// siteQuality is what the builder says of how well the site is compressed.
func siteQuality(dist string) (string, error) {
	text, err := os.ReadFile(filepath.Join(dist, "build.json"))
	if err != nil {
		return "", err
	}
	var build struct{ Quality string }
	if err := json.Unmarshal(text, &build); err != nil {
		return "", fmt.Errorf("reading build.json: %w", err)
	}
	return cmp.Or(build.Quality, "unknown"), nil
}
