package peps

import (
	"cmp"
	"path"
	"slices"
	"strconv"
	"strings"
)

// Wanted reports whether a file may matter to a corpus, going by its path: the
// file of a PEP or an appendix. Whoever reads a corpus can skip the others.
func Wanted(name string) bool {
	_, _, _, ok := pepPath(name)
	return ok
}

// pepPath takes the path of a PEP's file or appendix apart: the folder in which
// the PEPs are, the PEP's number, and the name of an appendix.
func pepPath(name string) (folder string, number int, appendix string, ok bool) {
	dir, base := path.Split(path.Clean(name))
	dir = path.Clean(dir)
	ext := path.Ext(base)
	if ext != ".rst" && ext != ".txt" {
		return "", 0, "", false
	}
	if number, ok = pepNumberOf(strings.TrimSuffix(base, ext)); ok {
		return dir, number, "", true
	}
	if number, ok = pepNumberOf(path.Base(dir)); ok && ext == ".rst" && base != "pep-NNNN.rst" {
		return path.Dir(dir), number, base, true
	}
	return "", 0, "", false
}

// pepNumberOf reads "pep-0008".
func pepNumberOf(s string) (number int, ok bool) {
	digits, found := strings.CutPrefix(s, "pep-")
	if !found || len(digits) != 4 || strings.Trim(digits, "0123456789") != "" {
		return 0, false
	}
	number, err := strconv.Atoi(digits)
	return number, err == nil
}

// selectFiles picks the files of the PEPs out of a corpus, by number, a PEP's
// own file before its appendices. They lie at the root of the repository, as
// they did until 2023, or in its folder "peps"; the same names occur elsewhere
// in it, as test data. PEP 0 is generated: it is left out.
func selectFiles(files []File) (selected []pepFile, problems []Problem) {
	home := home(files)
	for _, f := range files {
		folder, number, appendix, ok := pepPath(f.Path)
		if !ok || number == 0 || folder != home.folder {
			continue
		}
		name := home.prefix + strings.TrimPrefix(strings.TrimPrefix(path.Clean(f.Path), folder), "/")
		selected = append(selected, pepFile{f, name, number, appendix})
	}
	slices.SortStableFunc(selected, func(a, b pepFile) int {
		return cmp.Or(cmp.Compare(a.number, b.number), cmp.Compare(a.appendix, b.appendix), cmp.Compare(a.name, b.name))
	})
	return unique(selected)
}

// unique drops second files of one PEP, of two layouts or of one name.
func unique(all []pepFile) (kept []pepFile, problems []Problem) {
	seen := make(map[string]pepFile)
	owner := make(map[int]bool)
	for _, f := range all {
		key := strconv.Itoa(f.number) + "/" + f.appendix
		if first, twice := seen[key]; twice {
			fault := NewFault(SamePEP, first.name)
			if first.name == f.name {
				fault = NewFault(Twice)
			}
			problems = append(problems, Problem{f.name, 0, fault})
			continue
		}
		seen[key] = f
		if f.appendix == "" {
			owner[f.number] = true
		}
		if f.appendix != "" && !owner[f.number] {
			problems = append(problems, Problem{f.name, 0, NewFault(NoOwner)})
			continue
		}
		kept = append(kept, f)
	}
	return kept, problems
}

// A place is where the PEPs of a corpus are.
type place struct {
	folder string // the path of their folder in the corpus
	prefix string // that folder's path from the repository's root, with a slash
}

// home finds the folder that holds the PEPs: among those with files of PEPs the
// one nearest to the top, "peps" before others, then the one with the most.
func home(files []File) place {
	count := make(map[string]int)
	for _, f := range files {
		if folder, _, appendix, ok := pepPath(f.Path); ok && appendix == "" {
			count[folder]++
		}
	}
	best := ""
	for folder := range count {
		if best == "" || nearer(folder, best, count) {
			best = folder
		}
	}
	if path.Base(best) == "peps" {
		return place{best, "peps/"}
	}
	return place{best, ""}
}

func nearer(a, b string, count map[string]int) bool {
	inPEPs := func(s string) int {
		if path.Base(s) == "peps" {
			return 0
		}
		return 1
	}
	depth := func(s string) int {
		if s == "." {
			return 0
		}
		return 1 + strings.Count(s, "/")
	}
	return cmp.Or(cmp.Compare(depth(a)-1+inPEPs(a), depth(b)-1+inPEPs(b)), cmp.Compare(count[b], count[a]), cmp.Compare(a, b)) < 0
}
