package peps

import (
	"reflect"
	"strings"
	"testing"
)

func TestTitleText(t *testing.T) {
	tests := map[string]string{
		"Plain":                                  "Plain",
		"Change the ``\\x`` Escapes":             `Change the \x Escapes`,
		`Order of \*\*kwargs`:                    "Order of **kwargs",
		"An ``ExceptionGroup``\\ s handler":      "An ExceptionGroups handler",
		"Union types as ``X | Y``":               "Union types as X | Y",
		`User ("` + "``with``" + `") Statements`: `User ("with") Statements`,
		"Groups and except*":                     "Groups and except*",
		"*Soft* and **hard**":                    "Soft and hard",
		"The `directive' statement":              "The `directive' statement",
		"See :pep:`8` and :pep:`that <8>`":       "See PEP 8 and that",
		"`Text <https://example.org/>`_ shown":   "Text shown",
		":class:`~a.b.C`, :func:`!f`, :term:`x`": "C, f, x",
		"two   blanks":                           "two blanks",
		`\`:                                      "",
	}
	for source, want := range tests {
		if got := titleText(source); got != want {
			t.Errorf("titleText(%q) = %q, want %q", source, got, want)
		}
	}
}

func TestAuthors(t *testing.T) {
	tests := map[string][]string{
		"Some Body":                               {"Some Body"},
		"Some Body <some@example.org>, Any One":   {"Some Body", "Any One"},
		"some@example.org (Some Body), x@y (X)":   {"Some Body", "X"},
		"some at example.org (Some Body),":        {"Some Body"},
		"Any One, Jr. <any@example.org>, A. Z.":   {"Any One, Jr.", "A. Z."},
		"(Some) Body, Any One":                    {"(Some) Body", "Any One"},
		"Some Body <s@example.org> (Works, Inc.)": {"Some Body"},
		"<s@example.org>":                         {"s@example.org"},
		"s@example.org (Some Body)\nx@y (X)":      {"Some Body", "X"},
		"Some\nBody <s@example.org>,\nAny One":    {"Some Body", "Any One"},
		"Some  Body":                              {"Some Body"},
		"":                                        {},
	}
	for source, want := range tests {
		var h header
		for text := range strings.SplitSeq(source, "\n") {
			h.lines = append(h.lines, line{1, text})
		}
		if got := authors(h); !reflect.DeepEqual(got, want) {
			t.Errorf("authors(%q) = %q, want %q", source, got, want)
		}
	}
}

func TestDate(t *testing.T) {
	tests := map[string]string{
		"22-Aug-2001": "2001-08-22", "2-February-2001": "2001-02-02", "30 Aug 2012": "2012-08-30",
		"30 March 2013": "2013-03-30", "2012-02-24": "2012-02-24", "5-Sept-2004": "2004-09-05",
		"22-Aug-2001 (edited down on 9-Jan-2002)": "2001-08-22", "": "",
	}
	for source, want := range tests {
		if got, ok := date(source); string(got) != want || !ok {
			t.Errorf("date(%q) = %q, %v, want %q", source, got, ok, want)
		}
	}
	for _, source := range []string{"soon", "<date>", "32-Aug-2001", "2001"} {
		if got, ok := date(source); got != "" || ok {
			t.Errorf("date(%q) = %q, %v, want none", source, got, ok)
		}
	}
}

func TestHeaderRefs(t *testing.T) {
	got := headerRefs("8, 0020,PEP 257, , 3.7")
	want := []HeaderRef{{Number: 8}, {Number: 20}, {Text: "PEP 257"}, {Text: "3.7"}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}
