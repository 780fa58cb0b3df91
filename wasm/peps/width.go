package peps

import "unicode"

// runeWidth is the number of columns that docutils counts for a character: none
// for combining ones, two for the wide ones of East Asia and for emoji.
func runeWidth(r rune) int {
	switch {
	case r < 0x300:
		return 1
	case unicode.In(r, unicode.Mn, unicode.Me):
		return 0
	case r >= 0x1100 && wide(r):
		return 2
	}
	return 1
}

// wide holds the ranges of Unicode's East Asian Width W and F, without the
// single symbols below U+2E80 but for the emoji among them.
func wide(r rune) bool {
	switch {
	case r <= 0x115f, r >= 0x2e80 && r <= 0x303e, r >= 0x3041 && r <= 0xa4cf:
		return true
	case r >= 0xac00 && r <= 0xd7a3, r >= 0xf900 && r <= 0xfaff, r >= 0xfe30 && r <= 0xfe6f:
		return true
	case r >= 0xff00 && r <= 0xff60, r >= 0xffe0 && r <= 0xffe6:
		return true
	case r >= 0x1f300 && r <= 0x1f64f, r >= 0x1f680 && r <= 0x1f6ff, r >= 0x1f900 && r <= 0x1f9ff:
		return true
	case r >= 0x20000 && r <= 0x3fffd:
		return true
	}
	return r == '✅' || r == '❌' || r == '❓' || r == '❗' || r == '✨' || r == '⭐' || r == '⚡' || r == '⏳'
}

// column cuts the columns from..to out of a line of a table; to < 0 means its
// end. A line of ASCII is cut by bytes, which is the common case.
func column(s string, from, to int) string {
	start, end, at := len(s), len(s), 0
	for i, r := range s {
		if at >= from && start == len(s) {
			start = i
		}
		if to >= 0 && at >= to {
			end = i
			break
		}
		at += runeWidth(r)
	}
	if start > end {
		return ""
	}
	return s[start:end]
}
