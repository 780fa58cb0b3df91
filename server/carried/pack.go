package carried

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// Pack writes to a new folder what Open makes the site of again.
func Pack(site fs.FS, to string) error {
	made := index{Unpacked: map[string]int64{}, Filled: map[string]int64{}}
	err := fs.WalkDir(site, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() {
			return err
		}
		return made.pack(site, name, to)
	})
	if err != nil {
		return fmt.Errorf("packing the site: %w", err)
	}
	text, err := json.Marshal(made)
	if err != nil {
		return err
	}
	return write(to, indexName, text)
}

func (made *index) pack(site fs.FS, name, to string) error {
	if original, is := strings.CutSuffix(name, zstdSuffix); is && regular(site, original) {
		return nil
	}
	contents, err := fs.ReadFile(site, name)
	if err != nil {
		return err
	}
	if unpacks(site, name+gzipSuffix, contents) {
		made.Unpacked[name] = int64(len(contents))
		return nil
	}
	if cut := withHoles(site, contents); len(cut) < len(contents) {
		made.Filled[name] = int64(len(contents))
		if contents, err = zipped(cut); err != nil {
			return err
		}
	}
	return write(to, name, contents)
}

// unpacks reports whether the site has a gzip copy of these contents.
func unpacks(site fs.FS, name string, contents []byte) bool {
	packed, err := site.Open(name)
	if err != nil {
		return false
	}
	defer packed.Close()
	unpacked, err := gzip.NewReader(packed)
	if err != nil {
		return false
	}
	got, err := io.ReadAll(io.LimitReader(unpacked, int64(len(contents))+1))
	return err == nil && bytes.Equal(got, contents)
}

// spelled is how a page in one file holds a file of the site.
var spelled = regexp.MustCompile(`data-path="([^"]+)">([A-Za-z0-9+/]{100,}={0,2})<`)

// withHoles leaves out what a page spells of the site's gzip copies.
func withHoles(site fs.FS, page []byte) []byte {
	if bytes.Contains(page, []byte(hole)) {
		return page
	}
	var out []byte
	rest := page
	for _, at := range spelled.FindAllSubmatchIndex(page, -1) {
		name := string(page[at[2]:at[3]]) + gzipSuffix
		copied, err := fs.ReadFile(site, name)
		if err != nil || base64.StdEncoding.EncodeToString(copied) != string(page[at[4]:at[5]]) {
			continue
		}
		out = append(out, page[len(page)-len(rest):at[4]]...)
		out = append(out, hole+name+hole...)
		rest = page[at[5]:]
	}
	return append(out, rest...)
}

func zipped(contents []byte) ([]byte, error) {
	var out bytes.Buffer
	w, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	_, err = w.Write(contents)
	err = errors.Join(err, w.Close())
	return out.Bytes(), err
}

func write(to, name string, contents []byte) error {
	path := filepath.Join(to, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	return os.WriteFile(path, contents, 0o644)
}
