package main

import (
	"context"
	"io"
	"log/slog"
	"net/http"
	"sync"
	"time"
)

// logRequest writes one line. The logger quotes what is not printable, so
// hostile paths stay one line of text. The query is left out: it belongs to
// the reader.
func logRequest(log *slog.Logger, r *http.Request, a *answer, took time.Duration) {
	log.LogAttrs(context.Background(), slog.LevelInfo, "request",
		slog.String("method", shorten(r.Method)),
		slog.String("path", shorten(r.URL.Path)),
		slog.Int("status", a.status),
		slog.Int64("bytes", a.bytes),
		slog.Duration("duration", took.Round(time.Microsecond)),
		slog.String("coding", a.coding),
	)
}

// shorten bounds a line of the log.
func shorten(text string) string {
	const limit = 200
	if len(text) <= limit {
		return text
	}
	return text[:limit] + "…"
}

// logWriter passes lines on: the first at once, those that follow on its heels
// together, a moment later. A system call for each line would be a tenth of
// what a small answer costs.
type logWriter struct {
	out io.Writer

	mu      sync.Mutex
	waiting []byte
	last    time.Time   // of a write to out
	timer   *time.Timer // runs while lines are waiting
}

// logPause is how long a line may wait.
const logPause = 10 * time.Millisecond

func (w *logWriter) Write(line []byte) (int, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.waiting = append(w.waiting, line...)
	switch {
	case time.Since(w.last) >= logPause || len(w.waiting) >= 64<<10:
		w.flush()
	case w.timer == nil:
		w.timer = time.AfterFunc(logPause, w.Flush)
	}
	return len(line), nil
}

// Flush writes the lines that wait.
func (w *logWriter) Flush() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.flush()
}

func (w *logWriter) flush() {
	if w.timer != nil {
		w.timer.Stop()
		w.timer = nil
	}
	if len(w.waiting) > 0 {
		_, _ = w.out.Write(w.waiting) // nobody to tell that the log is gone
		w.waiting, w.last = w.waiting[:0], time.Now()
	}
}
