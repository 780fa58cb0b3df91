package main

import (
	"context"
	"log/slog"
	"net/http"
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
