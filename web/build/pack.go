package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/ahiru-dev/ahiru/wasm/toolchain"
	"github.com/ahiru-dev/ahiru/wasm/toolchain/pack"
)

// The folders of the site that hold the compiler for the page: what never
// changes its contents, and the index that says which of it is meant today.
const (
	packFiles = "assets/toolchain"
	packIndex = "toolchain"
)

// A packed is the pack as it lies in the cache: its index, complete, and for
// each entry the keys of its two compressed forms.
type packed struct {
	Index pack.Index
	Keys  [][2]string // gzip, brotli
}

// packCodings are the forms of a pack's file: .gz for any host, which the page
// unpacks itself, and brotli beside it for servers that negotiate. The window
// takes in all of the compiler: that saves 2 % of it.
var packCodings = [2]coding{gzipCoding, brotliCoding(24)}

// packStamp digests what a pack is made from: the release, our part of the
// toolchain, the lesson libraries, and how it is compressed.
func packStamp(c config, r release) (string, error) {
	parts := [][]byte{[]byte("pack"), []byte(r.Version), []byte(r.Root), fmt.Append(nil, c.best)}
	for _, name := range append([]string{"toolchain", "cmd/" + pack.PlannerName, "bridge"}, toolchain.Libraries...) {
		dir := filepath.Join(c.root, "wasm", filepath.FromSlash(name))
		if _, err := os.Stat(dir); err != nil {
			continue // a library that is not there yet
		}
		text, err := goSources(dir)
		if err != nil {
			return "", fmt.Errorf("reading %s: %w", name, err)
		}
		parts = append(parts, []byte(name), text)
	}
	return key(parts...), nil
}

// takePack adds the toolchain for the page, made anew when the cache has none
// of this stamp. told hears of each step, and how far it is.
func (s *site) takePack(ctx context.Context, stamp string, told func(packAt) error) error {
	made, ok := s.cachedPack(stamp)
	if !ok {
		var err error
		if made, err = s.makePack(ctx, stamp, told); err != nil {
			return fmt.Errorf("making the toolchain for the page: %w", err)
		}
	}
	for i, entry := range made.Index.Files {
		for k, name := range []string{entry.Name, entry.Name + packCodings[1].suffix} {
			contents, err := s.cache.get(made.Keys[i][k], func() ([]byte, error) {
				return nil, fmt.Errorf("%s has gone from the build cache: run the build again", name)
			})
			if err != nil {
				return err
			}
			s.add(name, contents)
		}
	}
	text, err := json.Marshal(struct {
		Stamp string `json:"stamp"`
		pack.Index
	}{stamp, made.Index})
	s.add(packIndex+"/index.json", text)
	return err
}

// cachedPack gives the pack of a stamp if all of it is still there.
func (s *site) cachedPack(stamp string) (packed, bool) {
	var found packed
	text, err := os.ReadFile(filepath.Join(s.cache.dir, stamp))
	if err != nil || json.Unmarshal(text, &found) != nil || len(found.Keys) != len(found.Index.Files) {
		return packed{}, false
	}
	for _, keys := range found.Keys {
		for _, each := range keys {
			if _, err := os.Stat(filepath.Join(s.cache.dir, each)); err != nil {
				return packed{}, false
			}
		}
	}
	return found, true
}

func (s *site) makePack(ctx context.Context, stamp string, told func(packAt) error) (packed, error) {
	at := packAt{Total: packSteps}
	step := func(step pack.Step) error {
		at.Step, at.Done, at.Far = step, slices.Index(pack.Steps, step), nil
		return told(at)
	}
	builder := pack.Builder{
		Root: s.root,
		Step: step,
		Far: func(n, of int) {
			at.Far = &far{Done: n, Total: of}
			_ = told(at) // what cannot be told is told by the next step
		},
		Warn: func(complaint string) { fmt.Fprintln(os.Stderr, "build: warning:", complaint) },
	}
	p, err := builder.Make(ctx)
	if err != nil {
		return packed{}, err
	}
	at.Step, at.Done, at.Far = packCompresses, len(pack.Steps), nil
	if err := told(at); err != nil {
		return packed{}, err
	}
	made := packed{Index: p.Index, Keys: make([][2]string, len(p.Files))}
	var forms []form
	for i, file := range p.Files {
		entry := &made.Index.Files[i]
		entry.Name = packName(p.Index.Go, file.Name, entry.SHA256)
		sizes := [2]*int{&entry.Gzip, &entry.Brotli}
		for k, coding := range packCodings {
			made.Keys[i][k] = compressedKey(coding, file.Contents, s.best)
			forms = append(forms, form{coding, file.Contents, func(small []byte) { *sizes[k] = len(small) }})
		}
	}
	if err := s.makeForms(ctx, forms, func(how far) error { at.Far = &how; return told(at) }); err != nil {
		return packed{}, err
	}
	text, err := json.Marshal(made)
	if err != nil {
		return packed{}, err
	}
	return made, s.cache.put(filepath.Join(s.cache.dir, stamp), text)
}

// packName names a file by release and contents: it never changes.
func packName(release, name, sum string) string {
	ext := path.Ext(name)
	return fmt.Sprintf("%s/%s/%s.%s%s.gz", packFiles, release, strings.TrimSuffix(name, ext), sum[:16], ext)
}

// packUpToDate reports whether the site has the pack of this stamp.
func packUpToDate(dist, stamp string) bool {
	var index struct{ Stamp string }
	text, err := os.ReadFile(filepath.Join(dist, packIndex, "index.json"))
	return err == nil && json.Unmarshal(text, &index) == nil && index.Stamp == stamp
}
