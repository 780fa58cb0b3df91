package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"

	"github.com/ahiru-dev/ahiru/wasm/peps"
)

// A command is one kind of work.
type command struct {
	name, does string
	run        func(args []string, stdout, stderr io.Writer) error
}

var commands []command

func init() { // a variable's value would refer to itself through help
	commands = []command{
		{"graph", "references as JSON (what make peps writes)", runGraph},
		{"metrics", "every PEP with its metrics, as CSV or JSON", runMetrics},
		{"check", "mistakes of a corpus, each with file and line", runCheck},
		{"diff", "what changed between two corpora", runDiff},
		{"svg", "a picture in any of the layouts", runSVG},
		{"export", "the graph for other programs: gexf, graphml, dot, csv, csv-nodes, json", runExport},
		{"read", "what to read before a PEP, in order, as Markdown", runRead},
		{"help", "this list", runHelp},
	}
}

func commandNames() []string {
	names := make([]string, len(commands))
	for i, c := range commands {
		names[i] = c.name
	}
	return names
}

func runHelp(_ []string, stdout, _ io.Writer) error {
	fmt.Fprintln(stdout, "peps [command] [flags]; without a command it is graph.")
	for _, c := range commands {
		fmt.Fprintf(stdout, "  %-8s %s\n", c.name, c.does)
	}
	fmt.Fprintln(stdout, "Each command tells its flags with -h.")
	return nil
}

// flags are those of a sub-command, with the ones that most have.
type flags struct {
	*flag.FlagSet
	src, out string
}

const sourceUsage = "`corpus` to read: a checkout, an archive (.tar, .tar.gz, .tar.xz, .zip) or a peps.json"

func newFlags(name string, stderr io.Writer) *flags {
	f := &flags{FlagSet: flag.NewFlagSet("peps "+name, flag.ContinueOnError)}
	f.SetOutput(stderr)
	f.StringVar(&f.out, "out", "-", "`file` to write, - for standard output")
	return f
}

func (f *flags) source() *flags {
	f.StringVar(&f.src, "src", "", sourceUsage)
	return f
}

// parse reads the flags; required names those that must be given.
func (f *flags) parse(args []string, required ...string) error {
	if err := f.FlagSet.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return err
		}
		return usageError{err.Error()}
	}
	if f.NArg() > 0 {
		return usageError{fmt.Sprintf("unexpected argument %q: everything is given by flags", f.Arg(0))}
	}
	for _, name := range required {
		if f.Lookup(name).Value.String() == "" {
			return usageError{fmt.Sprintf("the flag -%s is missing (%s -h tells all flags)", name, f.Name())}
		}
	}
	return nil
}

// chosenKinds reads a list of kinds; nil for an empty one.
func chosenKinds(list string) (kinds []peps.Kind) {
	for name := range strings.SplitSeq(list, ",") {
		if name = strings.TrimSpace(name); name != "" {
			kinds = append(kinds, peps.Kind(name))
		}
	}
	return kinds
}

// oneOf refuses a value that is not among some.
func oneOf(name, value string, known ...string) error {
	for _, k := range known {
		if k == value {
			return nil
		}
	}
	return usageError{fmt.Sprintf("-%s %s is unknown: it is one of %s", name, value, strings.Join(known, ", "))}
}
