package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/ahiru-dev/ahiru/wasm/peps"
)

// run does the whole work of one call: a sub-command, or the graph.
func run(args []string, stdout, stderr io.Writer) error {
	if len(args) > 0 && !strings.HasPrefix(args[0], "-") {
		for _, c := range commands {
			if c.name == args[0] {
				return c.run(args[1:], stdout, stderr)
			}
		}
		return usageError{fmt.Sprintf("there is no command %q, only %s", args[0], strings.Join(commandNames(), ", "))}
	}
	return runGraph(args, stdout, stderr)
}

// runGraph writes the graph of a corpus, and each mention if asked.
func runGraph(args []string, stdout, stderr io.Writer) error {
	o, err := parse(args, stderr)
	if err != nil {
		return err
	}
	src, err := read(o.src)
	if err != nil {
		return fmt.Errorf("%s cannot be read: %w", o.src, err)
	}
	if o.commit != "" {
		src.Commit = peps.Optional(o.commit)
	}
	if o.date != "" {
		src.Date = peps.Optional(o.date)
	}
	result := peps.Extract(src)
	printReport(stderr, result, o.quiet)
	if len(result.Graph.Nodes) == 0 {
		return noPEPs(o.src)
	}
	if err := write(o.out, stdout, result.Graph.Encode); err != nil {
		return err
	}
	if o.mentions == "" {
		return nil
	}
	m := peps.Mentions{Commit: src.Commit, Date: src.Date, Mentions: result.Mentions}
	return write(o.mentions, stdout, m.Encode)
}

// write makes a file at once or not at all: a run that fails leaves the file of
// the last one.
func write(name string, stdout io.Writer, encode func(io.Writer) error) error {
	if name == "-" || name == "" { // make peps without OUT
		return encode(stdout)
	}
	f, err := os.CreateTemp(filepath.Dir(name), filepath.Base(name)+".*")
	if err != nil {
		return fmt.Errorf("writing %s: %w", name, err)
	}
	defer os.Remove(f.Name())
	if err = encode(f); err == nil {
		err = f.Chmod(0o644)
	}
	if closing := f.Close(); err == nil {
		err = closing
	}
	if err == nil {
		err = os.Rename(f.Name(), name)
	}
	if err != nil {
		return fmt.Errorf("writing %s: %w", name, err)
	}
	return nil
}
