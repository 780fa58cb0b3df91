package peps

import (
	"strconv"
	"strings"
)

// url scans an absolute URL whose "://" stands at i, and hides it.
func (in *inline) url(i int) int {
	start := i
	for start > 0 && isSchemeByte(in.text[start-1]) {
		start--
	}
	end := urlEnd(in.text, i+3)
	if start == i || end == i+3 {
		return i + 3
	}
	if number := urlNumber(in.text[start:end]); number >= 0 {
		in.hit(URL, number, start, end)
	}
	in.hide(start, end)
	return end
}

// urls scans text[from:to] for URLs only.
func (in *inline) urls(from, to int) {
	for {
		n := strings.Index(in.text[from:to], "://")
		if n < 0 {
			return
		}
		from = min(in.url(from+n), to)
	}
}

func isSchemeByte(c byte) bool {
	return isAlnum(rune(c)) || c == '+' || c == '.' || c == '-'
}

// urlEnd is where a URL ends: at white space, or at what quotes or encloses it.
func urlEnd(s string, i int) int {
	if n := strings.IndexAny(s[i:], " \n\"<>`\x00"); n >= 0 {
		return i + n
	}
	return len(s)
}

// urlNumber is the number of the PEP whose page or source is at a URL, -1 when
// the URL is another one, even one that contains "pep-123".
func urlNumber(url string) int {
	scheme, rest, _ := strings.Cut(url, "://")
	if s := strings.ToLower(scheme); s != "http" && s != "https" {
		return -1
	}
	host, path, _ := strings.Cut(rest, "/")
	path, ok := inPEPs(strings.ToLower(host), path)
	if !ok {
		return -1
	}
	digits, ok := strings.CutPrefix(path, "pep-")
	if !ok {
		return -1
	}
	n := 0
	for n < len(digits) && isDigit(digits[n]) {
		n++
	}
	number, err := strconv.Atoi(digits[:n])
	if err != nil || wordAfter(digits, n) {
		return -1
	}
	return number
}

// inPEPs is what is left of a path below the place where a host keeps PEPs.
func inPEPs(host, path string) (rest string, ok bool) {
	switch host {
	case "peps.python.org":
		return path, true
	case "python.org", "www.python.org", "legacy.python.org":
		return strings.CutPrefix(strings.TrimPrefix(path, "dev/"), "peps/")
	case "python.github.io":
		return strings.CutPrefix(path, "peps/")
	case "github.com":
		return inGitHub(path)
	case "raw.githubusercontent.com":
		return inRawGitHub(path)
	case "hg.python.org":
		if path, ok = strings.CutPrefix(path, "peps/file/"); ok {
			_, path, ok = strings.Cut(path, "/")
		}
		return path, ok
	case "svn.python.org":
		return strings.CutPrefix(path, "view/peps/trunk/")
	}
	return "", false
}
