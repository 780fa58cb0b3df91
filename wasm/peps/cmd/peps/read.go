package main

import (
	"os"
	"path/filepath"

	"github.com/ahiru-dev/ahiru/wasm/peps"
	"github.com/ahiru-dev/ahiru/wasm/peps/archive"
)

// read reads a corpus from a folder or an archive.
func read(name string) (peps.Source, error) {
	info, err := os.Stat(name)
	if err != nil {
		return peps.Source{}, plain(err)
	}
	if info.IsDir() {
		return readFolder(name)
	}
	f, err := os.Open(name)
	if err != nil {
		return peps.Source{}, plain(err)
	}
	defer f.Close()
	return archive.Read(f, info.Size(), archive.DefaultLimits)
}

// readFolder reads a checkout, or a folder without history.
func readFolder(name string) (peps.Source, error) {
	top := checkoutOf(name)
	root, err := os.OpenRoot(top) // follows no link out of it
	if err != nil {
		return peps.Source{}, plain(err)
	}
	defer root.Close()
	src, err := peps.ReadFS(root.FS())
	if err != nil {
		return src, err
	}
	src.Commit, src.Date, err = fromGit(top)
	if err != nil {
		src.Problems = append(src.Problems, peps.Problem{Fault: peps.FaultOf(err)})
	}
	return src, nil
}

// checkoutOf is the folder itself, or the checkout around it when it is the
// folder "peps" of one: files are then named as the repository names them.
func checkoutOf(name string) string {
	full, err := filepath.Abs(name)
	if err != nil || filepath.Base(full) != "peps" {
		return name
	}
	if _, err := os.Stat(filepath.Join(full, ".git")); err == nil {
		return name
	}
	if _, err := os.Stat(filepath.Join(filepath.Dir(full), ".git")); err == nil {
		return filepath.Dir(full)
	}
	return name
}

// plain drops the path from an error: the message names it already.
func plain(err error) error {
	if e, ok := err.(*os.PathError); ok {
		return e.Err
	}
	return err
}
