//go:build !js

package pack

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestTallyCountsNamesAndKeepsTheRest(t *testing.T) {
	var told []string
	counted := &tally{
		awaited: map[string]bool{"fmt": true, "os": true, "vendor/golang.org/x/net/idna": true}, of: 3,
		told: func(n, of int) { told = append(told, fmt.Sprint(n, "/", of)) },
	}
	for _, piece := range []string{"fm", "t\nvendor/golang.org/x/net/idna\n# os\n", "x.go:1: undefined: y\nfmt\nos", "\nin the end"} {
		if n, err := counted.Write([]byte(piece)); n != len(piece) || err != nil {
			t.Errorf("wrote %d of %q, %v", n, piece, err)
		}
	}
	if want := []string{"1/3", "2/3", "3/3"}; !slices.Equal(told, want) {
		t.Errorf("told %v, want %v", told, want)
	}
	if got, want := counted.String(), "# os\nx.go:1: undefined: y\nfmt\nin the end"; got != want {
		t.Errorf("kept %q, want %q", got, want)
	}
}

// TestPackagesAreCountedAsTheyAreCompiled has the go command begin with an empty cache.
func TestPackagesAreCountedAsTheyAreCompiled(t *testing.T) {
	m := newMaker(t, func(string) {})
	t.Setenv("GOCACHE", t.TempDir())
	var most, all int
	m.Far = func(n, of int) { most, all = max(most, n), of }
	counted, err := m.count(t.Context(), nil, "internal/byteorder", "math/bits")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := m.countedCommand(t.Context(), counted, []string{"list", "-export", "--", "internal/byteorder", "math/bits"}); err != nil {
		t.Fatal(err)
	}
	if all == 0 || most != all {
		t.Errorf("counted %d of %d packages", most, all)
	}
	_, err = m.countedCommand(t.Context(), counted, []string{"build", "./nowhere"})
	if err == nil || !strings.Contains(err.Error(), "nowhere") {
		t.Errorf("a build of nothing gives %v", err)
	}
}
