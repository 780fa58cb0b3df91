package main

import (
	"bytes"
	"fmt"
	"html/template"
	"os"
	"path/filepath"
	"regexp"
)

// drawing is what stands inside the icon's svg element.
var drawing = regexp.MustCompile(`(?s)<svg[^>]*>(.*)</svg>`)

// addNotFound writes 404.html. A host shows it at any depth, so it needs no
// other file; it links home only where -site says where that is.
func (s *site) addNotFound() error {
	file := filepath.Join(s.bundler.Web, "shells", "404.html")
	shell, err := template.ParseFiles(file)
	if err != nil {
		return err
	}
	icon, err := os.ReadFile(filepath.Join(s.bundler.Web, "icon.svg"))
	if err != nil {
		return err
	}
	inner := drawing.FindSubmatch(icon)
	if inner == nil {
		return fmt.Errorf("icon.svg holds no svg element")
	}
	home := ""
	if s.base != "" {
		home = s.base + "/"
	}
	var out bytes.Buffer
	err = shell.Execute(&out, map[string]any{
		"Policy": s.policy, "Icon": template.URL(s.iconData), "Duck": template.HTML(inner[1]), "Home": home,
	})
	s.add("404.html", out.Bytes())
	return err
}
