package export

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// number writes a number with all its digits, whole ones without a point.
func number(v float64) string {
	if math.Abs(v) < 1e15 && v == math.Trunc(v) {
		return strconv.FormatInt(int64(v), 10)
	}
	return strconv.FormatFloat(v, 'g', -1, 64)
}

// length writes a coordinate of a drawing, to a thousandth.
func length(v float64) string {
	s := strconv.FormatFloat(v, 'f', 3, 64)
	s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	if s == "-0" {
		return "0"
	}
	return s
}

// parseColour reads #rgb or #rrggbb, the only forms that come into a file:
// anything else could be more than a colour.
func parseColour(s string) (rgb [3]uint8, err error) {
	digits := strings.TrimPrefix(s, "#")
	if len(digits) == 3 && digits != s {
		digits = strings.Join([]string{digits[:1], digits[:1], digits[1:2], digits[1:2], digits[2:], digits[2:]}, "")
	}
	value, err := strconv.ParseUint(digits, 16, 32)
	if err != nil || len(digits) != 6 || digits == s {
		return rgb, fmt.Errorf("%q is no colour of the form #rrggbb", s)
	}
	return [3]uint8{uint8(value >> 16), uint8(value >> 8), uint8(value)}, nil
}

// hex writes a colour, which has been checked, in the form that all programs
// read.
func hex(colour string) string {
	rgb, _ := parseColour(colour)
	return fmt.Sprintf("#%02x%02x%02x", rgb[0], rgb[1], rgb[2])
}
