package proctest

import (
	"errors"
	"io"
	"strings"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/proc"
	"github.com/ahiru-dev/ahiru/wasm/proc/cases"
)

func init() {
	proc.Register("take", take)
	proc.Register("take and hang", takeAndHang)
}

// take tells what it takes from a queue, until its end.
func take(c *proc.Child) error {
	q, err := c.Queue(0)
	told, err2 := c.Writer(1)
	if err := errors.Join(err, err2); err != nil {
		return err
	}
	if q.Put(1) == nil {
		return errors.New("a child put something in")
	}
	for {
		n := -1
		if err := q.Get(&n); err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
		if err := told.Send(n); err != nil {
			return err
		}
	}
}

func takeAndHang(c *proc.Child) error {
	q, err := c.Queue(0)
	told, err2 := c.Writer(1)
	if err := errors.Join(err, err2); err != nil {
		return err
	}
	n := -1
	if err := errors.Join(q.Get(&n), told.Send(n)); err != nil {
		return err
	}
	time.Sleep(time.Hour)
	return nil
}

func queue(t cases.T) *proc.Queue {
	t.Helper()
	q, err := proc.NewQueue()
	must(t, err)
	return q
}

var queueCases = []cases.Case{
	{Name: "queue/order-and-end", Run: func(t cases.T) {
		q := queue(t)
		for i := range 1024 { // it has room for them
			must(t, q.Put(i))
		}
		must(t, q.Close())
		for i := range 1024 {
			n := -1
			must(t, q.Get(&n))
			equal(t, "message", n, i)
		}
		equal(t, "the end", q.Get(new(int)), io.EOF)
		says(t, q.Put(1), "closed")
	}},
	{Name: "queue/each-message-goes-to-one", Run: func(t cases.T) {
		const takers, messages = 3, 1500
		q := queue(t)
		told, tell := pipe(t)
		var all []*proc.Process
		for range takers {
			all = append(all, start(t, "take", nil, proc.Inherit(q, tell)))
		}
		must(t, tell.Close())
		go func() {
			for i := range messages { // more than it has room for
				_ = q.Put(i)
			}
			_ = q.Close()
		}()
		seen := make([]int, messages)
		for n := -1; told.Recv(&n) == nil; {
			seen[n]++
		}
		for i, times := range seen {
			if times != 1 {
				t.Errorf("message %d was taken %d times", i, times)
			}
		}
		for _, p := range all {
			ends(t, p, success)
		}
	}},
	{Name: "queue/outlives-whoever-takes", Run: func(t cases.T) {
		q := queue(t)
		for i := range 5 {
			must(t, q.Put(i))
		}
		for i := range 2 {
			told, tell := pipe(t)
			p := start(t, "take and hang", nil, proc.Inherit(q, tell))
			n := -1
			must(t, told.Recv(&n))
			equal(t, "taken", n, i)
			must(t, p.Kill())
			ends(t, p, killed)
			must(t, told.Close(), tell.Close())
		}
		must(t, q.Close())
		for i := 2; i < 5; i++ {
			n := -1
			must(t, q.Get(&n))
			equal(t, "left", n, i)
		}
		equal(t, "the end", q.Get(new(int)), io.EOF)
	}},
	{Name: "queue/refuses", Run: func(t cases.T) {
		q := queue(t)
		says(t, q.Put(strings.Repeat("x", 100)), "at most 62")
		says(t, q.Put(func() {}), "encoding")
		must(t, q.Put("duck"))
		says(t, q.Get(new(int)), "reading a message")
		p := start(t, "take", nil, proc.Inherit(q, q))
		equal(t, "the end of a child that was given no writer", ended(t, p).Code, 1)
		must(t, q.Close())
	}},
}
