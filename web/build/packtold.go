package main

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"sync"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/toolchain/pack"
)

// packProgress is the file that says how far a pack is that is being made.
const packProgress = packIndex + "/progress.json"

// packSteps are the builder's own and the compression.
var packSteps = len(pack.Steps) + 1

// What is no step of the builder.
const (
	packWaits      pack.Step = "waits"
	packBegins     pack.Step = "begins"
	packCompresses pack.Step = "compresses"
	packDone       pack.Step = "done"
)

// packWords are for who builds; the pages have words of their own.
var packWords = map[pack.Step]string{
	pack.Packages:  "compiling the standard library and the lesson libraries",
	pack.Tools:     "building the compiler and the linker",
	pack.Planner:   "building the planner",
	pack.Split:     "splitting the packages",
	packCompresses: "compressing the toolchain",
}

// A packAt is what the pages are told of a pack that is not there yet.
type packAt struct {
	Step    pack.Step `json:"step"`
	Done    int       `json:"done"`
	Total   int       `json:"total"`
	Far     *far      `json:"far,omitempty"` // in this step, where that is known
	Seconds float64   `json:"seconds"`
	Failed  string    `json:"failed,omitempty"`
}

// A far is how far a step is: in pieces, and in bytes where these are known.
type far struct {
	Done     int `json:"done"`
	Total    int `json:"total"`
	Bytes    int `json:"bytes,omitempty"`
	AllBytes int `json:"allBytes,omitempty"`
}

func (f far) String() string {
	if f.AllBytes == 0 {
		return fmt.Sprintf("%d of %d packages", f.Done, f.Total)
	}
	return fmt.Sprintf("%d of %d forms of files, %d of %d MB", f.Done, f.Total, f.Bytes>>20, f.AllBytes>>20)
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
	t := &teller{dist: dist, begun: time.Now(), over: make(chan struct{}), at: packAt{Step: packBegins, Total: packSteps}}
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

// hear takes what is to be told: a step at once, how far it is at the next beat.
func (t *teller) hear(now packAt) error {
	if now.Far == nil {
		return t.tell(func(at *packAt) { *at = now })
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	t.at = now
	return nil
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
		at.Step, at.Done, at.Far = packDone, at.Total, nil
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
