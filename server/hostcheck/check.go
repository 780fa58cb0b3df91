package hostcheck

import (
	"context"
	"net"
	"strings"
)

// Check looks at the site at address. An error means that nothing could be
// checked; what is wrong with the host is in the report.
func Check(ctx context.Context, address string) (*Report, error) {
	h, err := newHost(ctx, address)
	if err != nil {
		return nil, err
	}
	s, err := h.find()
	if err != nil {
		return nil, err
	}
	r := &Report{URL: plain(h.root.String()), Build: s.build}
	for _, look := range []func(*host, *site, *Report){
		secure, types, intactFiles, isolation, policy, frames, openFiles, compression, caching, conditions, missing, folders,
	} {
		look(h, s, r)
	}
	return r, nil
}

// secure: everything that matters needs a secure context.
func secure(h *host, _ *site, r *Report) {
	name := h.root.Hostname()
	address := net.ParseIP(name)
	local := name == "localhost" || strings.HasSuffix(name, ".localhost") || address != nil && address.IsLoopback()
	switch {
	case h.root.Scheme == "https":
		r.fine("address", "https")
	case local:
		r.fine("address", "http on this machine, which browsers count as secure")
	default:
		r.broken("address", "serve by https", "plain http: no shared memory, no service worker, whatever headers are sent")
	}
}

// types: a module with a wrong type does not run; a program does, more slowly.
func types(h *host, s *site, r *Report) {
	good := true
	for _, want := range []struct {
		path, kind, also string
		grade            Grade
		why              string
	}{
		{"", "text/html", "", Broken, "browsers offer the page as a download"},
		{s.script, "text/javascript", "application/javascript", Broken, "browsers run no module of another type"},
		{s.style, "text/css", "", Broken, "browsers use no style sheet of another type"},
		{s.wasm, "application/wasm", "", Better, "the site copes, but nothing compiles while it downloads"},
		{s.lesson, "application/json", "", Better, "the site copes"},
		{"manifest.webmanifest", "application/manifest+json", "application/json", Better, "browsers take it, checkers complain"},
		{"sw.js", "text/javascript", "application/javascript", Broken, "browsers install no worker of another type"},
	} {
		if want.path == "" && want.kind != "text/html" {
			continue // the page named none
		}
		a, err := h.get(want.path)
		if err != nil || a.status != 200 {
			good = false
			r.broken("types", "copy all of dist/ to the host", "/%s is not there", want.path)
			continue
		}
		if kind := a.mediaType(); kind != want.kind && (want.also == "" || kind != want.also) {
			good = false
			r.Findings = append(r.Findings, Finding{want.grade, "types",
				"/" + want.path + " has the Content-Type " + a.says("Content-Type") + ": " + want.why, "send " + want.kind})
		}
	}
	if good {
		r.fine("types", "pages, scripts, styles, programs and the manifest have theirs")
	}
}

// intactFiles compares what arrives with what was built.
func intactFiles(h *host, s *site, r *Report) {
	if len(s.shell) == 0 {
		r.broken("files", "copy all of dist/ to the host", "/sw.js is missing or not the site's: no reader gets the site without a network")
		return
	}
	looked := 0
	for _, path := range []string{"", "ja/", "docs/hosting/", s.script, s.style, s.lesson} {
		a, err := h.get(path)
		if err != nil || a.status != 200 {
			continue // said under types, or no part of this build
		}
		same, known := s.intact(path, a.body)
		if known && !same {
			r.broken("files", "switch off what adds to or shortens pages on their way, and copy all files of one build",
				"/%s is not what was built: the service worker refuses to keep it", path)
			return
		}
		if known {
			looked++
		}
	}
	r.fine("files", "%d of them arrive as they were built", looked)
}
