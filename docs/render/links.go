package render

import (
	"fmt"
	"net/url"
	"path"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// LinkKind tells what a link leads to.
type LinkKind int

// The kinds of links.
const (
	ToAnchor   LinkKind = iota // a heading of the same page: Fragment
	ToPage                     // a page of the site: Page, Fragment
	ToEmbed                    // the embed of a lesson or of the map: Page is "embed/threads"
	ToPEP                      // the PEP map opened on a PEP: PEP
	ToExternal                 // elsewhere: Written
)

// Link is a link as the words have it.
type Link struct {
	Kind     LinkKind
	Written  string // as it stands in the file
	Page     string // "hosting", "demos/threads", "peps"
	Fragment string
	PEP      int
	Line     int
}

// link reads a destination and returns the address that replaces it.
func (r *reading) link(destination []byte, line int) []byte {
	link, err := parseLink(r.options.Page, string(destination))
	if err != nil {
		r.problems.add(line, "the link to %q: %v", destination, err)
		return nil
	}
	link.Line = line
	r.page.Links = append(r.page.Links, link)
	address, err := r.options.Resolve(link)
	if err != nil {
		r.problems.add(line, "the link to %q: %v", destination, err)
	}
	return []byte(address)
}

// autoLink checks <https://…> and bare addresses: CommonMark takes any scheme there.
func (r *reading) autoLink(n *ast.AutoLink) {
	if n.AutoLinkType == ast.AutoLinkURL {
		r.link(n.URL(r.source), r.line(n))
	}
}

func parseLink(from, destination string) (Link, error) {
	link := Link{Written: destination}
	target, fragment, _ := strings.Cut(destination, "#")
	link.Fragment = fragment
	scheme, rest, hasScheme := strings.Cut(target, ":")
	switch {
	case target == "" && idForm.MatchString(fragment):
		return link, nil
	case !hasScheme:
		return link.toFile(from, target)
	}
	switch scheme {
	case "lesson", "embed":
		return link.toLesson(scheme, rest)
	case "peps":
		return link.toPEP(rest)
	case "https", "http", "mailto":
		link.Kind = ToExternal
		_, err := url.Parse(destination)
		return link, err
	}
	return link, fmt.Errorf("there are no %.20q links here; the package comment of docs/render lists those that there are", scheme+":")
}

func (l Link) toFile(from, target string) (Link, error) {
	name, isFile := strings.CutSuffix(target, ".md")
	if !isFile || path.IsAbs(name) {
		return l, fmt.Errorf("a relative link names a file, such as hosting.md")
	}
	l.Kind, l.Page = ToPage, path.Join(path.Dir(from), name)
	if strings.HasPrefix(l.Page, "..") {
		return l, fmt.Errorf("it leaves the folder of its language")
	}
	return l, nil
}

func (l Link) toLesson(scheme, name string) (Link, error) {
	if !idForm.MatchString(name) {
		return l, fmt.Errorf("%q is no lesson's name", name)
	}
	if l.Kind, l.Page = ToPage, "demos/"+name; scheme == "embed" {
		l.Kind, l.Page = ToEmbed, "embed/"+name
	}
	return l, nil
}

func (l Link) toPEP(number string) (Link, error) {
	if number == "" {
		l.Kind, l.Page = ToPage, "peps"
		return l, nil
	}
	n, err := strconv.ParseUint(number, 10, 16)
	if err != nil || n == 0 || n > 9999 {
		return l, fmt.Errorf("%q is no PEP number", number)
	}
	l.Kind, l.PEP = ToPEP, int(n)
	return l, nil
}
