package paths_test

import (
	"fmt"

	"github.com/ahiru-dev/ahiru/wasm/paths"
)

// A corridor of five doors, and stairs that are a shorter way but slow.
func Example() {
	g := paths.New(6)
	for room := range 6 {
		g.Place(room, paths.Point{X: float64(room % 3), Y: float64(room / 3)})
	}
	for _, way := range [][3]int{{0, 1, 2}, {1, 2, 2}, {0, 3, 9}, {3, 4, 1}, {4, 5, 1}, {2, 5, 2}} {
		g.Connect(way[0], way[1], float64(way[2]))
		g.Connect(way[1], way[0], float64(way[2]))
	}
	search, err := paths.AStar(g, 0, 5, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	for step := range search.Steps() {
		fmt.Printf("settled %d after %g, at least %.2f to go; next:", step.Settled.Node, step.Settled.Cost, step.Settled.Estimate)
		for _, e := range search.Frontier() {
			fmt.Printf(" %d", e.Node)
		}
		fmt.Println()
	}
	fmt.Println(search.Route())
	// Output:
	// settled 0 after 0, at least 2.24 to go; next: 1 3
	// settled 1 after 2, at least 1.41 to go; next: 2 3
	// settled 2 after 4, at least 1.00 to go; next: 5 3
	// settled 5 after 6, at least 0.00 to go; next: 3
	// {[0 1 2 5] 6}
}
