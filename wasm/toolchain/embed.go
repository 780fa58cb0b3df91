package toolchain

import (
	"encoding/json"
	"fmt"
	"go/token"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
)

// An Embed is one pattern of a //go:embed line and the files of the program that it stands for, sorted.
type Embed struct {
	Pattern string
	Files   []string
}

// findEmbeds resolves patterns by the rules of `go help embed`'s package documentation: files of folders too, without
// names that begin with "." or "_" unless the pattern begins with "all:".
func findEmbeds(program fs.FS, patterns map[string][]token.Position) ([]Embed, error) {
	var list []Embed
	for _, pattern := range slices.Sorted(maps.Keys(patterns)) {
		files, err := matchEmbed(program, pattern)
		if err != nil {
			return nil, err
		}
		if len(files) == 0 {
			return nil, refuse(at(patterns[pattern][0], "pattern "+pattern+": no matching files found"))
		}
		list = append(list, Embed{pattern, files})
	}
	return list, nil
}

func matchEmbed(program fs.FS, pattern string) ([]string, error) {
	glob, all := strings.CutPrefix(pattern, "all:")
	if glob == "." || !fs.ValidPath(glob) {
		return nil, nil
	}
	roots, err := fs.Glob(program, glob)
	if err != nil {
		return nil, nil // a malformed pattern matches nothing, which is then said with its place
	}
	var files []string
	for _, root := range roots {
		err := fs.WalkDir(program, root, func(name string, entry fs.DirEntry, err error) error {
			hidden := name != root && !all && strings.ContainsAny(path.Base(name)[:1], "._")
			switch {
			case err != nil:
				return err
			case hidden && entry.IsDir():
				return fs.SkipDir
			case !hidden && entry.Type().IsRegular():
				files = append(files, name)
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	slices.Sort(files)
	return slices.Compact(files), nil
}

// addEmbeds writes down, in the file name, what the patterns of the package in dir stand for and where the files are.
func (p *Plan) addEmbeds(name, dir string, embeds []Embed) error {
	if len(embeds) == 0 {
		return nil
	}
	config := struct {
		Patterns map[string][]string
		Files    map[string]string
	}{map[string][]string{}, map[string]string{}}
	for _, e := range embeds {
		config.Patterns[e.Pattern] = e.Files
		for _, name := range e.Files {
			config.Files[name] = path.Join(dir, name)
		}
	}
	text, err := json.Marshal(config)
	if err != nil {
		return fmt.Errorf("writing down the embedded files: %w", err)
	}
	p.Files[name] = string(text)
	return nil
}
