package proc

import (
	"errors"
	"strconv"
	"strings"
)

// parseLine reads a JSON object whose members are strings, numbers and booleans; the latter two are given as they are
// written. It is what the kernel answers with; package encoding/json would add 117 kB (brotli) to the program.
func parseLine(line string) (map[string]string, error) {
	rest, is := strings.CutPrefix(trim(line), "{")
	if !is {
		return nil, errNotFlat
	}
	members := map[string]string{}
	rest = trim(rest)
	if rest == "}" {
		return members, nil
	}
	for {
		name, after, err := cutString(rest)
		if err != nil {
			return nil, err
		}
		if after, is = strings.CutPrefix(trim(after), ":"); !is {
			return nil, errNotFlat
		}
		if members[name], rest, err = cutValue(trim(after)); err != nil {
			return nil, err
		}
		rest = trim(rest)
		if rest == "}" {
			return members, nil
		}
		if rest, is = strings.CutPrefix(rest, ","); !is {
			return nil, errNotFlat
		}
		rest = trim(rest)
	}
}

var errNotFlat = errors.New("this is no JSON object of plain values")

func trim(text string) string { return strings.Trim(text, " \t\r\n") }

// cutString takes a string off the front. What JSON.stringify writes, Go's syntax reads.
func cutString(text string) (value, rest string, err error) {
	quoted, err := strconv.QuotedPrefix(text)
	if err != nil || quoted[0] != '"' {
		return "", "", errNotFlat
	}
	if value, err = strconv.Unquote(quoted); err != nil {
		return "", "", errNotFlat
	}
	return value, text[len(quoted):], nil
}

func cutValue(text string) (value, rest string, err error) {
	if strings.HasPrefix(text, `"`) {
		return cutString(text)
	}
	end := strings.IndexAny(text, ",}")
	if end < 0 {
		return "", "", errNotFlat
	}
	value = trim(text[:end])
	if _, err := strconv.ParseFloat(value, 64); err != nil && value != "true" && value != "false" {
		return "", "", errNotFlat
	}
	return value, text[end:], nil
}
