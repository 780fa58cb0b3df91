package main

import (
	"encoding/json"
	"fmt"
	"html"
	"strings"

	"github.com/ahiru-dev/ahiru/docs/render"
	"github.com/ahiru-dev/ahiru/web/build/cover"
)

// An oEmbed is the static answer to "how do I show this page in mine?", by the
// specification at oembed.com. WordPress keeps of its html a blockquote and a
// frame with few attributes, and asks with parameters that a file cannot heed:
// so the frame is as wide as its place.
type oEmbed struct {
	Version         string `json:"version"`
	Type            string `json:"type"`
	Title           string `json:"title"`
	ProviderName    string `json:"provider_name"`
	ProviderURL     string `json:"provider_url"`
	CacheAge        int    `json:"cache_age"`
	HTML            string `json:"html"`
	Width           int    `json:"width"`
	Height          int    `json:"height"`
	ThumbnailURL    string `json:"thumbnail_url,omitempty"`
	ThumbnailWidth  int    `json:"thumbnail_width,omitempty"`
	ThumbnailHeight int    `json:"thumbnail_height,omitempty"`
}

// Sizes in pixels that a frame gets where nothing else is said.
const (
	oEmbedWidth  = 600
	oEmbedHeight = 640
)

// framedAs gives the page for frames that stands for a page: "embed/threads"
// for "demos/threads" and for itself, "" where there is none.
func framedAs(name string) string {
	what := strings.TrimPrefix(strings.TrimPrefix(name, "demos/"), "embed/")
	if strings.Contains(what, "/") || what == name && what != "peps" && what != "play" {
		return ""
	}
	return "embed/" + what
}

// sharing fills in what somebody who shares the page's address needs. All of it
// must be absolute, so without -site there is none.
func (s *site) sharing(p *page, name string, lang render.Language) {
	if s.base == "" {
		return
	}
	pictured := name
	if what, framed := strings.CutPrefix(name, "embed/"); framed {
		pictured = what
		if what != "peps" && what != "play" {
			pictured = "demos/" + what
		}
	}
	if drawn := s.covers[pictured]; drawn != "" {
		p.Picture, p.PictureAlt = s.base+"/"+drawn, p.T.PictureAlt
	}
	if framed := framedAs(name); framed != "" {
		p.OEmbed = fmt.Sprintf("%s/oembed/%s/%s.json", s.base, lang.Code, strings.TrimPrefix(framed, "embed/"))
	}
}

// addOEmbed writes the answer for a page that can be framed.
func (s *site) addOEmbed(framed page, lang render.Language) error {
	if framed.OEmbed == "" {
		return nil
	}
	full := s.base + "/" + strings.Replace(framed.Folder, "embed/", fullFolder(framed.Folder), 1)
	answer := oEmbed{
		Version: "1.0", Type: "rich", Title: framed.Title, ProviderName: "Ahiru", ProviderURL: s.base + "/", CacheAge: 86400,
		Width: oEmbedWidth, Height: oEmbedHeight, ThumbnailURL: framed.Picture,
		HTML: fmt.Sprintf(`<blockquote><a href="%s">%s</a></blockquote><iframe src="%s/%s" width="100%%" height="%d" frameborder="0" title="%s"></iframe>`,
			full, html.EscapeString(framed.Title), s.base, framed.Folder, oEmbedHeight, html.EscapeString(framed.Title)),
	}
	if framed.Picture != "" {
		answer.ThumbnailWidth, answer.ThumbnailHeight = cover.Width, cover.Height
	}
	text, err := json.Marshal(answer)
	s.add(strings.TrimPrefix(framed.OEmbed, s.base+"/"), text)
	return err
}

// fullFolder is what stands before a page's name where a frame's has embed/.
func fullFolder(folder string) string {
	if strings.HasSuffix(folder, "embed/peps/") || strings.HasSuffix(folder, "embed/play/") {
		return ""
	}
	return "demos/"
}
