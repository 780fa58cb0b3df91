package lesson

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestCut(t *testing.T) {
	const ms = time.Millisecond
	for _, test := range []struct {
		changes []Change
		want    string
	}{
		{nil, "dddddddddd"},
		{[]Change{{0, Running}}, "RRRRRRRRRR"},
		{[]Change{{2 * ms, Blocked}, {5 * ms, Running}, {9 * ms, Done}}, "ddbbbRRRRd"},
		{[]Change{{-5 * ms, Sleeping}, {5 * ms, Runnable}, {50 * ms, Running}}, "sssssrrrrr"},
		{[]Change{{100 * time.Microsecond, Running}, {900 * time.Microsecond, Blocked}}, "Rbbbbbbbbb"},
		{[]Change{{3 * ms, Running}, {3 * ms, Blocked}}, "dddbbbbbbb"},
		{[]Change{{6 * ms, Running}, {2 * ms, Blocked}}, "ddddddbbbb"}, // out of order: nothing goes back
		{[]Change{{0, "x"}}, "dddddddddd"},
	} {
		if got := cut(test.changes, 10*ms, 10); got != test.want {
			t.Errorf("%v: got %s, want %s", test.changes, got, test.want)
		}
	}
}

func TestRibbonText(t *testing.T) {
	lanes := []Lane{{"1", []Change{{0, Running}, {time.Second / 2, Blocked}}}, {"I/O", []Change{{0, Sleeping}}}}
	got := ribbonText("who runs", time.Second, lanes, true)
	want := "who runs, 1 s:\n     1: " + strings.Repeat("#", 30) + strings.Repeat(".", 30) + " running 50 %, blocked 50 %\n" +
		"   I/O: " + strings.Repeat("-", 60) + " sleeping 100 %\n"
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if got := ribbonText("who runs", time.Second, lanes, false); got != "who runs, 1 s:\n     1: running 50 %, blocked 50 %\n   I/O: sleeping 100 %\n" {
		t.Errorf("for the page: %q", got)
	}
}

// TestRibbonLine: the line of JSON is one that the page takes, whatever names there are: the page takes 4096 bytes.
func TestRibbonLine(t *testing.T) {
	file := filepath.Join(t.TempDir(), "figures")
	t.Setenv(figuresFile, file)
	lanes := make([]Lane, 20)
	for i := range lanes {
		lanes[i] = Lane{"\"\\\n鴨鴨鴨鴨鴨鴨鴨鴨鴨", []Change{{0, Running}}}
	}
	Ribbon("holder", strings.Repeat("長", 200), time.Second/10, lanes)
	Ribbon("nothing", "nothing", 0, lanes)
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if len(text) > 4096 || strings.Count(string(text), "\n") != 1 {
		t.Fatalf("%d bytes, %d lines", len(text), strings.Count(string(text), "\n"))
	}
	var got struct {
		Key, Unit string
		Value     float64
		Lanes     []struct{ Name, States string }
	}
	if err := json.Unmarshal(text, &got); err != nil {
		t.Fatal(err)
	}
	if got.Key != "holder" || got.Unit != "s" || got.Value != 0.1 || len(got.Lanes) != maxLanes {
		t.Errorf("got %+v", got)
	}
	for _, lane := range got.Lanes {
		if lane.States != strings.Repeat("R", columns) || lane.Name != "\"\\ 鴨鴨鴨鴨鴨" {
			t.Errorf("got %q %q", lane.Name, lane.States)
		}
	}
}
