package timeline

import (
	"archive/tar"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"path"
	"strconv"
	"strings"
)

// Open reads a trace that was recorded elsewhere: one file of runtime/trace, or a tar archive of them, one for each
// worker, as a page saves it: "3-square.trace" is that of worker 3. What could be read of a damaged one is there, and
// the model says so; that nothing could is an error.
func (v *Viewer) Open(ctx context.Context, b Beginning, files ...[]byte) (Count, error) {
	if _, err := v.Begin(ctx, b); err != nil {
		return Count{}, err
	}
	whole := bytes.Join(files, nil)
	if len(whole) == 0 {
		return Count{}, errors.New("the file is empty: there is no trace in it")
	}
	if !isArchive(whole) {
		if _, err := v.Feed(ctx, Piece{Worker: 1, Last: true}, whole); err != nil {
			return Count{}, err
		}
		return v.opened()
	}
	for archive := tar.NewReader(bytes.NewReader(whole)); ; {
		head, err := archive.Next()
		if err == io.EOF {
			return v.opened()
		}
		if err == nil && head.Typeflag == tar.TypeReg {
			err = v.openFile(ctx, head.Name, archive)
		}
		if err != nil {
			return Count{}, fmt.Errorf("the archive of traces cannot be read: %w", err)
		}
	}
}

// isArchive tells tar by the mark in its first header.
func isArchive(file []byte) bool {
	return len(file) > 512 && bytes.HasPrefix(file[257:], []byte("ustar"))
}

func (v *Viewer) openFile(ctx context.Context, name string, from io.Reader) error {
	number, rest, _ := strings.Cut(path.Base(name), "-")
	worker, err := strconv.Atoi(number)
	if err != nil || worker < 0 {
		return fmt.Errorf("%.60q is not named after a worker, such as 3-square.trace", name)
	}
	text, err := io.ReadAll(from)
	if err != nil {
		return err
	}
	_, err = v.Feed(ctx, Piece{Worker: worker, Name: strings.TrimSuffix(rest, ".trace"), Last: true}, text)
	return err
}

// opened gives how much there is, or why there is nothing.
func (v *Viewer) opened() (Count, error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	t := v.timeline
	why := errors.New("there is no goroutine in this trace")
	for _, s := range t.streams {
		if len(s.order) > 0 {
			return Count{t.events, t.missing}, nil
		}
		if s.fault != nil {
			why = s.fault
		}
	}
	return Count{}, why
}
