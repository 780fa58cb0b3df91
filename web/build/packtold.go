package main

import (
	"encoding/json"
	"path/filepath"
	"sync"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/toolchain/pack"
)

// packProgress is the file that says how far a pack is that is being made.
const packProgress = packIndex + "/progress.json"

// packSteps are the builder's own and the compression.
const packSteps = pack.Steps + 1

// A packAt is what the pages are told of a pack that is not there yet.
type packAt struct {
	Step    string  `json:"step"`
	Done    int     `json:"done"`
	Total   int     `json:"total"`
	Seconds float64 `json:"seconds"`
	Failed  string  `json:"failed,omitempty"`
}

func writeProgress(dist string, at packAt) error {
	text, err := json.Marshal(at)
	if err != nil {
		return err
	}
	if err := writeIfDifferent(filepath.Join(dist, filepath.FromSlash(packProgress)), text); err != nil {
		return sentence(err, "telling the page how far the toolchain is")
	}
	return nil
}

// beat is how often the pages are told, whether there is news or not: by the
// seconds that pass they see that somebody is at work.
var beat = 2 * time.Second

// A teller writes how far a pack is while it is made.
type teller struct {
	dist  string
	begun time.Time
	over  chan struct{}
	beats sync.WaitGroup
	mu    sync.Mutex
	at    packAt
}

// tellPages begins to tell; end must be called.
func tellPages(dist string) *teller {
	t := &teller{dist: dist, begun: time.Now(), over: make(chan struct{}), at: packAt{Step: "beginning", Total: packSteps}}
	t.beats.Go(func() {
		for tick := time.NewTicker(beat); ; {
			select {
			case <-t.over:
				tick.Stop()
				return
			case <-tick.C:
				_ = t.tell(func(*packAt) {}) // what cannot be written is told by the next step
			}
		}
	})
	return t
}

func (t *teller) step(step string, done int) error {
	return t.tell(func(at *packAt) { at.Step, at.Done = step, done })
}

// end tells that the pack is there, or why it is not, and gives the seconds
// that it took.
func (t *teller) end(failed error) (float64, error) {
	close(t.over)
	t.beats.Wait()
	err := t.tell(func(at *packAt) {
		if failed != nil {
			at.Failed = failed.Error()
			return
		}
		at.Step, at.Done = "done", at.Total
	})
	return t.at.Seconds, err
}

func (t *teller) tell(change func(*packAt)) error {
	t.mu.Lock()
	defer t.mu.Unlock()
	change(&t.at)
	t.at.Seconds = time.Since(t.begun).Seconds()
	return writeProgress(t.dist, t.at)
}
