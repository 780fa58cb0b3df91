package metrics

import (
	"slices"
	"testing"
)

func line(t *testing.T, s *Successions, node int, chain, ends []int, cycles ...[]int) {
	t.Helper()
	got := s.Line(node)
	if !slices.Equal(got.Chain, chain) || !slices.Equal(got.Ends, ends) || !slices.EqualFunc(got.Cycles, cycles, slices.Equal) {
		t.Errorf("line of %d is %v, want %v, %v, %v", node, got, chain, ends, cycles)
	}
}

func successions(t *testing.T, n int, tookOver func(int) bool, edges ...Edge) *Successions {
	t.Helper()
	g, err := NewGraph(n, edges)
	if err != nil {
		t.Fatal(err)
	}
	return NewSuccessions(g, tookOver)
}

func by(from, to int) Edge        { return Edge{from, to, Counts{SupersededBy: 1, Role: 2}} }
func inPlaceOf(from, to int) Edge { return Edge{from, to, Counts{Replaces: 1}} }

func TestLinesLeadToTheLivingEnd(t *testing.T) {
	// 0 by 1, mirrored; 2 replaces 1 and 5; 5 is also superseded by 4, 4 by 3.
	s := successions(t, 7, nil, by(0, 1), inPlaceOf(1, 0), inPlaceOf(2, 1), inPlaceOf(2, 5), by(5, 4), by(4, 3),
		Edge{6, 0, Counts{Role: 9}})
	line(t, s, 0, []int{0, 1, 2}, []int{2})
	line(t, s, 5, []int{5, 2}, []int{2, 3})
	line(t, s, 6, []int{6}, []int{6})
	if got := s.Next(5); !slices.Equal(got, []int{2, 4}) || len(s.Cycles()) != 0 {
		t.Errorf("5 is followed by %v, cycles are %v", got, s.Cycles())
	}
}

func TestWhatWasRejectedReplacedNothing(t *testing.T) {
	s := successions(t, 3, func(node int) bool { return node != 1 }, inPlaceOf(1, 0), inPlaceOf(2, 1), by(2, 1))
	line(t, s, 0, []int{0}, []int{0})
	line(t, s, 1, []int{1}, nil, []int{1, 2}) // each says of itself or the other that it is over
}

func TestCyclesAreReported(t *testing.T) {
	// 0 runs into the circle 1 2 3, which leads out to 4; 5 and 6 only circle.
	s := successions(t, 7, nil, by(0, 1), by(1, 2), by(2, 3), by(3, 1), by(3, 4), by(5, 6), inPlaceOf(5, 6))
	line(t, s, 0, []int{0, 1, 2, 3, 4}, []int{4}, []int{1, 2, 3})
	line(t, s, 5, []int{5}, nil, []int{5, 6})
	line(t, s, 4, []int{4}, []int{4})
	if got := s.Cycles(); !slices.EqualFunc(got, [][]int{{1, 2, 3}, {5, 6}}, slices.Equal) {
		t.Errorf("cycles are %v", got)
	}
}

func TestTheNearestEndComesFirst(t *testing.T) {
	s := successions(t, 6, nil, by(0, 2), by(2, 1), by(0, 5), by(0, 4), by(3, 0))
	line(t, s, 3, []int{3, 0, 4}, []int{4, 5, 1})
}

func TestOfEquallyShortChainsTheSmallestNumber(t *testing.T) {
	s := successions(t, 4, nil, by(0, 2), by(0, 1), by(2, 3), by(1, 3))
	line(t, s, 0, []int{0, 1, 3}, []int{3})
}
