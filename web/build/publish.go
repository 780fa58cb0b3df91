package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"syscall"
	"time"
)

// manifest is dist/build.json: what the server and the pages' footer say of
// this build. Stamp is what upToDate compares.
type manifest struct {
	Build string `json:"build"`
	CSP   string `json:"csp"`
	// How well the files are compressed, "best" or "fast": what bytes are measured at.
	Quality string `json:"quality"`
	Go      string `json:"go"`
	Module  string `json:"module"`
	Date    string `json:"date"`
	Stamp   string `json:"stamp"`
}

// publish compresses the files, writes what differs to dist and removes what
// no longer belongs there. build.json comes last: it vouches for the rest.
func publish(ctx context.Context, s *site, say *progress) error {
	if err := os.MkdirAll(s.dist, 0o755); err != nil {
		return sentence(err, "making the folder for the site")
	}
	os.Remove(filepath.Join(s.dist, "build.json"))
	all, err := withCodings(ctx, s, say)
	if err != nil {
		return err
	}
	if err := addWorker(ctx, s, all); err != nil {
		return err
	}
	if err := s.writeFiles(all); err != nil {
		return err
	}
	keep := func(name string) bool {
		_, made := all[name]
		return made || s.pack == packLater && ofPack(name)
	}
	if err := prune(s.dist, keep); err != nil {
		return fmt.Errorf("removing what the last build left: %w", err)
	}
	s.cache.trim()
	m, err := s.manifest(ctx)
	if err != nil {
		return err
	}
	text, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		return err
	}
	return writeWhole(filepath.Join(s.dist, "build.json"), append(text, '\n'))
}

func (s *site) writeFiles(all map[string][]byte) error {
	for _, name := range slices.Sorted(maps.Keys(all)) {
		if err := writeIfDifferent(filepath.Join(s.dist, filepath.FromSlash(name)), all[name]); err != nil {
			return sentence(err, "writing "+name)
		}
	}
	return nil
}

// withCodings returns the files and their compressed forms where smaller.
func withCodings(ctx context.Context, s *site, say *progress) (map[string][]byte, error) {
	say.step("compressing %d files to brotli, zstd and gzip (%s)", len(s.files), s.quality())
	return s.codedForms(ctx, s.files, say.far("compressing"))
}

func (c config) quality() string {
	if c.best {
		return "best"
	}
	return "fast"
}

// codedForms returns files and their compressed forms where smaller.
func (s *site) codedForms(ctx context.Context, files map[string][]byte, tell func(far) error) (map[string][]byte, error) {
	all := maps.Clone(files)
	var forms []form
	for _, name := range slices.Sorted(maps.Keys(files)) {
		contents := files[name]
		if !worthCompressing(name, contents) {
			continue
		}
		for _, k := range codings {
			forms = append(forms, form{k, contents, func(small []byte) {
				if len(small) < len(contents) {
					all[name+k.suffix] = small
				}
			}})
		}
	}
	return all, s.makeForms(ctx, forms, tell)
}

func writeIfDifferent(name string, contents []byte) error {
	if old, err := os.ReadFile(name); err == nil && bytes.Equal(old, contents) {
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	return writeWhole(name, contents)
}

// prune removes files below dist that are not to be kept, and emptied folders.
func prune(dist string, keep func(name string) bool) error {
	var folders []string
	err := filepath.WalkDir(dist, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name, _ := filepath.Rel(dist, path)
		switch {
		case d.IsDir():
			folders = append(folders, path)
		case !keep(filepath.ToSlash(name)):
			return os.Remove(path)
		}
		return nil
	})
	for _, folder := range slices.Backward(folders) {
		// Fails, as it should, for a folder that still holds files.
		_ = os.Remove(folder)
	}
	return err
}

// sentence says in plain words what is wrong when the disk is full.
func sentence(err error, doing string) error {
	if errors.Is(err, syscall.ENOSPC) {
		return fmt.Errorf("%s: no space is left on this disk; free some and run again", doing)
	}
	return fmt.Errorf("%s: %w", doing, err)
}

func (s *site) manifest(ctx context.Context) (manifest, error) {
	module, err := modulePath(ctx, s.root)
	return manifest{
		Build: s.stamp[:12], CSP: s.policy, Quality: s.quality(), Go: s.release.Version, Module: module,
		Date: time.Now().UTC().Format(time.DateOnly), Stamp: s.stamp,
	}, err
}
