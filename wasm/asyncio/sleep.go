package asyncio

import "time"

// Sleep waits for d, during which other tasks run. A d of 0 or less lets those run once that are ready. Its error is
// [ErrCancelled] when the task was cancelled meanwhile.
func Sleep(t *Task, d time.Duration) error {
	t.mustBeCurrent("Sleep")
	if d <= 0 {
		return t.suspend(nil)
	}
	f := &core{loop: t.loop, what: "sleep"}
	timer := t.loop.CallLater(d, func() {
		if !f.done() {
			f.finish(finished, nil, nil)
		}
	})
	defer timer.Cancel()
	_, err := t.await(f)
	return err
}
