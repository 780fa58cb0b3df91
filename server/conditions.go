package main

import (
	"net/http"
	"strings"
)

// tidyConditions brings what a request asks for into the one form that
// http.ServeContent reads as RFC 9110 means it: it looks at the first line of a
// list only, knows the unit in lower case only, answers -0 with an impossible
// part, and refuses what has to be ignored.
func tidyConditions(h http.Header) {
	for _, name := range []string{"If-Match", "If-None-Match"} {
		if lines := h[name]; len(lines) > 1 {
			h[name] = []string{strings.Join(lines, ", ")}
		}
	}
	if lines := h["Range"]; len(lines) > 0 {
		if set, ok := tidyRange(lines[0]); ok && len(lines) == 1 {
			h["Range"] = []string{set}
		} else {
			delete(h, "Range")
		}
	}
}

// unreachable is a range that no file reaches: the answer is 416 with the length.
const unreachable = "bytes=9223372036854775806-"

// maxRanges in one request: an answer in parts repeats a header for each, so
// thousands of tiny ranges would cost more than the file. Without the header
// the whole file is sent, as RFC 9110, section 14.2 advises.
const maxRanges = 16

// tidyRange gives a Range header in its plain form, or false for one to
// ignore: of another unit, of no valid form, or of too many parts.
func tidyRange(header string) (string, bool) {
	unit, set, found := strings.Cut(header, "=")
	if !found || !strings.EqualFold(strings.TrimSpace(unit), "bytes") || strings.Count(set, ",") >= maxRanges {
		return "", false
	}
	var possible []string
	for spec := range strings.SplitSeq(set, ",") {
		spec = strings.Trim(spec, " \t")
		first, last, dash := strings.Cut(spec, "-")
		if spec != "" && (!dash || !digits(first) || !digits(last) || first+last == "") {
			return "", false
		}
		if spec != "" && reaches(first, last) {
			possible = append(possible, spec)
		}
	}
	if len(possible) == 0 {
		return unreachable, true
	}
	return "bytes=" + strings.Join(possible, ","), true
}

func digits(s string) bool { return strings.Trim(s, "0123456789") == "" }

// reaches reports whether a part can hold a byte of any file: it is neither
// the last 0 bytes nor one that ends before it begins.
func reaches(first, last string) bool {
	switch {
	case last == "": // from first to the end
		return true
	case first == "": // the last so many bytes
		return strings.Trim(last, "0") != ""
	}
	first, last = strings.TrimLeft(first, "0"), strings.TrimLeft(last, "0")
	return len(first) < len(last) || len(first) == len(last) && first <= last
}
