package lesson

import (
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// drawn gives the lines that draw left for the page.
func drawn(t *testing.T, draw func()) []string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "figures")
	t.Setenv(figuresFile, name)
	draw()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSuffix(string(text), "\n"), "\n")
}

func TestDrawingsAreTheContract(t *testing.T) {
	got := drawn(t, func() {
		Plan{
			Floors: []string{"2F", "1F"},
			Places: []Place{{"lab", 0, 0, 0, 8, 5.5}, {"", 0, 0, 5.5, 8, 3}, {`the "hall"`, 1, 0, 0, 8, 5}},
			Closed: [][2]int{{0, 1}},
		}.Draw()
		s := DrawSearch("dijkstra", "Dijkstra", "s")
		s.Settle(0, 0, []int{1, 2})
		s.Settle(1, 3.25, nil)
		s.Route([]int{0, 2})
	})
	want := []string{
		`{"drawing":"plan","floors":["2F","1F"],"places":[[0,0,0,8,5.5,"lab"],[0,0,5.5,8,3,""],[1,0,0,8,5,"the \"hall\""]],"closed":[[0,1]]}`,
		`{"drawing":"search","key":"dijkstra","label":"Dijkstra","unit":"s"}`,
		`{"drawing":"step","of":"dijkstra","settled":0,"cost":0,"reached":[1,2]}`,
		`{"drawing":"step","of":"dijkstra","settled":1,"cost":3.25,"reached":[]}`,
		`{"drawing":"route","of":"dijkstra","places":[0,2]}`,
	}
	if len(got) != len(want) {
		t.Fatalf("left %q", got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("left\n%s, want\n%s", got[i], want[i])
		}
	}
}

func TestDrawingsWithoutAPagePrintNothing(t *testing.T) {
	stdout, _ := captured(t, func() {
		os.Unsetenv(figuresFile)
		Plan{Floors: []string{"1F"}}.Draw()
		DrawSearch("a", "a", "").Route([]int{1})
	})
	if stdout != "" {
		t.Errorf("printed %q", stdout)
	}
}

func FuzzDrawingLines(f *testing.F) {
	f.Add("lab", "4F", 1.5, 3)
	f.Add("\xff\x00\"\\\n", "\u2028", math.Inf(-1), -7)
	f.Fuzz(func(t *testing.T, name, floor string, length float64, index int) {
		lines := drawn(t, func() {
			Plan{[]string{floor}, []Place{{name, index, length, length, length, length}}, [][2]int{{index, index}}}.Draw()
			s := DrawSearch(name, floor, name)
			s.Settle(index, length, []int{index})
			s.Route([]int{index, index})
		})
		if len(lines) != 4 {
			t.Fatalf("left %q", lines)
		}
		for _, line := range lines {
			if !json.Valid([]byte(line)) {
				t.Errorf("the page cannot read %q", line)
			}
		}
	})
}
