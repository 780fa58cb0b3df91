package lesson

import (
	"flag"
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"
)

// Parse reads the flags of the program called name and holds them to the limits that their own usage texts state, the
// ones the page makes its controls from:
//
//	n := flag.Int("n", 10, "how many waits (1 to 100)")
//	d := flag.Duration("d", time.Second, "how long one wait takes (10ms to 2s)")
//	how := flag.String("how", "plain", "the way to count (plain|lock|atomic)")
//	lesson.Parse("race")
//
// A value outside its limits, and an argument that is no flag, end the program with a sentence on standard error and
// status 2, as package flag does with a value it cannot read.
func Parse(name string) {
	flag.Usage = func() { // as package flag does it, with the program's name in place of its path
		fmt.Fprintf(flag.CommandLine.Output(), "Usage of %s:\n", name)
		flag.PrintDefaults()
	}
	flag.Parse()
	if fault := check(flag.CommandLine); fault != "" {
		fmt.Fprintf(os.Stderr, "%s: %s\n", name, fault)
		os.Exit(2)
	}
}

// check says what is wrong with the values that were given, or nothing.
func check(flags *flag.FlagSet) string {
	if flags.NArg() > 0 {
		return fmt.Sprintf("%q is no flag: this program takes flags only, -h lists them", flags.Arg(0))
	}
	fault := ""
	flags.VisitAll(func(f *flag.Flag) {
		if fault == "" {
			fault = checkFlag(f)
		}
	})
	return fault
}

func checkFlag(f *flag.Flag) string {
	limit := lastParentheses(f.Usage)
	if low, high, is := strings.Cut(limit, " to "); is && isNumber(f) {
		least, most, value := measure(f, low), measure(f, high), measure(f, f.Value.String())
		if !(least <= value && value <= most) { // so written, NaN is outside too
			return fmt.Sprintf("-%s must be from %s to %s, not %s", f.Name, low, high, f.Value)
		}
		return ""
	}
	choices := strings.Split(limit, "|")
	if len(choices) < 2 {
		return ""
	}
	for _, choice := range choices {
		if f.Value.String() == choice {
			return ""
		}
	}
	last := len(choices) - 1
	return fmt.Sprintf("-%s must be %s or %s, not %q", f.Name, strings.Join(choices[:last], ", "), choices[last], f.Value)
}

// lastParentheses gives what stands in parentheses at the end of a usage text.
func lastParentheses(usage string) string {
	start := strings.LastIndex(usage, "(")
	if start < 0 || !strings.HasSuffix(usage, ")") {
		return ""
	}
	return usage[start+1 : len(usage)-1]
}

func isNumber(f *flag.Flag) bool {
	getter, is := f.Value.(flag.Getter)
	if !is {
		return false
	}
	switch getter.Get().(type) {
	case int, int64, uint, uint64, float64, time.Duration:
		return true
	}
	return false
}

// measure reads a number or a duration. A limit that cannot be read is the program's fault, not its reader's.
func measure(f *flag.Flag, text string) float64 {
	if _, is := f.Value.(flag.Getter).Get().(time.Duration); is {
		d, err := time.ParseDuration(text)
		if err != nil {
			panic(fmt.Sprintf("the usage of flag -%s states a limit that is no duration: %v", f.Name, err))
		}
		return d.Seconds()
	}
	number, err := strconv.ParseFloat(text, 64)
	if err != nil {
		panic(fmt.Sprintf("the usage of flag -%s states a limit that is no number: %v", f.Name, err))
	}
	return number
}
