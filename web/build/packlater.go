package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/ahiru-dev/ahiru/wasm/toolchain/pack"
)

// When the toolchain for the page is made. It takes a minute and more the
// first time, and nobody who wants to look at the pages should wait for it.
const (
	packNow   = "now"   // with the site
	packLater = "later" // not now: the pages say so until it is there
	packOnly  = "only"  // the toolchain and nothing else, into a site that is there
)

var packTimes = []string{packNow, packLater, packOnly}

// packProgress is the file that says how far a pack is that is being made.
const packProgress = packIndex + "/progress.json"

// ofPack reports whether a file of the site belongs to the pack.
func ofPack(name string) bool {
	return strings.HasPrefix(name, packFiles+"/") || strings.HasPrefix(name, packIndex+"/")
}

// addPack adds the toolchain to the site, or makes the pages wait for it.
func addPack(ctx context.Context, s *site, say *progress) error {
	if s.pack == packNow {
		return s.takePack(ctx, s.packStamp, func(step string, _ int) error {
			say.step("the toolchain for the page: %s", step)
			return nil
		})
	}
	if packUpToDate(s.dist, s.packStamp) {
		return nil
	}
	for _, suffix := range []string{"", ".br", ".zst", ".gz"} {
		if err := os.Remove(filepath.Join(s.dist, packIndex, "index.json"+suffix)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("taking away the old toolchain: %w", err)
		}
	}
	return writeProgress(s.dist, making{Step: "waiting to begin", Total: packSteps})
}

// packSteps are the builder's own and the compression.
const packSteps = pack.Steps + 1

// A making is what the page is told of a pack that is not there yet.
type making struct {
	Step    string  `json:"step"`
	Done    int     `json:"done"`
	Total   int     `json:"total"`
	Seconds float64 `json:"seconds"`
	Failed  string  `json:"failed,omitempty"`
}

func writeProgress(dist string, m making) error {
	text, err := json.Marshal(m)
	if err != nil {
		return err
	}
	if err := writeIfDifferent(filepath.Join(dist, filepath.FromSlash(packProgress)), text); err != nil {
		return sentence(err, "telling the page how far the toolchain is")
	}
	return nil
}

// publishPack makes the toolchain for a site that is being served already. The
// index comes last: a page that finds it finds the rest.
func publishPack(ctx context.Context, c config, r release, say *progress) error {
	stamp, err := packStamp(c, r)
	if err != nil {
		return err
	}
	if packUpToDate(c.dist, stamp) {
		return nil
	}
	begun := time.Now()
	at := making{Total: packSteps}
	s := newSite(c, r, "")
	err = s.takePack(ctx, stamp, func(step string, done int) error {
		say.step("the toolchain for the page: %s", step)
		at.Step, at.Done, at.Seconds = step, done, time.Since(begun).Seconds()
		return writeProgress(c.dist, at)
	})
	if err == nil {
		err = s.replacePack(ctx, say)
	}
	if err != nil {
		at.Failed = err.Error()
		return errors.Join(err, writeProgress(c.dist, at))
	}
	at.Step, at.Done, at.Seconds = "done", at.Total, time.Since(begun).Seconds()
	if err := writeProgress(c.dist, at); err != nil {
		return err
	}
	say.step("the toolchain for the page is there, made in %.0f s", time.Since(begun).Seconds())
	return nil
}

func (s *site) replacePack(ctx context.Context, say *progress) error {
	all, err := withCodings(ctx, s, say)
	if err != nil {
		return err
	}
	rest, index := map[string][]byte{}, map[string][]byte{}
	for name, contents := range all {
		if strings.HasPrefix(name, packFiles+"/") {
			rest[name] = contents
		} else {
			index[name] = contents
		}
	}
	if err := s.writeFiles(rest); err != nil {
		return err
	}
	if err := s.writeFiles(index); err != nil {
		return err
	}
	return prune(s.dist, func(name string) bool {
		_, made := all[name]
		return made || !ofPack(name) || name == packProgress // which the pages that wait still ask for
	})
}
