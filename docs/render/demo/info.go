package demo

import (
	"fmt"
	"strings"
)

// Info is a parsed info string, the text after the opening backticks of a fence.
type Info struct {
	Language string            // first word, such as "go"; may be empty
	Attrs    map[string]string // key=value and key="value with blanks"; a bare word has the value ""
}

// ParseInfo reads an info string: a language, then words, key=value pairs and key="quoted value"
// pairs, divided by blanks. A quoted value has no escapes and so holds no double quote. Keys are
// lower-case letters, digits and hyphens, and stand once. What was read before an error is returned
// with it.
func ParseInfo(text string) (Info, error) {
	language, rest := cutBlank(strings.Trim(text, blanks))
	info := Info{Language: language, Attrs: map[string]string{}}
	for rest != "" {
		key, value, after, err := nextAttr(rest)
		if err != nil {
			return info, err
		}
		if _, twice := info.Attrs[key]; twice {
			return info, fmt.Errorf("the attribute %s stands twice", key)
		}
		info.Attrs[key] = value
		rest = strings.TrimLeft(after, blanks)
	}
	return info, nil
}

const blanks = " \t\r\n"

func cutBlank(s string) (word, rest string) {
	i := strings.IndexAny(s, blanks)
	if i < 0 {
		return s, ""
	}
	return s[:i], strings.TrimLeft(s[i:], blanks)
}

func nextAttr(s string) (key, value, rest string, err error) {
	end := strings.IndexFunc(s, func(r rune) bool { return !isKeyRune(r) })
	if end < 0 {
		return s, "", "", nil
	}
	key, rest = s[:end], s[end:]
	if key == "" {
		return "", "", "", fmt.Errorf("no attribute begins with %.12q", s)
	}
	if strings.ContainsRune(blanks, rune(rest[0])) {
		return key, "", rest, nil
	}
	if rest[0] != '=' {
		return "", "", "", fmt.Errorf("after %s stands %.12q; an equals sign is expected", key, rest)
	}
	value, rest, err = nextValue(key, rest[1:])
	return key, value, rest, err
}

func nextValue(key, s string) (value, rest string, err error) {
	if !strings.HasPrefix(s, `"`) {
		value, rest = cutBlank(s)
		if value == "" || strings.Contains(value, `"`) {
			return "", "", fmt.Errorf("%s= has no value, or a quotation mark inside it", key)
		}
		return value, rest, nil
	}
	value, rest, closed := strings.Cut(s[1:], `"`)
	if !closed {
		return "", "", fmt.Errorf("the quotation mark after %s= is never closed", key)
	}
	if rest != "" && !strings.ContainsRune(blanks, rune(rest[0])) {
		return "", "", fmt.Errorf("after %s=%q a blank is expected", key, value)
	}
	return value, rest, nil
}

func isKeyRune(r rune) bool {
	return 'a' <= r && r <= 'z' || '0' <= r && r <= '9' || r == '-'
}
