package lesson

import (
	"math"
	"os"
	"strconv"
)

// A Plan is a building as the page draws it, floor by floor.
type Plan struct {
	Floors []string // their names, the top one first
	Places []Place
	Closed [][2]int // places between which the way is closed, by index
}

// A Place is a rectangle of a floor: a room, a piece of corridor, a flight of stairs. Lengths are metres, or anything
// else that is the same for all; Y grows downwards.
type Place struct {
	Name       string // "" is drawn without a name, such as a corridor
	Floor      int    // index into Floors
	X, Y, W, H float64
}

// Draw shows the plan beside the console. It prints nothing: natively a plan is for the program to tell in words.
// A program has one plan; a second one takes the first one's place.
func (p Plan) Draw() {
	line := `{"drawing":"plan","floors":[`
	for i, name := range p.Floors {
		line += comma(i) + quote(oneLine(name))
	}
	line += `],"places":[`
	for i, place := range p.Places {
		line += comma(i) + place.json()
	}
	line += `],"closed":[`
	for i, pair := range p.Closed {
		line += comma(i) + numbers(pair[:])
	}
	draw(line + "]}\n")
}

func (p Place) json() string {
	text := "[" + strconv.Itoa(p.Floor)
	for _, length := range [...]float64{p.X, p.Y, p.W, p.H} {
		if math.IsNaN(length) || math.IsInf(length, 0) {
			length = 0 // which JSON can say; the page passes over a plan that cannot be drawn
		}
		text += "," + strconv.FormatFloat(length, 'g', -1, 64)
	}
	return text + "," + quote(oneLine(p.Name)) + "]"
}

// A Search is a search for a way, drawn on the plan.
type Search struct{ key string }

// DrawSearch adds a search to the plan, beside those before it. Key and label are as in [Figure], unit is that of costs.
func DrawSearch(key, label, unit string) Search {
	key = oneLine(key)
	draw(`{"drawing":"search","key":` + quote(key) + `,"label":` + quote(oneLine(label)) +
		`,"unit":` + quote(oneLine(unit)) + "}\n")
	return Search{key}
}

// Settle shows that the best way to a place is known now, at its cost, and that this step reached others from there.
// Places are indices into the plan's.
func (s Search) Settle(place int, cost float64, reached []int) {
	if math.IsNaN(cost) || math.IsInf(cost, 0) {
		cost = 0
	}
	draw(`{"drawing":"step","of":` + quote(s.key) + `,"settled":` + strconv.Itoa(place) +
		`,"cost":` + strconv.FormatFloat(cost, 'g', -1, 64) + `,"reached":` + numbers(reached) + "}\n")
}

// Route shows the way that the search found, from the first place to the last.
func (s Search) Route(places []int) {
	draw(`{"drawing":"route","of":` + quote(s.key) + `,"places":` + numbers(places) + "}\n")
}

// draw leaves a line for the page, if there is one.
func draw(line string) {
	one.Lock()
	defer one.Unlock()
	name := os.Getenv(figuresFile)
	if name == "" {
		return
	}
	if err := appendTo(name, line); err != nil {
		os.Stderr.WriteString("the drawing lacks something: " + err.Error() + "\n")
	}
}

func numbers(list []int) string {
	text := "["
	for i, n := range list {
		text += comma(i) + strconv.Itoa(n)
	}
	return text + "]"
}

// comma separates the element at index i from the one before it.
func comma(i int) string {
	if i == 0 {
		return ""
	}
	return ","
}
