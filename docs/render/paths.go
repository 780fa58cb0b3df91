package render

import (
	"strconv"
	"strings"
)

// Path is the folder of a page below the site's root: "" for the English home page,
// "ja/docs/hosting/", "demos/threads/", "play/", "ko/peps/". "demos" and "docs" list what is in them.
func Path(lang, page string) string {
	prefix := ""
	if lang != "" && lang != "en" {
		prefix = lang + "/"
	}
	switch {
	case page == "index":
		return prefix
	case page == "peps", page == "play", page == "demos", page == "docs", strings.HasPrefix(page, "demos/"), strings.HasPrefix(page, "embed/"):
		return prefix + page + "/"
	}
	return prefix + "docs/" + page + "/"
}

// Relative is the address of one folder of the site seen from another: "../threads/" seen from
// its neighbour, and "./" for a folder seen from itself.
func Relative(from, to string) string {
	for {
		head, rest, ok := strings.Cut(from, "/")
		below, same := strings.CutPrefix(to, head+"/")
		if !ok || !same {
			break
		}
		from, to = rest, below
	}
	if up := strings.Repeat("../", strings.Count(from, "/")); up+to != "" {
		return up + to
	}
	return "./"
}

// PEPFragment opens the map on a PEP: the form in which the map itself writes its selection into
// the page's address.
func PEPFragment(number int) string { return "#v1=pep=" + strconv.Itoa(number) }

// relative is the default of Resolve.
func (o Options) relative(link Link) (string, error) {
	from := Path(o.Tree, o.Page)
	fragment := ""
	if link.Fragment != "" {
		fragment = "#" + link.Fragment
	}
	switch link.Kind {
	case ToPage, ToEmbed:
		return Relative(from, Path(o.Tree, link.Page)) + fragment, nil
	case ToPEP:
		return Relative(from, Path(o.Tree, "peps")) + PEPFragment(link.PEP), nil
	}
	return link.Written, nil
}

func (o Options) isLesson() bool { return strings.HasPrefix(o.Page, "demos/") }
