package hostcheck

import (
	"regexp"
	"strings"
)

// isolating are the four that stand together.
var isolating = [][2]string{
	{"Cross-Origin-Opener-Policy", "same-origin"},
	{"Cross-Origin-Embedder-Policy", "require-corp"},
	{"Cross-Origin-Resource-Policy", "cross-origin"},
	{"Document-Isolation-Policy", "isolate-and-require-corp"},
}

// isolation: without it threads share no memory.
func isolation(h *host, s *site, r *Report) {
	name := strings.TrimSuffix(strings.TrimPrefix(s.lesson, "demos/"), "/lesson.json")
	var lacking []string
	for _, path := range []string{"", "demos/" + name + "/", "embed/" + name + "/", s.script} {
		a, err := h.get(path)
		if err != nil || a.status != 200 {
			continue
		}
		for _, want := range isolating {
			if a.header.Get(want[0]) != want[1] {
				lacking = append(lacking, "/"+path+" has "+want[0]+" "+a.says(want[0]))
			}
		}
	}
	switch {
	case len(lacking) == 0:
		r.fine("isolation", "all four headers, on pages, embeds and scripts")
	default:
		r.better("isolation", "send on every answer: "+headerLines(isolating),
			"%s%s: readers have shared memory from their second page on, from the service worker, and embeds never",
			lacking[0], more(len(lacking)))
	}
}

func headerLines(all [][2]string) string {
	var lines []string
	for _, h := range all {
		lines = append(lines, h[0]+": "+h[1])
	}
	return strings.Join(lines, "; ")
}

func more(n int) string {
	if n > 1 {
		return " and so on"
	}
	return ""
}

var digest = regexp.MustCompile(`'sha256-[A-Za-z0-9+/=]+'`)

// restricts finds what would say which scripts may run.
var restricts = regexp.MustCompile(`(?i)(^|[;,]\s*)(script-src|default-src)\b`)

// policy: the page's own holds in any case; one from the host that forbids
// more stops the lessons.
func policy(_ *host, s *site, r *Report) {
	sent := strings.Join(s.page.header.Values("Content-Security-Policy"), ", ")
	jail := digest.FindString(s.policy)
	switch {
	case sent == "":
		r.better("policy", "send the policy of build.json, with frame-ancestors 'self'",
			"no Content-Security-Policy is sent: the one inside the pages holds, but any site may frame them")
	case jail != "" && restricts.MatchString(sent) && !strings.Contains(sent, jail):
		r.broken("policy", "send the policy of this build's build.json, or none",
			"the Content-Security-Policy that is sent does not admit this build's %s: no program starts", jail)
	default:
		r.fine("policy", "the Content-Security-Policy admits what the pages need")
	}
}

// frames: embeds are for other people's pages.
func frames(h *host, s *site, r *Report) {
	name := strings.TrimSuffix(strings.TrimPrefix(s.lesson, "demos/"), "/lesson.json")
	a, err := h.get("embed/" + name + "/")
	if err != nil || a.status != 200 {
		r.broken("embeds", "copy all of dist/ to the host", "/embed/%s/ is not there", name)
		return
	}
	if old := a.header.Get("X-Frame-Options"); old != "" {
		r.broken("embeds", "send no X-Frame-Options for /embed/", "X-Frame-Options is %s: no post can show a lesson", a.says("X-Frame-Options"))
		return
	}
	sent := strings.Join(a.header.Values("Content-Security-Policy"), ", ")
	if strings.Contains(sent, "frame-ancestors") && !strings.Contains(sent, "frame-ancestors *") {
		r.broken("embeds", "send frame-ancestors * for /embed/, /ja/embed/ and /ko/embed/", "the policy of /embed/%s/ lets no other site frame it", name)
		return
	}
	r.fine("embeds", "other sites may frame them")
}

// openFiles: an embed may have an opaque origin, whose requests are all foreign.
func openFiles(h *host, s *site, r *Report) {
	for _, path := range []string{s.script, s.lesson, s.wasm} {
		a, err := h.get(path, "Origin", "null")
		if err == nil && a.status == 200 && a.header.Get("Access-Control-Allow-Origin") != "*" {
			r.better("embeds", "send Access-Control-Allow-Origin: * for all files",
				"/%s has Access-Control-Allow-Origin %s: no lesson loads in a sandboxed frame, as WordPress makes", path, a.says("Access-Control-Allow-Origin"))
			return
		}
	}
	r.fine("embeds", "files are open to frames of opaque origin")
}
