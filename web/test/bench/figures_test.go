package main

import (
	"maps"
	"testing"
)

func TestReadFigures(t *testing.T) {
	got := readFigures(`53541233: [1 5501 9733 53541233]
one after another: 0.201 s
pool, gain: 1.574 ×
pool, start-up: 4.1e-05 s
kept, plain: 100 %
  at once: on average
count: 12
`)
	want := figures{"one after another": 0.201, "pool, gain": 1.574, "pool, start-up": 4.1e-05, "kept, plain": 100, "count": 12}
	if !maps.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestCompare(t *testing.T) {
	runs := []figures{{"a": 6, "b": 2}, {"a": 8, "b": 2}, {"a": 2, "b": 2}}
	b := &bench{}
	if err := b.compare(comparison{"gain", least(1.5, "×"), runs, "a", runs, "b"}); err != nil {
		t.Fatal(err)
	}
	r := b.rows[0]
	if r.value != 3 || r.low != 1 || r.high != 4 || r.missed() {
		t.Errorf("got %+v", r)
	}
	if err := b.compare(comparison{"gain", least(5, "×"), runs, "a", runs, "b"}); err != nil || !b.rows[1].missed() {
		t.Errorf("%v: 3 is not at least 5: %+v", err, b.rows[1])
	}
	if err := b.compare(comparison{"none", most(1, "×"), runs, "a", runs, "c"}); err == nil {
		t.Error("a figure that is not there was divided by")
	}
}
