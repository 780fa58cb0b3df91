package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"log/slog"
	"sync"
	"time"
)

// lateHandler is a slog.Handler that leaves formatting and writing to another
// goroutine: the first record goes out at once, those on its heels together, a
// moment later. At full load a line by itself would be a fifth of what a small
// answer costs; and a standard error that nobody reads stops no visitor.
type lateHandler struct {
	slog.Handler // formats, into queue.out
	queue        *logQueue
}

// logQueue is shared by a handler and those derived from it.
type logQueue struct {
	writing sync.Mutex // held by whoever empties the queue
	out     *bufio.Writer

	mu        sync.Mutex
	waiting   []lateRecord
	dropped   int       // records that found the queue full
	scheduled bool      // somebody will empty the queue
	last      time.Time // when it was emptied
}

// lateRecord waits together with the handler it came to, which knows the
// attributes and groups of its logger.
type lateRecord struct {
	handler slog.Handler
	record  slog.Record
}

// logPause is how long a record may wait, and logLimit how many may.
const (
	logPause = 10 * time.Millisecond
	logLimit = 1 << 16
)

// newLateHandler writes text to w.
func newLateHandler(w io.Writer) lateHandler {
	out := bufio.NewWriterSize(w, 64<<10)
	return lateHandler{slog.NewTextHandler(out, nil), &logQueue{out: out}}
}

func (h lateHandler) WithAttrs(attrs []slog.Attr) slog.Handler {
	return lateHandler{h.Handler.WithAttrs(attrs), h.queue}
}

func (h lateHandler) WithGroup(name string) slog.Handler {
	return lateHandler{h.Handler.WithGroup(name), h.queue}
}

func (h lateHandler) Handle(_ context.Context, record slog.Record) error {
	q := h.queue
	q.mu.Lock()
	defer q.mu.Unlock()
	if len(q.waiting) >= logLimit {
		q.dropped++
		return nil
	}
	q.waiting = append(q.waiting, lateRecord{h.Handler, record})
	if !q.scheduled {
		q.scheduled = true
		time.AfterFunc(logPause-time.Since(q.last), q.flush)
	}
	return nil
}

// flush writes the records that wait; others may go on queueing meanwhile.
func (q *logQueue) flush() {
	q.writing.Lock()
	defer q.writing.Unlock()

	q.mu.Lock()
	records, dropped := q.waiting, q.dropped
	q.waiting, q.dropped = make([]lateRecord, 0, len(records)), 0
	q.scheduled, q.last = false, time.Now()
	q.mu.Unlock()

	// An error has nobody to be told to: the log itself is gone.
	for _, late := range records {
		_ = late.handler.Handle(context.Background(), late.record)
	}
	if dropped > 0 {
		fmt.Fprintf(q.out, "%d more lines were left out: the log is read too slowly\n", dropped)
	}
	_ = q.out.Flush()
}
