package demo

import (
	"errors"
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strings"
)

var nameForm = regexp.MustCompile(`^[a-z][a-z0-9-]*$`)

// fill sets the attributes and, for an empty fence, the code from the lesson's own source.
func (n *Node) fill(text string, lessons func(string) (string, bool)) error {
	info, err := ParseInfo(text)
	if err != nil {
		return fmt.Errorf("the fence %q cannot be read: %w", text, err)
	}
	if n.Language = info.Language; n.Language != "go" {
		return fmt.Errorf("a lesson is Go: write ```go ahiru=…, not ```%s", n.Language)
	}
	for key, value := range info.Attrs {
		if err := n.set(key, value); err != nil {
			return err
		}
	}
	return n.find(lessons)
}

func (n *Node) set(key, value string) error {
	switch key {
	case "ahiru":
		return assign(&n.Name, value, nameForm.MatchString(value), "a lesson's name such as threads")
	case "lang":
		return assign(&n.Lang, value, slices.Contains([]string{"en", "ja", "ko"}, value), "en, ja or ko")
	case "theme":
		return assign(&n.Theme, value, slices.Contains([]string{"auto", "light", "dark"}, value), "auto, light or dark")
	case "params":
		return assign(&n.Params, value, checkParams(value) == nil, "a query string such as n=20&d=0.2s")
	}
	return fmt.Errorf("unknown attribute %s: a lesson takes ahiru, params, lang and theme", key)
}

func assign(field *string, value string, ok bool, want string) error {
	if !ok {
		return fmt.Errorf("%q is not %s", value, want)
	}
	*field = value
	return nil
}

func checkParams(query string) error {
	if strings.ContainsFunc(query, func(r rune) bool { return r <= ' ' || r > '~' }) {
		return errors.New("only printable ASCII, the rest percent-encoded")
	}
	_, err := url.ParseQuery(query)
	return err
}

func (n *Node) find(lessons func(string) (string, bool)) error {
	if lessons == nil {
		return nil
	}
	source, ok := lessons(n.Name)
	if !ok {
		return fmt.Errorf("there is no lesson %q", n.Name)
	}
	if !n.Written {
		n.Code = []byte(source)
	}
	return nil
}
