package render

import "testing"

func TestRelativeAddresses(t *testing.T) {
	for _, c := range []struct {
		lang, page, link, want string
	}{
		{"en", "index", "hosting.md", "docs/hosting/"},
		{"ja", "index", "demos/threads.md#why", "demos/threads/#why"},
		{"en", "demos/threads", "../glossary.md", "../../docs/glossary/"},
		{"ja", "demos/threads", "../glossary.md#parallel", "../../docs/glossary/#parallel"},
		{"en", "demos/threads", "ducks.md", "../ducks/"},
		{"en", "demos/ducks", "peps:544", "../../peps/#v1=pep=544"},
		{"ko", "peps", "peps:544", "./#v1=pep=544"},
		{"ko", "hosting", "index.md", "../../"},
		{"en", "hosting", "index.md", "../../"},
		{"en", "index", "peps:", "peps/"},
		{"en", "index", "index.md", "./"},
		{"en", "embedding", "embed:threads", "../../embed/threads/"},
		{"en", "embedding", "#frame", "#frame"},
		{"ja", "hosting", "docs.md", "../"},
		{"en", "demos", "demos/threads.md", "threads/"},
		{"en", "embedding", "https://go.dev/#x", "https://go.dev/#x"},
	} {
		link, err := parseLink(c.page, c.link)
		if err != nil {
			t.Fatal(err)
		}
		got, err := Options{Tree: c.lang, Page: c.page}.relative(link)
		if err != nil || got != c.want {
			t.Errorf("%s on %s/%s: %q, %v; want %q", c.link, c.lang, c.page, got, err, c.want)
		}
	}
}
