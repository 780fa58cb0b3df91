package metrics

import "slices"

// A tally adds up weights, which are more than 0, by number and forgets them
// again in the time of what was added.
type tally struct {
	sum  []float64
	seen []int // the numbers that have a sum
}

func newTally(n int) *tally { return &tally{sum: make([]float64, n)} }

func (t *tally) add(number int, weight float64) {
	if t.sum[number] == 0 {
		t.seen = append(t.seen, number)
	}
	t.sum[number] += weight
}

func (t *tally) sorted() []int {
	slices.Sort(t.seen)
	return t.seen
}

func (t *tally) clear() {
	for _, number := range t.seen {
		t.sum[number] = 0
	}
	t.seen = t.seen[:0]
}
