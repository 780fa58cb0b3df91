package test

import (
	"encoding/json"
	"fmt"
	"html/template"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/ahiru-dev/ahiru/web/test/browser"
)

// A blog is a site of somebody else's, on an origin of its own, whose posts
// hold embeds of ours. Its pages imitate what five platforms make of a post.
type blog struct {
	URL    string
	policy string // a Content-Security-Policy of the blog's own
}

// A post is what a page of testdata/blog is made from.
type post struct {
	Site  string // whose embeds it holds
	Body  template.HTML
	Names []string
	Near  bool // all before the reader at once
}

func (p post) Count() int { return len(p.Names) }

// Lines make the code of an embed as high as code is.
func (p post) Lines() string { return strings.Repeat("\n// a line", 20) }

// newBlog serves testdata/blog/<name>.html as /<name>, filled with what posts
// say under that name. Its host is another one than localhost, where the site is.
func newBlog(t *testing.T, posts map[string]post) *blog {
	t.Helper()
	pages, err := template.ParseGlob(filepath.Join("testdata", "blog", "*.html"))
	if err != nil {
		t.Fatal(err)
	}
	b := &blog{}
	mux := http.NewServeMux()
	mux.HandleFunc("/dark.css", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/css")
		fmt.Fprint(w, `body { background: #1a1b26; color: #c0caf5 } main { max-width: 720px; margin: auto } :root { --ahiru-accent: #ff79c6; --ahiru-text: url(x) }`)
	})
	mux.HandleFunc("/{name}", func(w http.ResponseWriter, r *http.Request) {
		name := r.PathValue("name")
		p, ok := posts[name]
		if !ok {
			http.NotFound(w, r)
			return
		}
		if b.policy != "" {
			w.Header().Set("Content-Security-Policy", b.policy)
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		if err := pages.ExecuteTemplate(w, name+".html", p); err != nil {
			t.Error(err)
		}
	})
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	b.URL = server.URL // http://127.0.0.1:…
	return b
}

// read opens a post; complaints of its page are the test's to judge.
func (b *blog) read(t *testing.T, name string, width int) *browser.Page {
	t.Helper()
	page := blank(t, width)
	navigate(t, page, b.URL+"/"+name)
	return page
}

// onlyCards is what Qiita and Zenn make of a post: no script and no frame of a
// site that they do not know; code, links and text stay.
func onlyCards(html string) string {
	for _, tag := range []string{"script", "iframe", "ahiru-demo", "ahiru-peps"} {
		html = regexp.MustCompile(`(?s)</?`+tag+`[^>]*>`).ReplaceAllString(html, "")
	}
	return html
}

// ofWordPress makes of an oEmbed document what WordPress shows of a site that
// it does not know: a blockquote and a frame with few attributes, without an
// origin, hidden until it has spoken.
func ofWordPress(t *testing.T, document []byte, secret string) string {
	t.Helper()
	var oembed struct{ Version, Type, HTML string }
	if err := json.Unmarshal(document, &oembed); err != nil || oembed.Type != "rich" || oembed.Version != "1.0" {
		t.Fatalf("the oEmbed document is %s (%v)", document, err)
	}
	parts := regexp.MustCompile(`(?s)(<blockquote>.*?</blockquote>)?.*(<iframe.*?></iframe>)`).FindStringSubmatch(oembed.HTML)
	if parts == nil {
		t.Fatalf("WordPress finds no frame in %s", oembed.HTML)
	}
	frame := `<iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted" style="position: absolute; clip: rect(1px, 1px, 1px, 1px);"`
	for _, kept := range []string{"src", "width", "height", "frameborder", "marginwidth", "marginheight", "scrolling", "title"} {
		value := regexp.MustCompile(` ` + kept + `="([^"]*)"`).FindStringSubmatch(parts[2])
		if value == nil {
			continue
		}
		if kept == "src" {
			value[1] += "#?secret=" + secret
		}
		frame += fmt.Sprintf(` %s="%s"`, kept, value[1])
	}
	quote := strings.Replace(parts[1], "<blockquote>", `<blockquote class="wp-embedded-content" data-secret="`+secret+`">`, 1)
	return quote + frame + ` data-secret="` + secret + `"></iframe>`
}
