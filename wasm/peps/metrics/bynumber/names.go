package bynumber

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// idle words tell nothing about a group of PEPs.
var idle = set(`a an and for from in into is of on or the to with without not be by at as its
	pep python adding add new support using use`)

func set(words string) map[string]bool {
	all := make(map[string]bool)
	for _, word := range strings.Fields(words) {
		all[word] = true
	}
	return all
}

const longestName = 3 // words

// names gives each community the words that its titles have and few others do:
// the square of the number of its titles with a word over the number of all.
func (m *Map) names(d Division) []string {
	inside, everywhere := make([]map[string]int, d.Count), make(map[string]int)
	sizes, first := make([]int, d.Count), make([]int, d.Count)
	for node, group := range d.Of {
		if inside[group] == nil {
			inside[group], first[group] = make(map[string]int), m.numbers[node]
		}
		sizes[group]++
		for w := range words(m.titles[node]) {
			inside[group][w]++
			everywhere[w]++
		}
	}
	names := make([]string, d.Count)
	for group := range names {
		if names[group] = telling(inside[group], everywhere); sizes[group] == 1 || names[group] == "" {
			names[group] = fmt.Sprintf("PEP %d", first[group])
		}
	}
	return names
}

// words are those of a title that tell something: a letter, then letters,
// digits, _ or +. A regular expression would weigh 100 kB in the page.
func words(title string) map[string]bool {
	found := make(map[string]bool)
	text := []rune(strings.ToLower(title))
	for i := 0; i < len(text); i++ {
		if !unicode.IsLetter(text[i]) {
			continue
		}
		start := i
		for i < len(text) && (unicode.IsLetter(text[i]) || unicode.IsNumber(text[i]) || text[i] == '_' || text[i] == '+') {
			i++
		}
		if word := string(text[start:i]); i-start > 1 && !idle[word] {
			found[word] = true
		}
	}
	return found
}

func telling(inside, everywhere map[string]int) string {
	list := make([]string, 0, len(inside))
	for w := range inside {
		list = append(list, w)
	}
	worth := func(w string) float64 { return float64(inside[w]*inside[w]) / float64(everywhere[w]) }
	slices.SortFunc(list, func(a, b string) int { return cmp.Or(cmp.Compare(worth(b), worth(a)), cmp.Compare(a, b)) })
	return strings.Join(list[:min(longestName, len(list))], ", ")
}
