package test

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/ahiru-dev/ahiru/wasm/peps"
	"github.com/ahiru-dev/ahiru/wasm/peps/atlas"
	"github.com/ahiru-dev/ahiru/wasm/peps/check"
)

func readGraph(t *testing.T) peps.Graph {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(dist, "peps", "peps.json"))
	if err != nil {
		t.Fatal(err)
	}
	var g peps.Graph
	if err := json.Unmarshal(text, &g); err != nil {
		t.Fatal(err)
	}
	return g
}

// lessonPEPs are the PEPs that lessons must name, by lesson.
var lessonPEPs = map[string][]int{
	"processes": {371}, "executors": {3148}, "soba": {3156, 492}, "gil": {703, 684, 734, 779},
	"ducks": {544, 3119}, "prefork": {3333}, "blocking": {249},
}

// TestMapLessons: lessons name PEPs that the map has and lead to them, and the
// sheet of each PEP leads back.
func TestMapLessons(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(dist, "peps", "lessons.json"))
	if err != nil {
		t.Fatal(err)
	}
	var lessons []struct {
		Name  string
		PEPs  []int
		Pages map[string]string
	}
	if err := json.Unmarshal(text, &lessons); err != nil {
		t.Fatal(err)
	}
	known := map[int]bool{}
	for _, n := range readGraph(t).Nodes {
		known[n.Number] = true
	}
	page := open(t, "/ja/peps/", 1280)
	for _, lesson := range lessons {
		for _, number := range lessonPEPs[lesson.Name] {
			if !slices.Contains(lesson.PEPs, number) {
				t.Errorf("the lesson %s names %v, want %d among them", lesson.Name, lesson.PEPs, number)
			}
		}
		words, err := os.ReadFile(filepath.Join(dist, "peps", lesson.Pages["ja"], "index.html"))
		if err != nil {
			t.Error(err)
		}
		for _, number := range lesson.PEPs {
			if !known[number] {
				t.Errorf("the lesson %s names PEP %d, which the map has not", lesson.Name, number)
			}
			if link := fmt.Sprintf("peps/#v1=pep=%d\"", number); !strings.Contains(string(words), link) {
				t.Errorf("the lesson %s has no link to PEP %d on the map", lesson.Name, number)
			}
			links := mapScript[[]string](t, page, fmt.Sprintf(`
				map.select(%d);
				await settled();
				for (let i = 0; i < 100 && !$(".lessons"); i++) await settled();
				return all(".lessons a").map(a => new URL(a.href).pathname);
			`, number))
			if want := "/ja/demos/" + lesson.Name + "/"; !slices.Contains(links, want) {
				t.Errorf("the sheet of PEP %d leads to %q, want %s among them", number, links, want)
			}
		}
	}
}

// TestMapTellsAboutAPEP holds what the sheet says of time, ground and reading
// against the analysis.
func TestMapTellsAboutAPEP(t *testing.T) {
	g := readGraph(t)
	var a atlas.Atlas
	if _, err := a.Open(context.Background(), g); err != nil {
		t.Fatal(err)
	}
	const number = 314
	reading, err := a.ReadFirst(context.Background(), atlas.ReadFirst{Number: number, Limit: 12})
	if err != nil {
		t.Fatal(err)
	}
	page := open(t, "/peps/#v1=pep=314", 390)
	type outcome struct {
		Reading  []int
		Markdown string
		By, To   int
		Releases int
		Wide     bool
	}
	got := mapScript[outcome](t, page, `
		let Markdown = "";
		Object.defineProperty(navigator, "clipboard", {value: {writeText: async text => { Markdown = text; }}});
		$(".reading summary").click();
		for (let i = 0; i < 200 && !$(".reading li"); i++) await settled();
		$(".reading .plain-button").click();
		await settled();
		return {
			Reading: all(".reading li b").map(b => Number(b.textContent)), Markdown,
			By: all(".lifeline .by").length, To: all(".lifeline .to").length, Releases: all(".lifeline .release").length,
			Wide: $(".sheet").scrollWidth > $(".sheet").clientWidth,
		};
	`)
	var want []int
	for _, item := range reading {
		want = append(want, item.Number)
	}
	if len(want) == 0 || !slices.Equal(got.Reading, want) {
		t.Errorf("to read first: %v, want %v", got.Reading, want)
	}
	if lines := strings.Count(got.Markdown, "](https://peps.python.org/pep-"); lines != len(want) || !strings.HasPrefix(got.Markdown, "# What to read before PEP 314") {
		t.Errorf("as Markdown, %d links: %s", lines, got.Markdown)
	}
	by, to := 0, 0
	for _, e := range g.Edges {
		if e.To == number {
			by++
		}
		if e.From == number {
			to++
		}
	}
	if got.By != by || got.To != to || got.Releases < 24 || got.Wide {
		t.Errorf("its time: %+v, want %d and %d PEPs", got, by, to)
	}
}

// TestMapMarksTheGround: the colours say what PEPs rest on, as the checks do,
// and the sheet names it.
func TestMapMarksTheGround(t *testing.T) {
	rests := check.Rests(readGraph(t))
	page := open(t, "/peps/#v1=colour=footing", 1280)
	amounts := mapScript[[]int](t, page, `
		for (let i = 0; i < 200 && map.lens.busy; i++) await settled();
		return all(".legend .row .amount").map(e => Number(e.textContent));
	`)
	rejected := map[int]bool{}
	for _, r := range rests {
		if r.Status == "Rejected" {
			rejected[r.From] = true
		}
	}
	if len(amounts) != 5 || amounts[3] != len(rejected) {
		t.Errorf("the legend counts %v, want %d PEPs that mention rejected ones", amounts, len(rejected))
	}
	first := rests[0]
	said := mapScript[string](t, page, fmt.Sprintf(`
		map.select(%d);
		await settled();
		for (let i = 0; i < 100 && !$(".rests"); i++) await settled();
		return $(".rests").innerText;
	`, first.From))
	if want := fmt.Sprintf("PEP %d (%s", first.To, first.Status); !strings.Contains(strings.Join(strings.Fields(said), " "), want) {
		t.Errorf("the sheet of PEP %d says %q, want %q", first.From, said, want)
	}
}
