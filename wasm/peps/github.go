package peps

import "strings"

// inGitHub is what is left of a path on github.com below the PEPs of any fork:
// <owner>/peps/<view>/<ref>/[peps/].
func inGitHub(path string) (rest string, ok bool) {
	_, path, _ = strings.Cut(path, "/")
	path, ok = strings.CutPrefix(path, "peps/")
	if !ok {
		return "", false
	}
	view, path, _ := strings.Cut(path, "/")
	switch view {
	case "blob", "tree", "commits", "raw", "edit", "blame":
		return afterRef(path)
	}
	return "", false
}

// inRawGitHub is the same for raw.githubusercontent.com: <owner>/peps/<ref>/[peps/].
func inRawGitHub(path string) (rest string, ok bool) {
	_, path, _ = strings.Cut(path, "/")
	path, ok = strings.CutPrefix(path, "peps/")
	if !ok {
		return "", false
	}
	return afterRef(path)
}

// afterRef drops the name of a branch, tag or commit and the folder of the PEPs.
// A ref is one part of the path, unless it is written in full.
func afterRef(path string) (rest string, ok bool) {
	for _, full := range []string{"refs/heads/", "refs/tags/"} {
		path = strings.TrimPrefix(path, full)
	}
	_, rest, ok = strings.Cut(path, "/")
	return strings.TrimPrefix(rest, "peps/"), ok
}
