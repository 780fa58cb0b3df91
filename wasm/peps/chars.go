package peps

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// isWordByte accepts ASCII letters, digits and the underscore.
func isWordByte(c byte) bool { return c == '_' || isAlnum(rune(c)) }

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// isWordRune accepts what a regular expression's \w does.
func isWordRune(r rune) bool {
	return r == '_' || unicode.IsLetter(r) || unicode.IsNumber(r)
}

// wordBefore and wordAfter report whether a word character touches offset i.
func wordBefore(s string, i int) bool {
	r, _ := utf8.DecodeLastRuneInString(s[:i])
	return i > 0 && isWordRune(r)
}

func wordAfter(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return i < len(s) && isWordRune(r)
}

// startsMarkup reports whether inline markup may start at i, its start-string
// being n bytes long: after white space or opening punctuation, before
// something that is not blank, and not quoted. These are the rules of
// reStructuredText's "inline markup recognition rules".
func startsMarkup(s string, i, n int) bool {
	if i+n >= len(s) {
		return false
	}
	after, _ := utf8.DecodeRuneInString(s[i+n:])
	if unicode.IsSpace(after) {
		return false
	}
	if i == 0 {
		return true
	}
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	return mayPrecede(before) && !quotes(before, after)
}

// endsMarkup reports whether inline markup may end at i, the offset after it.
func endsMarkup(s string, i int) bool {
	if i == len(s) {
		return true
	}
	r, _ := utf8.DecodeRuneInString(s[i:])
	if r < 0x80 {
		return strings.ContainsRune(" \n'\")]}>-/:.,;!?\\", r)
	}
	return unicode.IsSpace(r) || unicode.In(r, unicode.Pe, unicode.Pf, unicode.Pi, unicode.Pd, unicode.Po)
}

func mayPrecede(r rune) bool {
	if r < 0x80 {
		return strings.ContainsRune(" \n'\"([{<-/:", r)
	}
	return unicode.IsSpace(r) || unicode.In(r, unicode.Ps, unicode.Pi, unicode.Pf, unicode.Pd, unicode.Po)
}

// quotes reports whether before and after are the two halves of a quotation.
func quotes(before, after rune) bool {
	switch before {
	case '"', '\'':
		return after == before
	case '(':
		return after == ')'
	case '[':
		return after == ']'
	case '{':
		return after == '}'
	case '<':
		return after == '>'
	case '“', '„':
		return after == '”' || after == '“'
	case '‘', '‚':
		return after == '’' || after == '‘'
	case '«':
		return after == '»'
	case '»':
		return after == '«'
	}
	return false
}

// blankBefore reports whether white space stands before offset i.
func blankBefore(s string, i int) bool {
	r, _ := utf8.DecodeLastRuneInString(s[:i])
	return i == 0 || unicode.IsSpace(r)
}

// escaped reports whether a backslash takes away the meaning of the byte at i.
func escaped(s string, i int) bool {
	n := 0
	for n < i && s[i-1-n] == '\\' {
		n++
	}
	return n%2 == 1
}
