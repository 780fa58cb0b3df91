package main

import (
	"bytes"
	"errors"
	"io"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
)

// TestBrotliOfNodeIsTheSame: the cache holds one form for both encoders.
func TestBrotliOfNodeIsTheSame(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	var text strings.Builder
	for range 4_000 {
		text.WriteString([]string{"duck ", "dives ", "floats ", "\n"}[random.IntN(4)])
	}
	contents := []byte(text.String())
	for _, window := range []int{22, 24} {
		inC, err := brotliOfNode(contents, brotli.BestCompression, window)
		if err != nil {
			t.Fatal(err)
		}
		inGo, err := written(contents, func(w io.Writer) (io.WriteCloser, error) {
			return brotli.NewWriterOptions(w, brotli.WriterOptions{Quality: brotli.BestCompression, LGWin: window}), nil
		})
		if err != nil {
			t.Fatal(err)
		}
		if got, err := io.ReadAll(brotli.NewReader(bytes.NewReader(inC))); err != nil || !bytes.Equal(got, contents) {
			t.Errorf("window %d: %d bytes back, %v", window, len(got), err)
		}
		if !bytes.Equal(inC, inGo) {
			t.Errorf("window %d: Node makes %d bytes, Go %d, or others", window, len(inC), len(inGo))
		}
	}
}

func TestFormsAreMadeLargestFirst(t *testing.T) {
	s := &site{cache: cache{dir: t.TempDir()}}
	first := coding{suffix: ".x", encode: func(contents []byte, _ int) ([]byte, error) { return contents[:1], nil }}
	var forms []form
	kept := 0
	for _, size := range []byte{3, 9, 1, 5} {
		forms = append(forms, form{first, bytes.Repeat([]byte{size}, int(size)), func(small []byte) { kept += int(small[0]) }})
	}
	var last far
	if err := s.makeForms(t.Context(), forms, func(at far) error { last = at; return nil }); err != nil || kept != 18 {
		t.Errorf("the forms add up to %d, %v; want 18", kept, err)
	}
	if want := (far{Done: 4, Total: 4, Bytes: 18, AllBytes: 18}); last != want {
		t.Errorf("at the end it is at %+v, want %+v", last, want)
	}
	for i, want := range []int{9, 5, 3, 1} {
		if got := len(forms[i].contents); got != want {
			t.Errorf("form %d is of %d bytes, want %d", i, got, want)
		}
	}
	broken := coding{suffix: ".x", encode: func([]byte, int) ([]byte, error) { return nil, io.ErrUnexpectedEOF }}
	err := s.makeForms(t.Context(), []form{{broken, []byte("x"), func([]byte) { t.Error("a form was kept that was not made") }}}, nil)
	if !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Errorf("a failure gives %v", err)
	}
}

func TestHowFarIsSaidNowAndThen(t *testing.T) {
	var rest rest
	rest.begin()
	if rest.over() {
		t.Error("it is said at once")
	}
	rest.since = rest.since.Add(-restTime)
	if !rest.over() || rest.over() {
		t.Error("it is not said once after a while")
	}
}
