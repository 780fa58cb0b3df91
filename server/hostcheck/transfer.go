package hostcheck

import (
	"net/http"
	"regexp"
	"strconv"
	"strings"
)

// compression: a program has a fifth of its size in brotli.
func compression(h *host, s *site, r *Report) {
	path := s.wasm
	if path == "" {
		path = s.script
	}
	bare, err := h.get(path)
	if err != nil || bare.status != 200 {
		return
	}
	packed, err := h.get(path, "Accept-Encoding", "gzip, deflate, br")
	if err != nil {
		r.broken("compression", "look into the host's log", "/%s cannot be had compressed: %v", path, err)
		return
	}
	coding := packed.header.Get("Content-Encoding")
	part := 100 * len(packed.body) / max(len(bare.body), 1)
	switch {
	case coding == "":
		r.better("compression", "send the .br or .gz copy that stands beside each file, or compress with gzip",
			"/%s travels with all its %d bytes", path, len(bare.body))
	case coding != "br" && coding != "zstd":
		r.better("compression", "send the .br copy that stands beside each file to those who accept br",
			"%s, %d %% of the size; brotli would be a fifth less", plain(coding), part)
	default:
		r.fine("compression", "%s, %d %% of the size", plain(coding), part)
	}
	if coding != "" && !strings.Contains(strings.ToLower(packed.header.Get("Vary")), "accept-encoding") {
		r.better("compression", "send Vary: Accept-Encoding", "Vary is %s: a cache between may hand the wrong copy on", packed.says("Vary"))
	}
}

const (
	day  = 24 * 60 * 60
	page = 10 * 60
)

// caching: names with a hash never change, others may at any time.
func caching(h *host, s *site, r *Report) {
	asset, err := h.get(s.script)
	if err != nil {
		return
	}
	if kept := lifetime(asset.header); kept < 30*day {
		r.better("caching", "send Cache-Control: public, max-age=31536000, immutable for the hashed names in assets/",
			"/%s may be kept for %d s (Cache-Control %s): later visits ask again", s.script, kept, asset.says("Cache-Control"))
	} else {
		r.fine("caching", "hashed names are kept for %d days", kept/day)
	}
	if kept := lifetime(s.page.header); kept > page {
		r.broken("caching", "send Cache-Control: no-cache for pages", "pages are kept for %d s: readers get the old site after a new build", kept)
	} else {
		r.fine("caching", "pages are asked for anew")
	}
}

var maxAge = regexp.MustCompile(`(?i)(?:^|[\s,])max-age\s*=\s*"?(\d+)`)

func lifetime(header http.Header) int {
	control := strings.ToLower(strings.Join(header.Values("Cache-Control"), ","))
	if strings.Contains(control, "no-store") || strings.Contains(control, "no-cache") {
		return 0
	}
	m := maxAge.FindStringSubmatch(control)
	if m == nil {
		return 0
	}
	seconds, err := strconv.Atoi(m[1])
	if err != nil {
		return 1 << 30 // longer than a number holds
	}
	return seconds
}

// conditions: an unchanged page should cost no second download.
func conditions(h *host, s *site, r *Report) {
	tag, date := s.page.header.Get("ETag"), s.page.header.Get("Last-Modified")
	name, value := "If-None-Match", tag
	if tag == "" {
		name, value = "If-Modified-Since", date
	}
	if value == "" {
		r.better("caching", "let the host send ETag or Last-Modified", "pages have neither ETag nor Last-Modified: each visit downloads them again")
		return
	}
	if again, err := h.get("", name, value); err == nil && again.status == http.StatusNotModified {
		r.fine("caching", "an unchanged page is answered with 304")
	} else {
		r.better("caching", "let the host answer conditional requests", "%s is not answered with 304: each visit downloads pages again", name)
	}
}

// missing: a host that answers everything with a page hides what is absent.
func missing(h *host, _ *site, r *Report) {
	a, err := h.get("assets/there-is-no-such-file.0123456789abcdef.js")
	if err != nil {
		return
	}
	if a.status != http.StatusNotFound {
		r.broken("missing files", "answer 404 for what is not there; the site needs no rewriting to index.html",
			"a script that does not exist is answered with %d, %s", a.status, a.says("Content-Type"))
		return
	}
	r.fine("missing files", "404")
}

// folders: links name folders, people leave the slash out.
func folders(h *host, _ *site, r *Report) {
	a, err := h.get("demos")
	if err != nil || a.status != 200 || !strings.HasSuffix(a.at.Path, "/demos/") {
		r.better("folders", "redirect a folder's name to the same with a slash", "/demos does not lead to /demos/: links without the slash are broken")
		return
	}
	r.fine("folders", "/demos leads to /demos/")
}
