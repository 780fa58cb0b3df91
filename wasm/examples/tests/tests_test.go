// Package tests shows how tests run here: with their output, with time that
// testing/synctest makes pass at once, and with a benchmark.
package tests

import (
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

func Reverse(s string) string {
	var b strings.Builder
	runes := []rune(s)
	for i := range runes {
		b.WriteRune(runes[len(runes)-1-i])
	}
	return b.String()
}

func TestReverse(t *testing.T) {
	for in, want := range map[string]string{"duck": "kcud", "あひる": "るひあ", "": ""} {
		t.Run(in, func(t *testing.T) {
			if got := Reverse(in); got != want {
				t.Errorf("got %q, want %q", got, want)
			}
		})
	}
}

// TestHour waits an hour that is over at once: in a bubble of synctest time
// moves on when every goroutine waits.
func TestHour(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		time.Sleep(time.Hour)
		t.Log("slept for", time.Since(start))
	})
}

func BenchmarkReverse(b *testing.B) {
	for b.Loop() {
		Reverse("あひる, duck, 오리")
	}
}
