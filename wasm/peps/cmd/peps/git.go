package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/ahiru-dev/ahiru/wasm/peps"
)

// fromGit asks git for commit and date of the checkout in a folder. A folder
// that is no checkout has none; neither has one that merely lies within another
// project's checkout, whose commit would be a lie.
func fromGit(folder string) (commit, date peps.Optional, err error) {
	if _, err := os.Stat(filepath.Join(folder, ".git")); err != nil {
		return "", "", nil
	}
	out, err := exec.Command("git", "-C", folder, "log", "-1", "--format=%H %cI").Output()
	if err != nil {
		return "", "", fmt.Errorf("git does not tell commit and date of the checkout (give them with -commit and -date): %s", gitError(err))
	}
	hash, at, _ := strings.Cut(strings.TrimSpace(string(out)), " ")
	return peps.Optional(hash), peps.Optional(at), nil
}

// gitError is what git said, on one line.
func gitError(err error) string {
	if e, ok := err.(*exec.ExitError); ok && len(e.Stderr) > 0 {
		first, _, _ := strings.Cut(strings.TrimSpace(string(e.Stderr)), "\n")
		return first
	}
	return err.Error()
}
