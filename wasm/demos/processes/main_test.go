package main

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/ahiru-dev/ahiru/wasm/proc"
)

func TestMain(m *testing.M) {
	proc.Main()
	os.Exit(m.Run())
}

func TestFactorise(t *testing.T) {
	for number, want := range map[int][]int{
		1: {1}, 12: {1, 2, 3, 4, 6, 12},
		53541233: {1, 5501, 9733, 53541233},
		21235343: {1, 21235343},
		11421443: {1, 11, 383, 2711, 4213, 29821, 1038313, 11421443},
		5423123:  {1, 5423123},
	} {
		a := factorise(number)
		if a.Number != number || !slices.Equal(a.Factors, want) || a.Done.Before(a.Began) {
			t.Errorf("%d: got %+v, want %v", number, a, want)
		}
	}
}

// Where one call of appendFactors ends and the next begins, no factor is lost or found twice.
func TestFactoriseBetweenCalls(t *testing.T) {
	for _, number := range []int{99_999, 100_000, 100_001, 200_000, 300_000} {
		got, want := factorise(number).Factors, appendFactors(nil, number, 1, number+1)
		if !slices.Equal(got, want) {
			t.Errorf("%d: got %v, want %v", number, got, want)
		}
	}
}

func TestAPoolBringsBackWhatAProcessLoses(t *testing.T) {
	pool, err := proc.NewPool(2)
	if err != nil {
		t.Skip(err)
	}
	answers, err := proc.Map[int, answer](pool, "factorise", []int{6, 7})
	if err != nil || len(answers) != 2 || !slices.Equal(answers[1].Factors, []int{1, 7}) {
		t.Errorf("the pool brought back %+v, %v", answers, err)
	}
	pool.Close()
	if err := pool.Join(); err != nil {
		t.Error(err)
	}
	child, err := proc.Start("factorise", 6)
	if err != nil {
		t.Fatal(err)
	}
	if exit, err := child.Wait(); err != nil || exit.Err() != nil {
		t.Error(exit, err)
	}
	if len(memory) > 0 {
		t.Errorf("what children set reached their parent: %v", memory)
	}
}

func TestNumbers(t *testing.T) {
	var l list
	if err := l.Set(" 6, 100000000,7"); err != nil || l.String() != "6,100000000,7" {
		t.Errorf("got %v, %v", &l, err)
	}
	for text, want := range map[string]string{
		"":                     `"" is no whole number from 1 to 100000000`,
		"6,,7":                 `"" is no`,
		"0":                    `"0" is no`,
		"-6":                   `"-6" is no`,
		"6.5":                  `"6.5" is no`,
		"quack":                `"quack" is no`,
		"100000001":            `"100000001" is no`,
		"99999999999999999999": `"99999999999999999999" is no`,
		"1,2,3,4,5,6,7,8,9":    "9 numbers are too many: 8 at most",
	} {
		if err := l.Set(text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v, want %s", text, err, want)
		}
	}
}
