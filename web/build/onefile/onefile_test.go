package onefile

import (
	"html/template"
	"strings"
	"testing"

	"github.com/ahiru-dev/ahiru/web/build/bundle"
)

func page(script string) Page {
	shell := template.Must(template.New("").Parse(`{{define "head"}}<meta content="{{.}}">{{end}}{{define "body"}}<p>here</p>{{end}}`))
	return Page{
		Shell: shell, Data: func(policy string) any { return policy },
		Style: "p{color:red}", Script: script, Jail: "sha256-jail", Files: map[string][]byte{`a/"b`: []byte("zip")},
	}
}

func TestWriteAdmitsWhatItHolds(t *testing.T) {
	const script = `console.log("a < b")`
	text, err := Write(page(script))
	if err != nil {
		t.Fatal(err)
	}
	got := strings.NewReplacer("&#39;", "'", "&#43;", "+").Replace(string(text))
	for _, want := range []string{
		"<script>" + script + "</script>", "'" + bundle.Digest(script) + "'", "'" + bundle.Digest("p{color:red}") + "'",
		"'sha256-jail'", `data-path="a/&#34;b">emlw</script>`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the file has no %s:\n%s", want, got)
		}
	}
	for _, never := range []string{"unsafe-inline", "'self'", "connect-src", "http"} {
		if strings.Contains(got, never) {
			t.Errorf("the file says %s", never)
		}
	}
}

func TestWriteRefusesWhatWouldEndItsElement(t *testing.T) {
	for _, script := range []string{`"</SCRIPT "`, `"<!--"`} {
		if _, err := Write(page(script)); err == nil {
			t.Errorf("%s was written into a script element", script)
		}
	}
	p := page("")
	p.Style = "a{content:'</style>'}"
	if _, err := Write(p); err == nil {
		t.Error("a style sheet that ends its element was written")
	}
}

func TestUnlink(t *testing.T) {
	got := Unlink(`<a href="nowhere:">one <b>two</b></a> <a href="https://go.dev">three</a>`)
	if want := `one <b>two</b> <a href="https://go.dev">three</a>`; string(got) != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
