package main

import (
	"maps"
	"path"
	"regexp"
	"strconv"
	"strings"

	"github.com/ahiru-dev/ahiru/wasm/peps"
)

// The reading here has nothing of the extractor's: where that parses blocks and
// inline markup, this crosses out with regular expressions what is no text and
// counts what is left. It gives pairs of PEPs with their mentions, nothing else.

type pair [2]int

var pepName = regexp.MustCompile(`(?:^|/)pep-(\d{4})(?:\.(?:rst|txt)|/[^/]*\.rst)$`)

// independently reads a corpus of files of one layout.
func independently(files []peps.File) map[pair]int {
	texts, whole := make(map[int][]string), make(map[int]bool)
	for _, f := range files {
		if m := pepName.FindStringSubmatch(f.Path); m != nil && m[1] != "0000" && path.Base(f.Path) != "pep-NNNN.rst" {
			n, _ := strconv.Atoi(m[1])
			text := strings.ReplaceAll(strings.ReplaceAll(string(f.Data), "\r\n", "\n"), "\t", "        ")
			if path.Base(f.Path) == "pep-"+m[1]+path.Ext(f.Path) {
				texts[n], whole[n] = append([]string{text}, texts[n]...), true
			} else {
				texts[n] = append(texts[n], "\n\n"+text)
			}
		}
	}
	maps.DeleteFunc(texts, func(n int, _ []string) bool { return !whole[n] })
	owner := labelled(texts)
	counts := make(map[pair]int)
	for from, list := range texts {
		for i, text := range list {
			head, body, _ := strings.Cut(text, "\n\n")
			found := mentioned(crossOut(body), texts, func(label string) int { return owner(label, from) })
			if i == 0 {
				found = append(found, fromHeaders(head, texts)...)
			}
			for _, to := range found {
				if _, known := texts[to]; known && to != from && to != 0 {
					counts[pair{from, to}]++
				}
			}
		}
	}
	return counts
}

var (
	headerLine = regexp.MustCompile(`(?m)^(Requires|Replaces|Superseded-By|Title):(.*(?:\n[ \t].*)*)`)
	digits     = regexp.MustCompile(`\d+`)
)

func fromHeaders[T any](head string, known map[int]T) (list []int) {
	for _, h := range headerLine.FindAllStringSubmatch(head, -1) {
		if h[1] == "Title" {
			list = append(list, inText(h[2], known)...)
			continue
		}
		for _, n := range digits.FindAllString(h[2], -1) {
			to, _ := strconv.Atoi(n)
			list = append(list, to)
		}
	}
	return list
}

var (
	labels = regexp.MustCompile("(?m)((?:^\\.\\. .*\n(?:[ ]*\n)*)+)(?:[=\\-~^\"'#*+]{3,}\n)?[^ \n][^\n]*\n[=\\-~^\"'#*+`]{3,}\n")
	label  = regexp.MustCompile("(?m)^\\.\\. _`?([^:`\n]+)`?:[ ]*$")
)

// labelled tells which one PEP but from has a section of a label, 0 for none.
func labelled(texts map[int][]string) func(label string, from int) int {
	where := make(map[string]map[int]bool)
	for n, list := range texts {
		blocks := strings.Join(labels.FindAllString(strings.Join(list, "\n"), -1), "")
		for _, m := range label.FindAllStringSubmatch(blocks, -1) {
			name := normal(m[1])
			if where[name] == nil {
				where[name] = make(map[int]bool)
			}
			where[name][n] = true
		}
	}
	return func(label string, from int) int {
		owners := where[normal(label)]
		if len(owners) != 1 || owners[from] {
			return 0
		}
		for n := range owners {
			return n
		}
		return 0
	}
}

func normal(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }

var (
	marker    = regexp.MustCompile(`^ *(?:[-*+•] +|(?:\(?(?:\d+|[A-Za-z#]|[ivxIVX]+)[.)]) +)+`)
	literalIn = regexp.MustCompile(`(?i)^ *\.\. (?:\|[^|]+\| )?(?:code|code-block|sourcecode|literalinclude|math|graphviz|productionlist)::(?: |$)`)
	comment   = regexp.MustCompile(`^ *\.\. (?:[^_\[|]|$)`)
	directive = regexp.MustCompile(`^ *\.\. [\w:+.-]+::(?: |$)`)
)

// crossOut empties the lines of literal blocks, doctests and comments.
func crossOut(text string) string {
	lines := strings.Split(text, "\n")
	for i := 0; i < len(lines); i++ {
		line := strings.TrimRight(lines[i], " ")
		indent := len(line) - len(strings.TrimLeft(line, " "))
		switch {
		case strings.HasPrefix(line[indent:], ">>> ") && (i == 0 || strings.TrimSpace(lines[i-1]) == ""):
			for ; i < len(lines) && strings.TrimSpace(lines[i]) != ""; i++ {
				lines[i] = ""
			}
		case literalIn.MatchString(line), comment.MatchString(line) && !directive.MatchString(line),
			line[indent:] == ".." && i+1 < len(lines) && strings.TrimSpace(lines[i+1]) != "":
			lines[i] = ""
			i = emptied(lines, i+1, indent)
		case strings.HasSuffix(line, "::") && !strings.HasPrefix(line[indent:], ".. ") && (i+1 == len(lines) || strings.TrimSpace(lines[i+1]) == ""):
			i = emptied(lines, i+1, max(indent, len(marker.FindString(line))))
		}
	}
	return strings.Join(lines, "\n")
}

// emptied empties what is indented more than its paragraph, or quoted, and gives
// the last line that it has emptied.
func emptied(lines []string, from, indent int) int {
	i, quote := from, ""
	for ; i < len(lines); i++ {
		text := strings.TrimLeft(lines[i], " ")
		deep := len(lines[i])-len(text) > indent
		if text != "" && !deep {
			if quote == "" && i > from && strings.HasPrefix(text, ">") {
				quote = ">"
			}
			if quote == "" || !strings.HasPrefix(text, quote) {
				break
			}
		}
		lines[i] = ""
	}
	return i - 1
}
