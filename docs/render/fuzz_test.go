package render

import (
	"os"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// allowed lists what a page's body may hold: element to attributes.
var allowed = map[string]string{
	"a": "href class id role", "p": "", "em": "", "strong": "", "del": "", "code": "class", "pre": "class tabindex",
	"span": "class", "br": "", "hr": "", "blockquote": "", "ul": "", "ol": "start", "li": "id",
	"table": "", "thead": "", "tbody": "", "tr": "", "th": "align", "td": "align",
	"h2": "id", "h3": "id", "h4": "id", "h5": "id", "h6": "id",
	"sup": "id", "div": "class role", "ahiru-demo": "name lang theme params",
}

// FuzzMarkdown: whatever stands in a file, nothing panics and only known elements with known
// attributes and harmless addresses come out.
func FuzzMarkdown(f *testing.F) {
	seed, err := os.ReadFile("testdata/everything.ja.md")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(seed)
	f.Add([]byte(head + "[a]: <javascript:x>\n[a] <data:text/html,x> ![x](y)\n***「並行」**は*"))
	f.Add([]byte(head + "x[^1]\n\n[^1]: **y**\n\n    <script>\n\n- a\n\n| a |\n|:-:|\n| <b> |\n"))
	f.Add([]byte("---\n\x00: [\n---\n```go ahiru=\"\n"))
	f.Fuzz(func(t *testing.T, source []byte) {
		page, err := Markdown(source, Options{File: "f.md", Page: "f", Lang: "ja", Lessons: twoLessons})
		if err != nil {
			return
		}
		body := string(page.Body)
		if strings.Contains(strings.ToLower(body), "<script") {
			t.Fatal(body)
		}
		checkElements(t, body)
	})
}

func checkElements(t *testing.T, body string) {
	for z := html.NewTokenizer(strings.NewReader(body)); z.Next() != html.ErrorToken; {
		token := z.Token()
		if token.Type == html.TextToken || token.Type == html.EndTagToken {
			continue
		}
		attrs, known := allowed[token.Data]
		if !known {
			t.Fatalf("the element %s in %s", token, body)
		}
		for _, a := range token.Attr {
			if !strings.Contains(" "+attrs+" ", " "+a.Key+" ") {
				t.Fatalf("the attribute %s of %s in %s", a.Key, token, body)
			}
			if scheme, _, ok := strings.Cut(a.Val, ":"); a.Key == "href" && ok && !strings.ContainsAny(scheme, "/#?.") &&
				scheme != "https" && scheme != "http" && scheme != "mailto" {
				t.Fatalf("the address %s in %s", a.Val, body)
			}
		}
	}
}
