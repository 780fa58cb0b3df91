package main

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"
)

func told(t *testing.T, dist string) packAt {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(dist, packProgress))
	if err != nil {
		t.Fatal(err)
	}
	var at packAt
	if err := json.Unmarshal(text, &at); err != nil {
		t.Fatal(err)
	}
	return at
}

// TestPagesSeeThatSomebodyWorks: a step that takes long is told of again and
// again, with the seconds that pass.
func TestPagesSeeThatSomebodyWorks(t *testing.T) {
	defer func(was time.Duration) { beat = was }(beat)
	beat = time.Millisecond
	dist := t.TempDir()
	teller := tellPages(dist)
	if err := teller.step("building", 1); err != nil {
		t.Fatal(err)
	}
	first := told(t, dist)
	if first.Step != "building" || first.Done != 1 || first.Total != packSteps {
		t.Errorf("the step is told as %+v", first)
	}
	for at := first; at.Seconds == first.Seconds; at = told(t, dist) {
		time.Sleep(beat)
	}
	if at := told(t, dist); at.Step != "building" || at.Done != 1 {
		t.Errorf("the step is told later as %+v", at)
	}
	if _, err := teller.end(nil); err != nil {
		t.Fatal(err)
	}
	last := told(t, dist)
	if last.Done != last.Total || last.Failed != "" {
		t.Errorf("the end is told as %+v", last)
	}
	time.Sleep(5 * beat)
	if at := told(t, dist); at != last {
		t.Errorf("after the end it was told %+v", at)
	}
}

func TestPagesHearWhyThereIsNoToolchain(t *testing.T) {
	dist := t.TempDir()
	teller := tellPages(dist)
	if err := teller.step("compressing", 4); err != nil {
		t.Fatal(err)
	}
	if _, err := teller.end(errors.New("no space left")); err != nil {
		t.Fatal(err)
	}
	if at := told(t, dist); at.Failed != "no space left" || at.Done != 4 {
		t.Errorf("a failure is told as %+v", at)
	}
}
