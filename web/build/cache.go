package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"time"
)

// A cache keeps results of slow steps by a digest of everything that they
// were made from. Entries that no build has used for a month are dropped.
type cache struct{ dir string }

const cacheLife = 30 * 24 * time.Hour

// key digests parts, with their lengths so that no two lists collide.
func key(parts ...[]byte) string {
	h := sha256.New()
	for _, p := range parts {
		fmt.Fprintf(h, "%d:", len(p))
		h.Write(p)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// get returns the entry of key, made by make when it is not there.
func (c cache) get(key string, make func() ([]byte, error)) ([]byte, error) {
	name := filepath.Join(c.dir, key)
	if data, err := os.ReadFile(name); err == nil {
		now := time.Now()
		// A failure here only shortens the entry's life.
		_ = os.Chtimes(name, now, now)
		return data, nil
	}
	data, err := make()
	if err != nil {
		return nil, err
	}
	return data, c.put(name, data)
}

func (c cache) put(name string, data []byte) error {
	if err := os.MkdirAll(c.dir, 0o755); err != nil {
		return fmt.Errorf("making the build cache: %w", err)
	}
	if err := writeWhole(name, data); err != nil {
		return fmt.Errorf("keeping a result in the build cache: %w", err)
	}
	return nil
}

// trim drops entries that have not been used for a month.
func (c cache) trim() {
	entries, err := os.ReadDir(c.dir)
	if err != nil {
		return
	}
	for _, e := range entries {
		info, err := e.Info()
		if err == nil && time.Since(info.ModTime()) > cacheLife {
			os.Remove(filepath.Join(c.dir, e.Name()))
		}
	}
}

// writeWhole writes a file so that a reader sees the old or the new one whole.
func writeWhole(name string, data []byte) error {
	temp, err := os.CreateTemp(filepath.Dir(name), ".new-*")
	if err != nil {
		return err
	}
	defer os.Remove(temp.Name())
	if _, err := temp.Write(data); err != nil {
		temp.Close()
		return err
	}
	if err := temp.Chmod(0o644); err != nil {
		temp.Close()
		return err
	}
	if err := temp.Close(); err != nil {
		return err
	}
	return os.Rename(temp.Name(), name)
}
