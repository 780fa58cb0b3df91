// Package cases lets the lesson libraries pass the same tests in both worlds: natively as Go tests, which run a case
// with a [testing.T], and in the page as a program that prints a line for each, which the tests of a browser read.
package cases

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
)

// T is what a case reports to. [testing.T] is one.
type T interface {
	Helper()
	Errorf(format string, args ...any)
	Fatalf(format string, args ...any) // does not return
}

// A Case is a test that runs in any world. Its name is a word for its subject, a slash, and a sentence without spaces.
type Case struct {
	Name string
	Run  func(T)
}

// Main runs the cases and prints for each "PASS name" or "FAIL name: what is wrong", and last "DONE" with two counts. It
// ends the program, with status 1 when a case failed. The flags -run and -skip choose cases by a part of their names.
func Main(all []Case) {
	run := flag.String("run", "", "run the cases whose names hold this `text`")
	skip := flag.String("skip", "", "leave out the cases whose names hold this `text`, or one of several between commas")
	flag.Parse()
	passed, failed := 0, 0
	for _, c := range all {
		left := func(text string) bool { return text != "" && strings.Contains(c.Name, text) }
		if !strings.Contains(c.Name, *run) || slices.ContainsFunc(strings.Split(*skip, ","), left) {
			continue
		}
		if fault := verdict(c); fault != "" {
			failed++
			fmt.Printf("FAIL %s: %s\n", c.Name, fault)
		} else {
			passed++
			fmt.Printf("PASS %s\n", c.Name)
		}
	}
	fmt.Printf("DONE %d passed, %d failed\n", passed, failed)
	if failed > 0 {
		os.Exit(1)
	}
	os.Exit(0)
}

// notes collects what a case reports.
type notes []string

var errFatal = errors.New("the case cannot go on")

func (n *notes) Helper() {}

func (n *notes) Errorf(format string, args ...any) { *n = append(*n, fmt.Sprintf(format, args...)) }

func (n *notes) Fatalf(format string, args ...any) {
	n.Errorf(format, args...)
	panic(errFatal)
}

func verdict(c Case) (fault string) {
	var n notes
	defer func() {
		if thrown := recover(); thrown != nil && thrown != any(errFatal) {
			n.Errorf("panic: %v", thrown)
		}
		fault = strings.Join(n, "; ")
	}()
	c.Run(&n)
	return ""
}
