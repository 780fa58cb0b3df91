package test

import (
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
)

// TestTimelineByTouch: one finger moves a picture that was zoomed into by two, and what lay between them stays there. The
// browser makes the events, as it does of a hand, and keeps those to itself that scroll the page.
func TestTimelineByTouch(t *testing.T) {
	page := open(t, "/demos/queue/", 390)
	type sight struct {
		X, Y, Width float64
		From, To    float64
		Between     float64 // the moment between the fingers
		Scrolled    float64
	}
	see := tracedRun + `
		const see = async () => {
			await timeline.updateComplete;
			const {x, y, width} = within(".scroller").getBoundingClientRect();
			const {from, to} = timeline.window;
			return {X: x, Y: y, Width: width, From: from, To: to, Between: timeline.board.momentAt(x + width * 0.6), Scrolled: scrollY};
		};
	`
	whole := script[sight](t, page, see+`
		await traced();
		within(".scroller").scrollIntoView({block: "center", behavior: "instant"});
		return see()`)
	touch := func(kind input.DispatchTouchEventType, at ...float64) {
		t.Helper()
		points := []*input.TouchPoint{}
		for i, share := range at {
			id := float64(i)
			points = append(points, &input.TouchPoint{X: whole.X + share*whole.Width, Y: whole.Y + 60, ID: &id})
		}
		event := input.DispatchTouchEventParams{Type: kind, TouchPoints: points}
		if _, err := chromedp.Call(page.Ctx, input.DispatchTouchEvent, event); err != nil {
			t.Fatal(err)
		}
	}
	const down, move, up = input.DispatchTouchEventTypeTouchStart, input.DispatchTouchEventTypeTouchMove, input.DispatchTouchEventTypeTouchEnd
	touch(down, 0.55, 0.65)
	touch(move, 0.5, 0.7)
	touch(move, 0.4, 0.8)
	touch(up)
	near := script[sight](t, page, see+`return see()`)
	if length := near.To - near.From; length > 0.5*(whole.To-whole.From) || length <= 0 {
		t.Errorf("two fingers, four times as far apart, led from %+v to %+v", whole, near)
	}
	if off := near.Between - whole.Between; off > 0.05*whole.To || off < -0.05*whole.To {
		t.Errorf("between the fingers was %v, now %v", whole.Between, near.Between)
	}
	touch(down, 0.8)
	touch(move, 0.75)
	touch(move, 0.65)
	touch(move, 0.6)
	touch(up)
	moved := script[sight](t, page, see+`return see()`)
	if length := near.To - near.From; moved.From <= near.From || moved.From > near.From+length {
		t.Errorf("a finger to the left led from %+v to %+v", near, moved)
	}
	if moved.Scrolled != whole.Scrolled {
		t.Errorf("the page was scrolled from %v to %v", whole.Scrolled, moved.Scrolled)
	}
}
