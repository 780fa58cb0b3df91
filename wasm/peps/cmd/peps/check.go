package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/ahiru-dev/ahiru/wasm/peps"
	"github.com/ahiru-dev/ahiru/wasm/peps/check"
)

// errFound ends the program with status 1 and without a word: the findings have
// been told.
var errFound = errors.New("there are findings")

func runCheck(args []string, stdout, stderr io.Writer) error {
	f := newFlags("check", stderr)
	f.StringVar(&f.src, "src", "", "`corpus` to check: a checkout or an archive")
	format := f.String("format", "text", "text, one finding a line as compilers write them, or json")
	strict := f.Bool("strict", false, "end with status 1 when there is a finding")
	commit := f.String("commit", "", "`commit` of the corpus, if it does not tell; for json")
	date := f.String("date", "", "`date` of that commit; for json")
	if err := f.parse(args, "src"); err != nil {
		return err
	}
	if err := oneOf("format", *format, "text", "json"); err != nil {
		return err
	}
	result, err := readResult(f.src)
	if err != nil {
		return err
	}
	found := check.Findings{Commit: result.Graph.Commit, Date: result.Graph.Date, Findings: check.Corpus(result)}
	if *commit != "" {
		found.Commit = peps.Optional(*commit)
	}
	if *date != "" {
		found.Date = peps.Optional(*date)
	}
	err = write(f.out, stdout, func(w io.Writer) error {
		if *format == "json" {
			return found.Encode(w)
		}
		return tell(w, found.Findings)
	})
	if err == nil && *strict && len(found.Findings) > 0 {
		return errFound
	}
	return err
}

// tell writes findings by place.
func tell(w io.Writer, list []check.Finding) error {
	var b strings.Builder
	for _, f := range check.ByPlace(list) {
		fmt.Fprintf(&b, "%s%s [%s]\n", place(f.File, f.Line), f.Text, f.Rule)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func asJSON(v any) func(io.Writer) error {
	return func(w io.Writer) error { return json.NewEncoder(w).Encode(v) }
}
