// Package onefile writes an HTML page that needs no other file: its style, its
// script and the files that the script asks for stand inside. It opens from a
// disk, and its own policy lets it ask nothing of any network.
package onefile

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"html/template"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/ahiru-dev/ahiru/web/build/bundle"
)

// A Page is what stands in the file. The shell's templates "head" and "body"
// come before the style and before the files and the script.
type Page struct {
	Shell  *template.Template
	Data   func(policy string) any // for the shell
	Style  string
	Script string            // a classic script
	Jail   string            // the Digest of the machine's bootstrap
	Files  map[string][]byte // gzip, by path below the site's root
}

// Write gives the page's text.
func Write(p Page) ([]byte, error) {
	if ends.MatchString(p.Script) {
		return nil, errors.New("the script would end its own element")
	}
	if strings.Contains(strings.ToLower(p.Style), "</style") {
		return nil, errors.New("the style sheet would end its own element")
	}
	var out bytes.Buffer
	data := p.Data(policy(p))
	if err := p.Shell.ExecuteTemplate(&out, "head", data); err != nil {
		return nil, fmt.Errorf("rendering the head: %w", err)
	}
	fmt.Fprintf(&out, "<style>%s</style>\n", p.Style)
	if err := p.Shell.ExecuteTemplate(&out, "body", data); err != nil {
		return nil, fmt.Errorf("rendering the body: %w", err)
	}
	for _, name := range slices.Sorted(maps.Keys(p.Files)) {
		fmt.Fprintf(&out, "\n<script type=\"application/gzip\" data-path=\"%s\">", template.HTMLEscapeString(name))
		out.WriteString(base64.StdEncoding.EncodeToString(p.Files[name]))
		out.WriteString("</script>")
	}
	fmt.Fprintf(&out, "\n<script>%s</script>\n</body>\n</html>\n", p.Script)
	return out.Bytes(), nil
}

// ends finds what would end a script element, or begin what hides its end.
var ends = regexp.MustCompile(`(?i)</script|<!--`)

// policy admits the two scripts and the style by their digests, workers of the
// page's own making, and no address at all.
func policy(p Page) string {
	return strings.Join([]string{
		"default-src 'none'",
		fmt.Sprintf("script-src '%s' '%s' 'wasm-unsafe-eval'", bundle.Digest(p.Script), p.Jail),
		"worker-src blob: data:",
		fmt.Sprintf("style-src '%s'", bundle.Digest(p.Style)),
		"img-src data:",
		"base-uri 'none'",
		"form-action 'none'",
	}, "; ")
}

// Nowhere is the address of a link that cannot lead anywhere from a file that
// was taken along.
const Nowhere = "nowhere:"

var dead = regexp.MustCompile(`(?s)<a href="` + Nowhere + `"[^>]*>(.*?)</a>`)

// Unlink leaves of such links their text.
func Unlink(body template.HTML) template.HTML {
	return template.HTML(dead.ReplaceAllString(string(body), "$1"))
}
