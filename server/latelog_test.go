package main

import (
	"bytes"
	"io"
	"log/slog"
	"strings"
	"sync"
	"testing"
	"time"
)

// A single line comes without another; of many none is lost and none is cut.
func TestLateHandler(t *testing.T) {
	var out syncBuffer
	log := slog.New(newLateHandler(&out))
	log.Info("first")
	for out.String() == "" { // or the test hangs
		time.Sleep(time.Millisecond)
	}
	var writers sync.WaitGroup
	for range 4 {
		writers.Go(func() {
			for range 5000 {
				log.With("a", 1).WithGroup("g").Info("next", "b", 2)
			}
		})
	}
	writers.Wait()
	log.Info("last")
	for !strings.HasSuffix(out.String(), "msg=last\n") { // without being asked
		time.Sleep(logPause)
	}
	if n := strings.Count(out.String(), " msg=next a=1 g.b=2\n"); n != 20_000 || strings.Count(out.String(), "\n") != n+2 {
		t.Errorf("%d lines of 20000", n)
	}
}

// What waits when the program ends is not lost.
func TestLateHandlerFlush(t *testing.T) {
	var out syncBuffer
	handler := newLateHandler(&out)
	log := slog.New(handler)
	for range 100 {
		log.Info("line")
	}
	handler.queue.flush()
	if n := strings.Count(out.String(), "\n"); n != 100 {
		t.Errorf("%d lines of 100", n)
	}
}

// A log that nobody reads holds up no request, and says so when it is read.
func TestLateHandlerWithoutReader(t *testing.T) {
	in, out := io.Pipe()
	log := slog.New(newLateHandler(out))
	log.Info("stuck")
	for range 2 * logLimit {
		log.Info("line")
	}
	var text syncBuffer
	go io.Copy(&text, in)
	for !strings.Contains(text.String(), "more lines were left out") { // or the test hangs
		time.Sleep(logPause)
	}
}

func BenchmarkLateHandler(b *testing.B) {
	log := slog.New(newLateHandler(io.Discard))
	for b.Loop() {
		log.Info("request", "path", "/", "status", 200)
	}
}

// syncBuffer may be read while it is written.
type syncBuffer struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

func (b *syncBuffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.buf.Write(p)
}

func (b *syncBuffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.buf.String()
}
