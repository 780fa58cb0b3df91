package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// When the toolchain for the page is made. It takes a minute and more the
// first time, and nobody who wants to look at the pages should wait for it.
const (
	packNow   = "now"   // with the site
	packLater = "later" // not now: the pages say so until it is there
	packOnly  = "only"  // the toolchain and nothing else, into a site that is there
)

var packTimes = []string{packNow, packLater, packOnly}

// ofPack reports whether a file of the site belongs to the pack.
func ofPack(name string) bool {
	return strings.HasPrefix(name, packFiles+"/") || strings.HasPrefix(name, packIndex+"/")
}

// addPack adds the toolchain to the site, or makes the pages wait for it.
func addPack(ctx context.Context, s *site, say *progress) error {
	if s.pack == packNow {
		return s.takePack(ctx, s.packStamp, say.pack())
	}
	if packUpToDate(s.dist, s.packStamp) {
		return nil
	}
	for _, suffix := range []string{"", ".br", ".zst", ".gz"} {
		if err := os.Remove(filepath.Join(s.dist, packIndex, "index.json"+suffix)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("taking away the old toolchain: %w", err)
		}
	}
	return writeProgress(s.dist, packAt{Step: packWaits, Total: packSteps})
}

// pack gives what says each step of making the toolchain, and now and then how
// far it is.
func (p *progress) pack() func(packAt) error {
	var tell func(far) error
	return func(at packAt) error {
		if at.Far != nil {
			return tell(*at.Far)
		}
		words := "the toolchain for the page: " + packWords[at.Step]
		p.step("%s", words)
		tell = p.far(words)
		return nil
	}
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
	told := tellPages(c.dist)
	s := newSite(c, r, "")
	aloud := say.pack()
	err = s.takePack(ctx, stamp, func(at packAt) error { return errors.Join(aloud(at), told.hear(at)) })
	if err == nil {
		err = s.replacePack(ctx, say)
	}
	seconds, failed := told.end(err)
	if err := errors.Join(err, failed); err != nil {
		return err
	}
	say.step("the toolchain for the page is there, made in %.0f s", seconds)
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
