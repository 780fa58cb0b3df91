// Command bench measures the built site against its budgets, in Chromium and
// from the site's own server: bytes are what the network carried, times are
// given beside what they are compared with, measured in the same run.
package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/ahiru-dev/ahiru/web/test/browser"
)

func main() {
	if err := run(context.Background()); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// A bench is the site as served and the browser that opens it.
type bench struct {
	site    string
	session context.Context
	rows    []row
}

func run(ctx context.Context) error {
	root, err := filepath.Abs(".")
	if err != nil {
		return err
	}
	dist := filepath.Join(root, "dist")
	server, err := browser.Serve(ctx, root, dist)
	if err != nil {
		return err
	}
	defer server.Stop()
	session, end, err := browser.Launch(ctx)
	if err != nil {
		return err
	}
	defer end()
	b := &bench{site: server.URL, session: session}
	for _, measure := range []func() error{b.lessonPages, b.mapPage, b.firstOutput, b.layout} {
		if err := measure(); err != nil {
			return err
		}
	}
	return report(os.Stdout, b.rows)
}
