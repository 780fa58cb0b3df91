package main

import (
	"os"
	"slices"
	"testing"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/proc"
)

func TestMain(m *testing.M) {
	proc.Main()
	os.Exit(m.Run())
}

// started is a process that factorises, with both of the pipe's ends as the parent has them.
func started(t *testing.T, numbers ...int) (*proc.Reader, *proc.Writer, *proc.Process) {
	t.Helper()
	reader, writer, err := proc.Pipe()
	if err != nil {
		t.Skip(err)
	}
	child, err := proc.Start("produce", numbers, proc.Inherit(writer))
	if err != nil {
		t.Skip(err)
	}
	return reader, writer, child
}

func TestFactorise(t *testing.T) {
	for n, want := range map[int][]int{1: {1}, 12: {1, 2, 3, 4, 6, 12}, 5423123: {1, 5423123}} {
		if got := factorise(n).Factors; !slices.Equal(got, want) {
			t.Errorf("%d: got %v, want %v", n, got, want)
		}
	}
}

func TestNoEndWhileTheParentHoldsIt(t *testing.T) {
	reader, writer, child := started(t, 6, 7)
	if exit, err := child.Wait(); err != nil || exit.Code != 0 {
		t.Fatal(exit, err)
	}
	got := tally{begun: time.Now()}
	receive(reader, 50*time.Millisecond, &got)
	if took := time.Since(got.begun); got.count != 2 || took < 50*time.Millisecond {
		t.Errorf("%d results, gave up after %v", got.count, took)
	}
	writer.Close()
	receive(reader, proc.Forever, &got)
	if got.count != 2 {
		t.Errorf("%d results", got.count)
	}
}

func TestTheEndOnceTheParentCloses(t *testing.T) {
	reader, writer, child := started(t, 6, 7)
	writer.Close()
	got := tally{begun: time.Now()}
	receive(reader, proc.Forever, &got)
	if exit, err := child.Wait(); got.count != 2 || err != nil || exit.Code != 0 {
		t.Errorf("%d results; %v, %v", got.count, exit, err)
	}
}

func TestSlowResultIsLost(t *testing.T) {
	reader, writer, child := started(t, 6, 100000000)
	got := tally{begun: time.Now()}
	receive(reader, 10*time.Millisecond, &got)
	reader.Close()
	writer.Close()
	if exit, err := child.Wait(); got.count > 1 || err != nil || exit.Code != 1 {
		t.Errorf("%d results; %v, %v", got.count, exit, err)
	}
}
