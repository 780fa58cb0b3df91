package hostcheck

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"path"
	"regexp"
	"strings"
)

// A site is what the checks know of what should be there: taken from the
// worker's own list and from the home page.
type site struct {
	build  string
	shell  []listed // pages, scripts, lessons, by digest
	page   *answer  // the home page
	policy string   // of the page's own meta element
	script string   // paths below the root
	style  string
	lesson string // demos/<name>/lesson.json
	wasm   string
}

// listed is a file as the service worker's list has it.
type listed struct {
	Path   string `json:"path"`
	SHA256 string `json:"sha256"`
}

var (
	scriptPath = regexp.MustCompile(`<script type="module" src="(?:\./)?(assets/[^"]+\.js)"`)
	stylePath  = regexp.MustCompile(`<link rel="stylesheet" href="(?:\./)?(assets/[^"]+\.css)"`)
	demoName   = regexp.MustCompile(`<ahiru-demo name="([a-z0-9-]+)"`)
	metaPolicy = regexp.MustCompile(`<meta http-equiv="Content-Security-Policy" content="([^"]*)"`)
)

// find reads the home page, the worker and a lesson. An error says that this
// is no Ahiru, or one that cannot be reached.
func (h *host) find() (*site, error) {
	page, err := h.get("")
	switch {
	case err != nil:
		return nil, err
	case page.status != 200:
		return nil, fmt.Errorf("the home page is answered with %d", page.status)
	}
	s := &site{page: page, script: first(scriptPath, page.body), style: first(stylePath, page.body)}
	name := first(demoName, page.body)
	if s.script == "" || s.style == "" || name == "" {
		return nil, fmt.Errorf("what stands at %s is no Ahiru: its home page has no lesson", page.at)
	}
	s.policy = strings.NewReplacer("&#39;", "'", "&#43;", "+", "&#34;", `"`, "&amp;", "&").Replace(first(metaPolicy, page.body))
	s.lesson = "demos/" + name + "/lesson.json"
	if lesson, err := h.get(s.lesson); err == nil && lesson.status == 200 {
		var known struct{ Wasm struct{ URL string } }
		if json.Unmarshal(lesson.body, &known) == nil {
			s.wasm = strings.TrimPrefix(path.Join("/demos/"+name, known.Wasm.URL), "/")
		}
	}
	h.readWorker(s)
	return s, nil
}

// readWorker takes the list from the head of the service worker.
func (h *host) readWorker(s *site) {
	worker, err := h.get("sw.js")
	if err != nil || worker.status != 200 {
		return
	}
	line, _, _ := strings.Cut(string(worker.body), "\n")
	text, ours := strings.CutPrefix(line, "self.ahiruSite=")
	var list struct {
		Build string   `json:"build"`
		Shell []listed `json:"shell"`
	}
	if ours && json.Unmarshal([]byte(strings.TrimSuffix(text, ";")), &list) == nil {
		s.build, s.shell = plain(list.Build), list.Shell
	}
}

func first(form *regexp.Regexp, text []byte) string {
	if m := form.FindSubmatch(text); m != nil {
		return string(m[1])
	}
	return ""
}

// intact reports whether contents are what the list says of a path; known is
// false for a path that is not in it.
func (s *site) intact(path string, contents []byte) (same, known bool) {
	sum := sha256.Sum256(contents)
	for _, file := range s.shell {
		if file.Path == path {
			return file.SHA256 == base64.StdEncoding.EncodeToString(sum[:]), true
		}
	}
	return false, false
}
