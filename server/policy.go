package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// strictPolicy holds where no build says otherwise: the policy of the pages
// without the hash of the jail's bootstrap.
const strictPolicy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self' blob: data:; " +
	"style-src 'self'; connect-src 'self'; img-src 'self' data:; manifest-src 'self'; base-uri 'none'; form-action 'none'"

// buildFile is where the site builder says, as "csp", which policy its pages
// need; a build is small, and whatever is not is no build file.
const (
	buildFile      = "build.json"
	buildFileLimit = 1 << 20
)

// policies keeps the content security policy of the build, which changes when
// the site is built again.
type policies struct {
	site    fs.FS
	log     *slog.Logger
	loading sync.Mutex
	current atomic.Pointer[policy]
	looks   looks
}

// policy is one reading of the build file, with the values of the header
// ready to be shared by all answers.
type policy struct {
	seen      sighting // of the build file; zero: there was none
	own       []string // framed by the site itself
	anyone    []string // framed by anyone
	complaint string   // what was wrong with the build file
}

// header gives the Content-Security-Policy for a name of the site.
func (p *policies) header(name string) []string {
	now := p.current.Load()
	if now == nil || !p.looks.enough(time.Now()) && !p.fresh(now) {
		now = p.load()
	}
	switch {
	case wholePage(name):
		return ownFrames
	case embeddable(name):
		return now.anyone
	}
	return now.own
}

// ownFrames is all that a page in one file is told: it brings a policy that
// admits its own script and style, which the policy of the others would not.
var ownFrames = []string{"frame-ancestors 'self'"}

// wholePage reports whether a name is of a page in one file.
func wholePage(name string) bool {
	return strings.HasPrefix(name, "single/") && strings.HasSuffix(name, ".html")
}

func (p *policies) fresh(now *policy) bool {
	if now.seen.info == nil {
		_, err := fs.Stat(p.site, buildFile)
		return err != nil
	}
	return now.seen.settled() && now.seen.unchanged(p.site, buildFile)
}

// load reads the build file again. One that cannot be used is reported once
// and leaves the strict policy.
func (p *policies) load() *policy {
	p.loading.Lock()
	defer p.loading.Unlock()
	before := p.current.Load()
	if before != nil && p.fresh(before) {
		return before // another request was here first
	}
	csp, seen, err := readPolicy(p.site)
	now := &policy{seen: seen}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		now.complaint = err.Error()
		if before == nil || before.complaint != now.complaint {
			p.log.Warn("the pages get the strict policy", "err", err)
		}
	}
	if csp == "" {
		csp = strictPolicy
	}
	now.own = []string{csp + "; frame-ancestors 'self'"}
	now.anyone = []string{csp + "; frame-ancestors *"}
	p.current.Store(now)
	return now
}

// readPolicy gives the csp of the build file; the sighting of the file even
// when its content is no use.
func readPolicy(site fs.FS) (csp string, seen sighting, err error) {
	file, seen, err := sight(site, buildFile)
	if err != nil {
		return "", seen, err
	}
	defer file.Close()
	var build struct {
		CSP string `json:"csp"`
	}
	if err := json.NewDecoder(io.LimitReader(file, buildFileLimit)).Decode(&build); err != nil {
		return "", seen, fmt.Errorf("reading %s: %w", buildFile, err)
	}
	if csp = strings.TrimRight(build.CSP, "; "); csp == "" || strings.ContainsFunc(csp, notVisibleASCII) {
		return "", seen, fmt.Errorf("reading %s: its csp is not the text of a policy", buildFile)
	}
	return csp, seen, nil
}

func notVisibleASCII(r rune) bool { return r < ' ' || r > '~' }
