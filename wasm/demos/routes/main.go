// Routes finds the quickest way through a school, from the fourth floor down to
// the canteen, and shows how three searches come by theirs.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"math"
	"os"
	"runtime/trace"
	"slices"
	"strings"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/lesson"
	"github.com/ahiru-dev/ahiru/wasm/paths"
)

// The plan, as data: each floor with the rooms along its corridor. Rooms named
// in ups lead to their namesakes on other floors. Change it as you like.
const school = `
4F: back 4-1     4-2  main 4-3     music lift
3F: back 3-1     3-2  main 3-3     art   lift
2F: back 2-1     2-2  main library staff lift
1F: back canteen hall main nurse   office lift
`

var ups = []string{"back", "main", "lift"}

const ( // metres, and the seconds of people who do not run
	width, depth, corridor = 8.0, 6.0, 3.0
	metresPerSecond        = 1.25
	backStairs             = 36.0 // for a flight: narrow, and winding
	liftFloor              = 4.0  // for a floor, once the lift has come
)

var (
	from   = flag.String("from", "4-1", "the room to start from (4-1|4-2|4-3|music)")
	closed = flag.String("closed", "none", "floor with a closed corridor (none|4F|3F|2F|1F)")
	stairs = flag.Float64("stairs", 16, "seconds for a flight of the main stairs (5 to 60)")
	wait   = flag.Float64("wait", 20, "seconds until the lift comes (0 to 120)")
	trust  = flag.Float64("trust", 1, "how much A* makes of its estimate (0 to 5)")
	pause  = flag.Duration("pause", 10*time.Millisecond, "rest after each step (1ms to 500ms)")
	lang   = flag.String("lang", "en", "language of the signs (en|ja|ko)")
)

func main() {
	lesson.Parse("routes")
	p := read(school)
	start, end := p.find(*from), p.find("canteen")
	open, err := paths.Dijkstra(p.graph(), start, end)
	check(err)
	p.close(*closed)
	p.draw()

	g := p.graph()
	fewest, err := paths.BFS(g, start, end)
	check(err)
	slow := p.follow("fewest", "fewest places", fewest)
	dijkstra, err := paths.Dijkstra(g, start, end)
	check(err)
	quick := p.follow("dijkstra", "Dijkstra", dijkstra)
	estimate := func(a int) float64 { return *trust * p.estimate(a, end) }
	star, err := paths.AStar(g, start, end, estimate)
	check(err)
	guided := p.follow("astar", "A*", star)

	if slow > quick {
		fmt.Printf("the way of the fewest places takes %.1f s more: stairs cost\n", slow-quick)
	}
	if guided > quick {
		fmt.Printf("A* trusted its estimate too much: its way takes %.1f s more\n", guided-quick)
	}
	if before := open.Route().Cost; quick > before {
		fmt.Printf("the closed corridor costs %.1f s\n", quick-before)
	}
}

// follow takes a search step by step, and gives the seconds that its way takes.
func (p *plan) follow(key, label string, search *paths.Search) float64 {
	defer trace.StartRegion(context.Background(), label).End() // its name on the timeline
	drawing := lesson.DrawSearch(key, label, "s")
	settled := 0
	for step := range search.Steps() {
		var reached []int
		for _, entry := range step.Reached {
			reached = append(reached, entry.Node)
		}
		drawing.Settle(step.Settled.Node, step.Settled.Cost, reached)
		settled++
		time.Sleep(*pause)
	}
	route := search.Route()
	drawing.Route(route.Nodes)
	fmt.Printf("%s: %s\n", label, p.tell(route))
	lesson.Figure(key+"-settled", label+", places settled", float64(settled), "")
	lesson.Figure(key+"-time", label+", the way takes", route.Cost, "s")
	return route.Cost
}

// estimate is what a way must take at least: its metres along a corridor, and
// its floors by whatever is quickest.
func (p *plan) estimate(a, b int) float64 {
	along := math.Abs(p.places[a].X-p.places[b].X) / metresPerSecond
	floors := math.Abs(float64(p.places[a].Floor - p.places[b].Floor))
	return along + min(floors*min(*stairs, backStairs), *wait+floors*liftFloor)
}

// way is how long it takes straight from a place to another.
func (p *plan) way(a, b int) (seconds float64, is bool) {
	from, to := p.places[a], p.places[b]
	dx, floors := math.Abs(from.X-to.X), math.Abs(float64(from.Floor-to.Floor))
	switch {
	case floors == 0 && dx == 0 && a != b: // through the door
		return (depth + corridor) / 2 / metresPerSecond, true
	case floors == 0:
		return dx / metresPerSecond, dx == width && from.Name == "" && to.Name == ""
	case from.Name != to.Name || !slices.Contains(ups, from.Name):
		return 0, false
	case from.Name == "lift": // one ride, whatever the floors
		return *wait + floors*liftFloor, true
	case from.Name == "main":
		return *stairs, floors == 1
	}
	return backStairs, floors == 1
}

// A plan is what the page draws; corridors are the places without a name.
type plan struct {
	floors []string
	places []lesson.Place
	closed [][2]int
}

func read(text string) *plan {
	p := &plan{}
	for line := range strings.Lines(strings.TrimSpace(text)) {
		floor, rooms, is := strings.Cut(line, ":")
		if !is {
			check(fmt.Errorf("a floor is written as in 4F: lab hall, not as %q", line))
		}
		for i, room := range strings.Fields(rooms) {
			at := lesson.Place{Floor: len(p.floors), X: float64(i) * width, W: width}
			door := at
			at.Name, at.H = room, depth
			door.Y, door.H = depth, corridor
			p.places = append(p.places, at, door)
		}
		p.floors = append(p.floors, floor)
	}
	return p
}

func (p *plan) find(name string) int {
	at := slices.IndexFunc(p.places, func(place lesson.Place) bool { return place.Name == name })
	if at < 0 {
		check(fmt.Errorf("there is no %s in this school", name))
	}
	return at
}

// close closes a floor's corridor after its second room.
func (p *plan) close(floor string) {
	for a, from := range p.places {
		for b, to := range p.places {
			if p.floors[from.Floor] == floor && from.X == width && to.X == 2*width &&
				from.Floor == to.Floor && from.Name == "" && to.Name == "" {
				p.closed = append(p.closed, [2]int{a, b}, [2]int{b, a})
			}
		}
	}
	if floor != "none" && p.closed == nil {
		check(errors.New("there is no corridor to close on the floor " + floor))
	}
}

func (p *plan) graph() *paths.Graph {
	g := paths.New(len(p.places))
	for a := range p.places {
		for b := range p.places {
			seconds, is := p.way(a, b)
			if is && !slices.Contains(p.closed, [2]int{a, b}) {
				check(g.Connect(a, b, seconds))
			}
		}
	}
	return g
}

func (p *plan) draw() {
	drawn := lesson.Plan{Floors: p.floors, Closed: p.closed}
	for _, place := range p.places {
		place.Name = sign(place.Name)
		drawn.Places = append(drawn.Places, place)
	}
	drawn.Draw()
}

// tell says a way in words; corridors go without saying.
func (p *plan) tell(r paths.Route) string {
	if r.Nodes == nil {
		return "there is no way"
	}
	told, floor := "", -1
	for _, node := range r.Nodes {
		place := p.places[node]
		if place.Floor != floor {
			floor = place.Floor
			told += "; " + p.floors[floor]
		}
		if place.Name != "" {
			told += " " + sign(place.Name)
		}
	}
	return fmt.Sprintf("%.1f s, %d places%s", r.Cost, len(r.Nodes), told)
}

// sign is what stands on a door.
func sign(name string) string {
	if translated, is := signs[*lang][name]; is {
		return translated
	}
	return name
}

var signs = map[string]map[string]string{
	"ja": {"back": "裏階段", "main": "階段", "lift": "EV", "music": "音楽室", "art": "美術室",
		"library": "図書室", "staff": "職員室", "canteen": "食堂", "hall": "ホール", "nurse": "保健室",
		"office": "事務室"},
	"ko": {"back": "뒤 계단", "main": "계단", "lift": "승강기", "music": "음악실", "art": "미술실",
		"library": "도서실", "staff": "교무실", "canteen": "식당", "hall": "강당", "nurse": "보건실",
		"office": "행정실"},
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "routes:", err)
		os.Exit(1)
	}
}
