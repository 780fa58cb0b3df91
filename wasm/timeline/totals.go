package timeline

import (
	"cmp"
	"maps"
	"slices"
)

// Totals are times added up, in milliseconds.
type Totals struct {
	Lanes []LaneTotal `json:"lanes"` // in the order of the model's
	Lines []LineTotal `json:"lines"` // most time first
}

// A LaneTotal says how a goroutine spent its time.
type LaneTotal struct {
	ID     string             `json:"id"`
	States map[string]float64 `json:"states"` // by state; those that it never was in are left out
}

// A LineTotal is the time that all goroutines together were stopped at a line for one reason.
type LineTotal struct {
	Func   string  `json:"func"`
	Line   int     `json:"line"`
	State  string  `json:"state"`
	Code   string  `json:"code"`
	Reason string  `json:"reason"` // the same in words
	Times  int     `json:"times"`  // spans
	Total  float64 `json:"total"`
}

// Totals adds up what the lanes did between two moments of the model.
func (m Model) Totals(from, to float64) Totals {
	totals := Totals{Lanes: []LaneTotal{}, Lines: []LineTotal{}}
	lines := map[LineTotal]LineTotal{}
	for _, lane := range m.Lanes {
		states := map[string]float64{}
		for _, s := range lane.Spans {
			length := min(s.End, to) - max(s.Start, from)
			if s.State == stateDone || length <= 0 {
				continue
			}
			states[s.State] += length
			m.addLine(lines, s, length)
		}
		totals.Lanes = append(totals.Lanes, LaneTotal{lane.ID, states})
	}
	totals.Lines = slices.SortedFunc(maps.Values(lines), func(a, b LineTotal) int {
		return cmp.Or(-cmp.Compare(a.Total, b.Total), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Func, b.Func),
			cmp.Compare(a.State, b.State), cmp.Compare(a.Code, b.Code))
	})
	return totals
}

// addLine counts a span that is stopped somewhere; of one that runs nobody knows the line.
func (m Model) addLine(lines map[LineTotal]LineTotal, s Span, length float64) {
	if s.Line == 0 || s.State != stateBlocked && s.State != stateSleeping {
		return
	}
	key := LineTotal{Line: s.Line, State: s.State, Code: s.Code, Reason: s.Reason}
	own, _ := ownFrame(m.Stacks[s.Stack])
	key.Func = own.Func
	sum, known := lines[key]
	if !known {
		sum = key
	}
	sum.Times++
	sum.Total += length
	lines[key] = sum
}
