package main

import (
	"fmt"
	"math"
	"testing"

	"github.com/ahiru-dev/ahiru/wasm/paths"
)

// everySetting calls f for each start, each closed corridor, and slow and quick stairs and lifts.
func everySetting(t *testing.T, f func(t *testing.T, p *plan, start, end int)) {
	defer func(s, w float64) { *stairs, *wait = s, w }(*stairs, *wait)
	for _, *stairs = range []float64{5, 16, 36, 60} {
		for _, *wait = range []float64{0, 20, 120} {
			for _, floor := range []string{"none", "4F", "3F", "2F", "1F"} {
				for _, room := range []string{"4-1", "4-2", "4-3", "music"} {
					t.Run(fmt.Sprint(*stairs, *wait, floor, room), func(t *testing.T) {
						p := read(school)
						p.close(floor)
						f(t, p, p.find(room), p.find("canteen"))
					})
				}
			}
		}
	}
}

// A* must find a way as quick as Dijkstra's, and may not settle more for it.
func TestAStarIsAsQuick(t *testing.T) {
	everySetting(t, func(t *testing.T, p *plan, start, end int) {
		g := p.graph()
		dijkstra, err := paths.Dijkstra(g, start, end)
		if err != nil {
			t.Fatal(err)
		}
		star, err := paths.AStar(g, start, end, func(a int) float64 { return p.estimate(a, end) })
		if err != nil {
			t.Fatal(err)
		}
		many, few := count(dijkstra), count(star)
		want, got := dijkstra.Route().Cost, star.Route().Cost
		if math.Abs(want-got) > 1e-9 {
			t.Errorf("A* takes %g s, Dijkstra %g s", got, want)
		}
		if few > many {
			t.Errorf("A* settles %d places, Dijkstra %d", few, many)
		}
	})
}

func count(search *paths.Search) (settled int) {
	for range search.Steps() {
		settled++
	}
	return settled
}

// The estimate must never say more than the way takes, from any place.
func TestEstimateNeverSaysTooMuch(t *testing.T) {
	everySetting(t, func(t *testing.T, p *plan, _, end int) {
		g := p.graph()
		for place := range p.places {
			search, err := paths.Dijkstra(g, place, end)
			if err != nil {
				t.Fatal(err)
			}
			if least, takes := p.estimate(place, end), search.Route().Cost; least > takes+1e-9 {
				t.Errorf("from %d at least %g s, but the way takes %g s", place, least, takes)
			}
		}
	})
}

func TestWays(t *testing.T) {
	p := read(school)
	if len(p.places) != 56 || len(p.floors) != 4 {
		t.Fatalf("%d places on %d floors", len(p.places), len(p.floors))
	}
	lift, top := p.find("lift"), p.find("back")
	for to, place := range p.places {
		seconds, is := p.way(lift, to)
		if rides := place.Name == "lift" && place.Floor != 0; is && rides != (seconds >= *wait) {
			t.Errorf("from the lift to %+v: %g s", place, seconds)
		}
		if _, is := p.way(top, to); is && place.Floor > 1 {
			t.Errorf("from the stairs of 4F straight to %+v", place)
		}
		back, is2 := p.way(to, lift)
		if is != is2 || seconds != back {
			t.Errorf("between the lift and %+v: %g s there, %g s back", place, seconds, back)
		}
	}
}
