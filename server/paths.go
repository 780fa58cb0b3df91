package main

import (
	"errors"
	"io/fs"
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"
)

// errGarbled is a path that no site can have: 400.
var errGarbled = errors.New("the path of this address is not text a file name can have")

// siteName turns the path of a request, still percent-encoded, into a name
// for fs.FS ("" for the root) and whether the path ended in a slash.
//
// The path is cut at its literal slashes first and decoded after, segment by
// segment: an encoded slash then stays inside a segment, where it is refused,
// instead of becoming a separator. Nothing is cleaned or guessed. A path that
// is spelled in any but the plain way (empty segments, "..", dot files) is
// fs.ErrNotExist, and so can neither climb nor turn into a redirect to
// another host; what is not even text is errGarbled.
func siteName(escaped string) (name string, slash bool, err error) {
	rest, rooted := strings.CutPrefix(escaped, "/")
	if !rooted {
		return "", false, errGarbled
	}
	if rest == "" {
		return "", true, nil
	}
	trimmed, slash := strings.CutSuffix(rest, "/")

	encoded := strings.Contains(trimmed, "%")
	var decoded []string
	for segment := range strings.SplitSeq(trimmed, "/") {
		if encoded {
			if segment, err = url.PathUnescape(segment); err != nil {
				return "", false, errGarbled
			}
			decoded = append(decoded, segment)
		}
		if err := checkSegment(segment); err != nil {
			return "", false, err
		}
	}
	if encoded {
		trimmed = strings.Join(decoded, "/")
	}
	return trimmed, slash, nil
}

// checkSegment refuses a decoded segment that must not reach the folder.
func checkSegment(segment string) error {
	if !utf8.ValidString(segment) || strings.ContainsFunc(segment, unserviceable) {
		return errGarbled
	}
	if segment == "" || segment[0] == '.' || strings.Contains(segment, "/") {
		return fs.ErrNotExist
	}
	return nil
}

// unserviceable runes: controls with NUL among them, and the backslash, which
// is a separator on some systems and in some clients.
func unserviceable(r rune) bool { return r == '\\' || unicode.IsControl(r) }
