package peps

import (
	"errors"
	"io"
	"os"
	"regexp"
	"strings"
	"testing"
)

// TestFaultsHaveWordsOnThePage: the page has a clause for every code in each of
// its three languages, and each clause names what the English sentence names.
func TestFaultsHaveWordsOnThePage(t *testing.T) {
	const file = "../../web/src/elements/peps/strings-faults.ts"
	page, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for code, text := range faultTexts {
		clause := regexp.MustCompile(`(?m)^    "?` + string(code) + `"?:\s+["'](.*)["'],$`)
		found := clause.FindAllSubmatch(page, -1)
		if len(found) != 3 {
			t.Errorf("%s has %d clauses on the page, want 3", code, len(found))
		}
		named := regexp.MustCompile("%[sq]").FindAllString(text, -1)
		for _, f := range found {
			if n := strings.Count(string(f[1]), "{"); n != len(named) {
				t.Errorf("%s: %q names %d things, not %d", code, f[1], n, len(named))
			}
		}
	}
}

func TestFault(t *testing.T) {
	f := NewFault(CutShortAfter, "pep-0001.rst").Because(NewFault(BombSize, 512))
	want := "the archive cannot be read to its end (what follows pep-0001.rst is missing): it unpacks to more than an archive of PEPs would: more than 512 MiB"
	if f.Error() != want || f.Why.Code != BombSize || f.Why.Args[0] != "512" {
		t.Errorf("%+v", f)
	}
	if !errors.Is(f, NewFault(CutShortAfter)) || errors.Is(f, NewFault(CutShort)) {
		t.Error("a fault is known by its code")
	}
	if odd := FaultOf(&os.PathError{Path: "/a", Err: io.ErrUnexpectedEOF}); odd.Code != Strange || odd.Text != "unexpected EOF" {
		t.Errorf("%+v", odd)
	}
}
