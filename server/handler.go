package main

import (
	"errors"
	"io"
	"io/fs"
	"log/slog"
	"net/http"
	"net/url"
	"path"
	"time"
)

// handler answers every request of the site.
type handler struct {
	catalog  *catalog
	policies *policies
	log      *slog.Logger
}

// newHandler serves the files of site, and writes one line for each request
// to log.
func newHandler(site fs.FS, log *slog.Logger) *handler {
	return &handler{
		catalog:  &catalog{site: site, log: log},
		policies: &policies{site: site, log: log},
		log:      log,
	}
}

func (h *handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	start := time.Now()
	a := &answer{ResponseWriter: w, head: r.Method == http.MethodHead}
	defer func() { logRequest(h.log, r, a, start) }()

	name, slash, err := siteName(r.URL.EscapedPath())
	setAlways(a.Header())
	a.Header()["Content-Security-Policy"] = h.policies.header(name)
	refuseBody(a, r)

	switch {
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		a.Header().Set("Allow", "GET, HEAD")
		say(a, http.StatusMethodNotAllowed, "This site only answers GET and HEAD.")
	case errors.Is(err, errGarbled):
		say(a, http.StatusBadRequest, "The path of this address is not text that a file name can have.")
	case err != nil:
		h.notFound(a, r)
	case name == "healthz" && !slash:
		say(a, http.StatusOK, "ok")
	case slash:
		h.file(a, r, path.Join(name, "index.html"))
	default:
		h.file(a, r, name)
	}
}

// bodyLimit is how long a body that nobody reads may go on coming.
const bodyLimit = 5 * time.Second

// refuseBody ends the connection after a request with a body. Nothing here
// reads one, and its bytes must not be taken for the next request (which is
// what smuggling by Content-Length against Transfer-Encoding aims at).
func refuseBody(a *answer, r *http.Request) {
	if r.ContentLength != 0 && r.ProtoMajor == 1 {
		a.Header().Set("Connection", "close")
		// net/http reads on for the rest of a short body before it closes: without a
		// deadline, one that drips would hold the connection, and the shutdown, for ever.
		_ = http.NewResponseController(a.ResponseWriter).SetReadDeadline(time.Now().Add(bodyLimit))
	}
}

// file answers with a file of the site, or sends on to the page of the
// directory that has this name.
func (h *handler) file(a *answer, r *http.Request, name string) {
	c, err := h.catalog.pick(name, parseAcceptEncoding(r.Header["Accept-Encoding"]))
	switch {
	case err == nil:
		defer c.body.Close()
		serveCopy(a, r, c)
	case errors.Is(err, errRefused):
		a.Header()["Vary"] = varyCoding
		say(a, http.StatusNotAcceptable, "Accept-Encoding refuses every coding that this file has, plain among them.")
	case !errors.Is(err, fs.ErrNotExist):
		h.log.Error("a file of the site cannot be read", "err", err)
		a.Header().Set("Retry-After", "1")
		say(a, http.StatusServiceUnavailable, "This file cannot be read just now: please try again in a moment.")
	case h.catalog.has(name + "/index.html"):
		redirectToDirectory(a, r, name)
	default:
		h.notFound(a, r)
	}
}

// notFound answers with the site's own 404 page. No condition and no range
// applies to an error, so this is not for http.ServeContent.
func (h *handler) notFound(a *answer, r *http.Request) {
	wish := parseAcceptEncoding(r.Header["Accept-Encoding"])
	wish[identity] = max(wish[identity], lastResort) // a 406 would hide the 404
	c, err := h.catalog.pick("404.html", wish)
	if err != nil {
		say(a, http.StatusNotFound, "There is no such page here.")
		return
	}
	defer c.body.Close()
	describe(a.Header(), c)
	a.coding = tokens[c.variant.coding]
	a.Header()["Content-Length"] = c.variant.contentLength
	a.WriteHeader(http.StatusNotFound)
	if !a.head {
		_, _ = io.Copy(a, c.body) // an error here is a client that has gone
	}
}

// redirectToDirectory adds the slash that relative links in the page need.
// The target is relative and starts with "./": no name can make it another
// scheme or host, and it holds when the site stands below some path.
func redirectToDirectory(a *answer, r *http.Request, name string) {
	target := "./" + url.PathEscape(path.Base(name)) + "/"
	if r.URL.RawQuery != "" {
		target += "?" + r.URL.RawQuery
	}
	a.Header().Set("Location", target)
	say(a, http.StatusMovedPermanently, "This page has a slash at the end of its address.")
}

// say answers with one sentence.
func say(a *answer, status int, sentence string) {
	a.Header().Set("Cache-Control", "no-cache")
	http.Error(a, sentence, status)
}
