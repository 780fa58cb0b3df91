package demo

import (
	"bytes"
	"errors"
	"io"
	"maps"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
)

func TestParseInfo(t *testing.T) {
	for _, c := range []struct {
		text, language string
		attrs          map[string]string
	}{
		{"", "", nil},
		{"go", "go", nil},
		{"  go\tahiru=threads ", "go", map[string]string{"ahiru": "threads"}},
		{`go ahiru=threads params="n=20&d=0.2s"`, "go", map[string]string{"ahiru": "threads", "params": "n=20&d=0.2s"}},
		{`go error="missing method Sound" fragment`, "go", map[string]string{"error": "missing method Sound", "fragment": ""}},
		{`go empty=""`, "go", map[string]string{"empty": ""}},
	} {
		info, err := ParseInfo(c.text)
		if err != nil || info.Language != c.language || !maps.Equal(info.Attrs, c.attrs) {
			t.Errorf("ParseInfo(%q) = %+v, %v; want %q %v", c.text, info, err, c.language, c.attrs)
		}
	}
}

func TestParseInfoErrors(t *testing.T) {
	for text, want := range map[string]string{
		`go ahiru="threads`:          "never closed",
		`go ahiru=`:                  "no value",
		`go ahiru=thr"eads`:          "quotation mark",
		`go ahiru=a ahiru=b`:         "stands twice",
		`go =a`:                      "no attribute begins with",
		`go {hl_lines=[1]}`:          "no attribute begins with",
		`go a:b`:                     "an equals sign is expected",
		`go params="n=1"x`:           "a blank is expected",
		"go ahiru=a 並行=b":            "no attribute begins with",
		"go params=\"x\" onclick\"=": "an equals sign is expected",
	} {
		if _, err := ParseInfo(text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("ParseInfo(%q): %v; want an error with %q", text, err, want)
		}
	}
}

func FuzzParseInfo(f *testing.F) {
	f.Add(`go ahiru=threads params="n=20"`)
	f.Add(`go ahiru="<script>" onclick=x`)
	f.Add("go\u3000ahiru=並行")
	f.Fuzz(func(t *testing.T, text string) {
		info, err := ParseInfo(text)
		for key, value := range info.Attrs {
			if key == "" || strings.Contains(value, `"`) {
				t.Fatalf("ParseInfo(%q) = %+v, %v", text, info, err)
			}
		}
		var out bytes.Buffer
		md := goldmark.New(goldmark.WithExtensions(New(Options{})))
		if md.Convert([]byte("```"+text+"\nx\n```\n"), &out) != nil {
			return
		}
		if strings.Contains(strings.ToLower(out.String()), "<script") {
			t.Fatalf("%q became %s", text, &out)
		}
	})
}

func TestRejected(t *testing.T) {
	for fence, want := range map[string]string{
		"```go ahiru=Threads":            "not a lesson's name",
		"```python ahiru=threads":        "a lesson is Go",
		"```go ahiru=threads lang=fr":    "en, ja or ko",
		"```go ahiru=threads theme=neon": "auto, light or dark",
		"```go ahiru=threads params=%zz": "a query string",
		"```go ahiru=threads params=n=１": "a query string",
		"```go ahiru=threads onclick=go": "unknown attribute onclick",
		"```go ahiru":                    "not a lesson's name",
		`~~~go ahiru="threads`:           "never closed",
	} {
		md := goldmark.New(goldmark.WithExtensions(New(Options{})))
		err := md.Convert([]byte("text\n\n"+fence+"\n"), io.Discard)
		var located *Error
		if !errors.As(err, &located) || located.Line != 3 || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v; want an error on line 3 with %q", fence, err, want)
		}
	}
}

func TestOtherFencesAreLeftAlone(t *testing.T) {
	var out bytes.Buffer
	md := goldmark.New(goldmark.WithExtensions(New(Options{})))
	err := md.Convert([]byte("```go {hl_lines=[1]}\nx\n```\n\n```\nahiru=threads\n```\n"), &out)
	if err != nil || strings.Contains(out.String(), "ahiru-demo") {
		t.Errorf("%v: %s", err, &out)
	}
}
