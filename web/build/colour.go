package main

import (
	"context"
	"encoding/json"
	"fmt"
	"path"
	"strings"
)

// highlighter is what colours code in the page's editor.
const highlighter = "src/lib/highlight.ts"

// colour gives sources the colours that they will have in the editor, from
// the editor's own parsers: so a page that only shows them needs no parser.
func (s *site) colour(ctx context.Context, files ...*sourceFile) error {
	script, err := s.bundler.Library(highlighter, "highlighter")
	if err != nil {
		return err
	}
	var list [][2]string
	for _, f := range files {
		list = append(list, [2]string{f.Source, languages[path.Ext(f.File)]})
	}
	sources, err := json.Marshal(list)
	if err != nil {
		return err
	}
	kept, err := s.cache.get(key([]byte("colours"), []byte(script), sources), func() ([]byte, error) {
		run := fmt.Sprintf("%s;console.log(JSON.stringify(%s.map((each) => highlighter.coloursOf(...each))))", script, sources)
		return node(ctx, strings.NewReader(run), "--input-type=commonjs", "-")
	})
	if err != nil {
		return fmt.Errorf("colouring programs: %w", err)
	}
	var colours []string
	if err := json.Unmarshal(kept, &colours); err != nil {
		return fmt.Errorf("reading the colours of programs: %w", err)
	}
	for i, f := range files {
		f.Colours = colours[i]
	}
	return nil
}

var languages = map[string]string{".go": "go", ".py": "python"}
