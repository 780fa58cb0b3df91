package main

import "strings"

// coding is a content coding that a file may have beside it on disk.
type coding int

const (
	identity coding = iota
	brotlied
	zstandard
	gzipped
	codingCount
)

// tokens and suffixes are indexed by coding: the name in Accept-Encoding and
// Content-Encoding, and what a compressed copy adds to the name of its file.
var (
	tokens   = [codingCount]string{"identity", "br", "zstd", "gzip"}
	suffixes = [codingCount]string{"", ".br", ".zst", ".gz"}
)

// wishes says how much a client wants each coding: 0 not at all, lastResort
// only when nothing else is there, above that 1 + thousandths of its weight.
type wishes [codingCount]int

const lastResort = 1

// parseAcceptEncoding reads the Accept-Encoding lines of a request as RFC
// 9110, section 12.5.3 has them. Tokens are whole words in any case ("xbr" is
// not "br"), "x-gzip" is gzip, "*" speaks for whatever is not named, of two
// entries for one coding the later one counts. An entry whose weight is no
// number from 0 to 1 is left out. Identity is acceptable unless refused, but
// a coding that is asked for goes first. Without a header only identity is
// sent: the RFC would allow any coding, clients that cannot decode would not.
func parseAcceptEncoding(lines []string) wishes {
	var w wishes
	var named [codingCount]bool
	star := -1
	for _, line := range lines {
		for entry := range strings.SplitSeq(line, ",") {
			token, params, _ := strings.Cut(entry, ";")
			weight, ok := parseWeight(params)
			if !ok {
				continue
			}
			token = strings.Trim(token, " \t")
			if token == "*" {
				star = weight
			} else if c, known := codingOf(token); known {
				w[c], named[c] = weight, true
			}
		}
	}
	for c := range w {
		switch {
		case named[c]:
		case star >= 0:
			w[c] = star
		case coding(c) == identity:
			w[c] = lastResort
		}
	}
	return w
}

func codingOf(token string) (coding, bool) {
	for c, name := range tokens {
		if strings.EqualFold(token, name) {
			return coding(c), true
		}
	}
	return gzipped, strings.EqualFold(token, "x-gzip")
}

// parseWeight finds q among the parameters of an entry, as wishes count it.
func parseWeight(params string) (int, bool) {
	for params != "" {
		var param string
		param, params, _ = strings.Cut(params, ";")
		key, value, _ := strings.Cut(strings.Trim(param, " \t"), "=")
		if strings.EqualFold(key, "q") {
			return parseQvalue(value)
		}
	}
	return lastResort + 1000, true
}

// parseQvalue reads "0.25" as 1 + 250, "0" as 0. Digits past the third, which
// the grammar does not have, are checked and dropped; a weight that only they
// keep from being zero is the smallest one.
func parseQvalue(text string) (int, bool) {
	whole, fraction, _ := strings.Cut(text, ".")
	if whole != "0" && whole != "1" {
		return 0, false
	}
	thousandths, more := 0, false
	for i, scale := 0, 100; i < len(fraction); i, scale = i+1, scale/10 {
		digit := int(fraction[i]) - '0'
		if digit < 0 || digit > 9 {
			return 0, false
		}
		thousandths += digit * scale
		more = more || digit > 0
	}
	switch {
	case whole == "1" && more:
		return 0, false
	case whole == "1":
		return lastResort + 1000, true
	case !more:
		return 0, true
	}
	return lastResort + max(thousandths, 1), true
}
