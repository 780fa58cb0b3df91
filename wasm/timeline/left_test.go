package timeline

import "testing"

// TestLeftBehind: of a program that ended because all was asleep each goroutine that waits is told to wait for ever, and
// none of one that was ended from outside or whose trace ends before it does.
func TestLeftBehind(t *testing.T) {
	events := eventsOf(t, `
		1000000 | G- | go 1 Undetermined>Running
		2000000 | G1 | go 7 NotExist>Runnable |  | main.duck main.go:9 | main.main main.go:5
		3000000 | G1 | go 1 Running>Waiting | chan receive | main.main main.go:6
		4000000 | G- | go 7 Runnable>Running
		5000000 | G7 | go 7 Running>Waiting | sync | sync.(*Mutex).Lock mutex.go:1, main.duck main.go:10
	`)
	for _, test := range []struct {
		end  Piece
		left int
		dead bool
	}{{Piece{}, 2, false}, {Piece{Dead: true}, 2, true}, {Piece{Cut: "full"}, 0, false}, {Piece{Cut: "killed"}, 0, false}} {
		v := Viewer{timeline: New("en"), streams: map[int]*Stream{}}
		v.streams[1] = v.timeline.Stream(1)
		for _, event := range events {
			v.streams[1].take(event)
		}
		test.end.Worker, test.end.Last = 1, true
		if _, err := v.Feed(t.Context(), test.end); err != nil {
			t.Fatal(err)
		}
		m := v.timeline.Model()
		if len(m.Left) != test.left {
			t.Errorf("%+v: %+v", test.end, m.Left)
		}
		for _, l := range m.Left {
			if l.Leaked != test.dead || l.Line == 0 {
				t.Errorf("%+v: %+v", test.end, l)
			}
		}
	}
}
