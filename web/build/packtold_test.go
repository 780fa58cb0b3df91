package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/toolchain/pack"
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
	now := packAt{Step: pack.Tools, Done: 1, Total: packSteps}
	if err := teller.hear(now); err != nil {
		t.Fatal(err)
	}
	first := told(t, dist)
	if first.Step != pack.Tools || first.Done != 1 || first.Total != packSteps || first.Far != nil {
		t.Errorf("the step is told as %+v", first)
	}
	now.Far = &far{Done: 3, Total: 9}
	if err := teller.hear(now); err != nil {
		t.Fatal(err)
	}
	at := first
	for ; at.Seconds == first.Seconds || at.Far == nil; at = told(t, dist) {
		time.Sleep(beat)
	}
	if at.Step != pack.Tools || at.Done != 1 || *at.Far != *now.Far {
		t.Errorf("the step is told later as %+v", at)
	}
	if _, err := teller.end(nil); err != nil {
		t.Fatal(err)
	}
	last := told(t, dist)
	if last.Done != last.Total || last.Failed != "" || last.Far != nil {
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
	if err := teller.hear(packAt{Step: packCompresses, Done: 4, Total: packSteps}); err != nil {
		t.Fatal(err)
	}
	if _, err := teller.end(errors.New("no space left")); err != nil {
		t.Fatal(err)
	}
	if at := told(t, dist); at.Failed != "no space left" || at.Done != 4 {
		t.Errorf("a failure is told as %+v", at)
	}
}

// TestPagesHaveWordsForEachStep: a step that a page does not know it does not name.
func TestPagesHaveWordsForEachStep(t *testing.T) {
	for _, language := range []string{"en", "ja", "ko"} {
		words, err := os.ReadFile("../src/elements/demo/edit-words-" + language + ".ts")
		if err != nil {
			t.Fatal(err)
		}
		for step := range packWords {
			if !strings.Contains(string(words), fmt.Sprintf("[%q, ", step)) {
				t.Errorf("no words in %s for the step %q", language, step)
			}
		}
	}
	if len(packWords) != packSteps {
		t.Errorf("there are words for %d steps of %d", len(packWords), packSteps)
	}
}
