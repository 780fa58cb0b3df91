package main

import (
	"bytes"
	"context"
	"encoding/base64"
	"fmt"
	"os"
	"path/filepath"

	"github.com/ahiru-dev/ahiru/docs/render"
	"github.com/evanw/esbuild/pkg/api"
)

// addStyles adds the site's one style sheet (ours and the highlighter's) and
// its icon.
func addStyles(_ context.Context, s *site, say *progress) error {
	say.step("making the style sheet")
	ours := api.Build(api.BuildOptions{EntryPoints: []string{filepath.Join(s.bundler.Web, "src", "site.css")}, Bundle: true})
	if len(ours.Errors) > 0 {
		return fmt.Errorf("reading the style sheet: %s", ours.Errors[0].Text)
	}
	var all bytes.Buffer
	all.Write(ours.OutputFiles[0].Contents)
	if err := render.WriteStyles(&all); err != nil {
		return fmt.Errorf("writing the highlighter's styles: %w", err)
	}
	result := api.Transform(all.String(), api.TransformOptions{Loader: api.LoaderCSS, MinifyWhitespace: true, MinifySyntax: true})
	if len(result.Errors) > 0 {
		return fmt.Errorf("minifying the style sheet: %s", result.Errors[0].Text)
	}
	s.styles = s.addHashed("site.css", result.Code)
	icon, err := os.ReadFile(filepath.Join(s.bundler.Web, "icon.svg"))
	if err != nil {
		return fmt.Errorf("reading the icon: %w", err)
	}
	s.icon = s.addHashed("icon.svg", icon)
	s.iconText = icon
	s.iconData = "data:image/svg+xml;base64," + base64.StdEncoding.EncodeToString(icon)
	return nil
}
