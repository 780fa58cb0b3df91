package lesson

import (
	"flag"
	"io"
	"strings"
	"testing"
	"time"
)

func sample() *flag.FlagSet {
	flags := flag.NewFlagSet("sample", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	flags.Int("n", 10, "how many waits (1 to 100)")
	flags.Duration("d", 100*time.Millisecond, "how long one wait takes (10ms to 2s)")
	flags.Float64("x", 0.5, "share of the work (0 to 1)")
	flags.Uint("u", 3, "workers (1 to 64)")
	flags.String("how", "plain", "the way to count (plain|lock|atomic)")
	flags.String("days", "any", "days of work (Monday to Friday)")
	flags.String("name", "", "anything (at all)")
	flags.Bool("v", false, "say more")
	return flags
}

func TestCheck(t *testing.T) {
	tests := []struct{ args, want string }{
		{"", ""},
		{"-n 1 -d 10ms -x 0 -u 64 -how atomic -v -name x -days Sunday", ""},
		{"-n 100 -d 2s -x 1 -u 1 -how lock", ""},
		{"-n 0", "-n must be from 1 to 100, not 0"},
		{"-n -5", "-n must be from 1 to 100, not -5"},
		{"-n 101", "-n must be from 1 to 100, not 101"},
		{"-d 9ms", "-d must be from 10ms to 2s, not 9ms"},
		{"-d 2001ms", "-d must be from 10ms to 2s, not 2.001s"},
		{"-x 1.5", "-x must be from 0 to 1, not 1.5"},
		{"-x NaN", "-x must be from 0 to 1, not NaN"},
		{"-u 65", "-u must be from 1 to 64, not 65"},
		{"-how fast", `-how must be plain, lock or atomic, not "fast"`},
		{"-how plain|lock", `-how must be plain, lock or atomic, not "plain|lock"`},
		{"-n 3 duck", `"duck" is no flag: this program takes flags only, -h lists them`},
	}
	for _, test := range tests {
		t.Run(test.args, func(t *testing.T) {
			flags := sample()
			if err := flags.Parse(strings.Fields(test.args)); err != nil {
				t.Fatal(err)
			}
			if got := check(flags); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestCheckPanicsAtLimitsThatCannotBeRead(t *testing.T) {
	for _, usage := range []string{"waits (1 to 1OO)", "waits (one to 9)", "waits (1 to 2 to 3)"} {
		t.Run(usage, func(t *testing.T) {
			flags := flag.NewFlagSet("sample", flag.ContinueOnError)
			flags.Int("n", 1, usage)
			defer func() {
				if recover() == nil {
					t.Error("taken for no limit")
				}
			}()
			check(flags)
		})
	}
}
