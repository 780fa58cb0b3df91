package main

import (
	"context"
	"log/slog"
	"net/http"
	"time"
)

// logRequest writes one line. The handler quotes what is not printable, so
// hostile paths stay one line of text. The query is left out: it belongs to
// the reader.
func logRequest(log *slog.Logger, r *http.Request, a *answer, start time.Time) {
	logLine(log, requestLine{r.Method, r.URL.Path, a.status, a.bytes, a.coding, start})
}

// requestLine is what a line of the log says, with when its request came.
type requestLine struct {
	method, path string
	status       int
	bytes        int64
	coding       string
	start        time.Time
}

func logLine(log *slog.Logger, l requestLine) {
	now := time.Now()
	// The record is made by hand since a Logger would find out where in the
	// source it was called, which costs more than the line.
	line := slog.NewRecord(now, slog.LevelInfo, "request", 0)
	line.AddAttrs(
		slog.String("method", shorten(l.method)),
		slog.String("path", shorten(l.path)),
		slog.Int("status", l.status),
		slog.Int64("bytes", l.bytes),
		slog.Duration("duration", now.Sub(l.start).Round(time.Microsecond)),
		slog.String("coding", l.coding),
	)
	if ctx := context.Background(); log.Enabled(ctx, line.Level) {
		_ = log.Handler().Handle(ctx, line) // nobody to tell that the log is gone
	}
}

// shorten bounds a line of the log.
func shorten(text string) string {
	const limit = 200
	if len(text) <= limit {
		return text
	}
	return text[:limit] + "…"
}
