package main

import (
	"log/slog"
	"net/http"
	"time"
)

// logRequest writes one line. The handler quotes what is not printable, so
// hostile paths stay one line of text. The query is left out: it belongs to
// the reader.
func logRequest(log *slog.Logger, r *http.Request, a *answer, start time.Time) {
	now := time.Now()
	// The record is made by hand since a Logger would find out where in the
	// source it was called, which costs more than the line.
	line := slog.NewRecord(now, slog.LevelInfo, "request", 0)
	line.AddAttrs(
		slog.String("method", shorten(r.Method)),
		slog.String("path", shorten(r.URL.Path)),
		slog.Int("status", a.status),
		slog.Int64("bytes", a.bytes),
		slog.Duration("duration", now.Sub(start).Round(time.Microsecond)),
		slog.String("coding", a.coding),
	)
	if ctx := r.Context(); log.Enabled(ctx, line.Level) {
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
