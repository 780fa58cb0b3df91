package main

import (
	"regexp"
	"strconv"
	"strings"
)

var (
	blankLine  = regexp.MustCompile(`\n[ ]*\n`)
	inLiteral  = regexp.MustCompile("(?s)``.+?``+")
	targetName = regexp.MustCompile("(?ms)^( *\\.\\. )_(?:`[^`]+`|[^:`\n]+(?:\n[^:`\n]+)?):(\\s|$)")
	address    = regexp.MustCompile("(?i)https?://[^\\s<>`\"]+")
	pepAddress = regexp.MustCompile(`(?i)^https?://(?:peps\.python\.org/pep-|(?:www\.|legacy\.)?python\.org/(?:dev/)?peps/pep-|python\.github\.io/peps/pep-|` +
		`github\.com/[^/]+/peps/(?:blob|tree|commits|raw|edit|blame)/(?:refs/heads/)?[^/]+/(?:peps/)?pep-|raw\.githubusercontent\.com/[^/]+/peps/(?:refs/heads/)?[^/]+/(?:peps/)?pep-|` +
		`hg\.python\.org/peps/file/[^/]+/pep-|svn\.python\.org/view/peps/trunk/pep-)(\d{1,4})(?:\W|$)`)
	role     = regexp.MustCompile("(?s):([A-Za-z][\\w:+.-]*):`((?:[^`\\\\]|\\\\.)+)`")
	inAngles = regexp.MustCompile(`(?s)[^<>\s]\s*<([^<>]*)>\s*$`)
	unshown  = regexp.MustCompile("(?s)(`[^`<]+)<[^`>]*>(`__?)")
	anyPEP   = regexp.MustCompile(`\x01(\d+)\x02|PEP(s?)(-|[ ]|[ ]?\n[ ]*|)\\?(\d{1,4})`)
	further  = regexp.MustCompile(`^(?:,\s+(?:and|or)\s+|\s+(?:and|or|&)\s+|,\s*|\s*[/&]\s*)\\?(\d{1,4})`)
)

const wordBytes = "0123456789_ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

// mentioned lists the PEPs that running text names, one for each mention.
func mentioned[T any](text string, known map[int]T, owner func(label string) int) (list []int) {
	text = targetName.ReplaceAllString(text, "$1$2")
	for _, paragraph := range blankLine.Split(text, -1) {
		p := inLiteral.ReplaceAllString(paragraph, "``")
		p = address.ReplaceAllStringFunc(p, func(url string) string {
			if m := pepAddress.FindStringSubmatch(url); m != nil {
				n, _ := strconv.Atoi(m[1])
				list = append(list, n)
			}
			return "@"
		})
		p = role.ReplaceAllStringFunc(p, func(all string) string {
			m := role.FindStringSubmatch(all)
			target := m[2]
			if angles := inAngles.FindStringSubmatch(target); angles != nil {
				target = angles[1]
			}
			switch strings.ToLower(m[1]) {
			case "pep":
				number, _, _ := strings.Cut(target, "#")
				if n, err := strconv.Atoi(strings.TrimSpace(number)); err == nil {
					list = append(list, n)
					return "\x01" + strconv.Itoa(n) + "\x02"
				}
			case "ref":
				if n := owner(target); n != 0 {
					list = append(list, n)
				}
			}
			return "@"
		})
		list = append(list, inText(unshown.ReplaceAllString(p, "$1$2"), known)...)
	}
	return list
}

// inText finds plain mentions and the lists that they and roles begin.
func inText[T any](p string, known map[int]T) (list []int) {
	for at := 0; ; {
		m := anyPEP.FindStringSubmatchIndex(p[at:])
		if m == nil {
			return list
		}
		group := func(i int) string {
			if m[2*i] < 0 {
				return ""
			}
			return p[at:][m[2*i]:m[2*i+1]]
		}
		start, end := at+m[0], at+m[1]
		plural := group(2) == "s"
		if number := group(4); number != "" {
			rest := p[end:]
			before := start > 0 && strings.Contains(wordBytes, p[start-1:start])
			enumerates := plural && strings.Contains(group(3), "\n") && strings.HasPrefix(rest, ". ")
			if before || continues(rest) || enumerates || plural && (group(3) == "" || group(3) == "-") {
				at = start + 3
				continue
			}
			n, _ := strconv.Atoi(number)
			list = append(list, n)
		}
		for {
			m := further.FindStringSubmatch(p[end:])
			if m == nil || continues(p[end+len(m[0]):]) {
				break
			}
			n, _ := strconv.Atoi(m[1])
			_, exists := known[n]
			if !plural && (len(m[1]) < 3 || !exists) {
				break
			}
			if exists {
				list = append(list, n)
			}
			end += len(m[0])
		}
		at = end
	}
}

// continues tells that a number goes on: as a word, or as a range.
func continues(rest string) bool {
	if rest != "" && strings.Contains(wordBytes, rest[:1]) {
		return true
	}
	for _, dash := range []string{"-", "–", "—"} {
		if after, found := strings.CutPrefix(rest, dash); found && after != "" && after[0] >= '0' && after[0] <= '9' {
			return true
		}
	}
	return false
}
