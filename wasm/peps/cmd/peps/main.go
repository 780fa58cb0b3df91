// Command peps does on the command line what the page of the PEP map does.
//
// Without a command, or as "peps graph", it finds the references between the
// PEPs of a python/peps checkout or archive and writes them as JSON, in the
// format of the site's peps.json and mentions.json. What it dropped or could not
// read it tells on standard error. The other commands are listed by "peps help";
// each tells its flags with -h.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"time"
)

func main() {
	err := run(os.Args[1:], os.Stdout, os.Stderr)
	var usage usageError
	switch {
	case err == nil:
	case errors.Is(err, flag.ErrHelp):
		os.Exit(2)
	case errors.Is(err, errFound):
		os.Exit(1)
	case errors.As(err, &usage):
		fmt.Fprintln(os.Stderr, "peps:", err)
		os.Exit(2)
	default:
		fmt.Fprintln(os.Stderr, "peps:", err)
		os.Exit(1)
	}
}

// usageError is a mistake in how the command was called.
type usageError struct{ text string }

func (e usageError) Error() string { return e.text }

// options are the flags, with COMMIT and DATE of the environment behind them.
type options struct {
	src, out, mentions string
	commit, date       string
	quiet              bool
}

func parse(args []string, stderr io.Writer) (o options, err error) {
	f := flag.NewFlagSet("peps", flag.ContinueOnError)
	f.SetOutput(stderr)
	f.StringVar(&o.src, "src", "", "python/peps `checkout or archive` (.tar, .tar.gz, .tar.xz, .zip) to read")
	f.StringVar(&o.out, "out", "-", "`file` to write the graph to, - for standard output")
	f.StringVar(&o.mentions, "mentions", "", "`file` to write each mention to; none unless given")
	f.StringVar(&o.commit, "commit", os.Getenv("COMMIT"), "`commit` of the corpus, if it does not tell (or COMMIT in the environment)")
	f.StringVar(&o.date, "date", os.Getenv("DATE"), "`date` of that commit, 2006-01-02 or RFC 3339 (or DATE in the environment)")
	f.BoolVar(&o.quiet, "q", false, "tell the totals only, not each dropped reference")
	if err := f.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return o, err
		}
		return o, usageError{err.Error()}
	}
	return o, o.check(f.Args())
}

func (o options) check(rest []string) error {
	switch {
	case len(rest) > 0:
		return usageError{fmt.Sprintf("unexpected argument %q: source and output are given by -src and -out", rest[0])}
	case o.src == "":
		return usageError{"there is nothing to read: give a python/peps checkout or archive with -src (make peps SRC=…)"}
	case o.date == "":
		return nil
	}
	for _, form := range []string{time.DateOnly, time.RFC3339} {
		if _, err := time.Parse(form, o.date); err == nil {
			return nil
		}
	}
	return usageError{fmt.Sprintf("the date %q is neither of the form 2026-08-22 nor 2026-08-22T19:00:15+01:00", o.date)}
}
