// Package bundle turns the site's TypeScript into scripts with esbuild and
// adds the imports that the machine needs: whole bundles, their hashes and the
// Go release's own support script as text.
package bundle

import (
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

// A Bundler knows where the sources lie.
type Bundler struct {
	Web    string // the web folder, absolute
	GoRoot string // GOROOT whose lib/wasm/wasm_exec.js is used
}

// An Output is one file that esbuild made, named below the output folder.
type Output struct {
	Name     string // slash-separated, such as "lesson.js" or "chunk-ABC.js"
	Contents []byte
	Entry    string // the entry's base name without suffix, "" for a chunk
}

// Text bundles one entry into a minified classic script (an IIFE) and returns
// its text, as `import text from "bundle:…"` does. entry is relative to Web.
func (b Bundler) Text(entry string) (string, error) {
	return b.text(filepath.Join(b.Web, filepath.FromSlash(entry)))
}

func (b Bundler) text(entry string) (string, error) { return b.classic(entry, b.options()) }

func (b Bundler) classic(entry string, options api.BuildOptions) (string, error) {
	options.EntryPoints = []string{entry}
	options.Format = api.FormatIIFE
	result := api.Build(options)
	if err := failure(result.Errors); err != nil {
		return "", fmt.Errorf("bundling %s: %w", filepath.Base(entry), err)
	}
	return string(result.OutputFiles[0].Contents), nil
}

// Library bundles a module into a script whose exports are members of the
// variable name: for what the builder itself has run.
func (b Bundler) Library(module, name string) (string, error) {
	options := b.options()
	options.GlobalName = name
	return b.classic(filepath.Join(b.Web, filepath.FromSlash(module)), options)
}

// Pages bundles entries (relative to Web) as ES modules that share chunks.
// Names carry a hash of the contents: name.<16 hex digits>.js.
func (b Bundler) Pages(entries []string) ([]Output, error) {
	options := b.options()
	for _, entry := range entries {
		options.EntryPoints = append(options.EntryPoints, filepath.Join(b.Web, filepath.FromSlash(entry)))
	}
	options.Format = api.FormatESModule
	options.Splitting = true
	options.Outdir = filepath.Join(b.Web, "out")
	options.EntryNames = "[name].[hash]"
	options.ChunkNames = "chunk.[hash]"
	result := api.Build(options)
	if err := failure(result.Errors); err != nil {
		return nil, fmt.Errorf("bundling the pages: %w", err)
	}
	return rename(result.OutputFiles), nil
}

// Standalone is Text for a page that stands by itself, without a site around:
// module is where the script believes to stand, its import.meta.url.
func (b Bundler) Standalone(entry, module string) (string, error) {
	where, err := json.Marshal(module)
	if err != nil {
		return "", err
	}
	options := b.options()
	options.Define = map[string]string{"import.meta.url": string(where)}
	return b.classic(filepath.Join(b.Web, filepath.FromSlash(entry)), options)
}

func (b Bundler) options() api.BuildOptions {
	return api.BuildOptions{
		AbsWorkingDir:     b.Web,
		Bundle:            true,
		Write:             false,
		Target:            api.ES2022,
		MinifySyntax:      true,
		MinifyWhitespace:  true,
		MinifyIdentifiers: true,
		Charset:           api.CharsetUTF8,
		LegalComments:     api.LegalCommentsNone,
		Loader:            map[string]api.Loader{".css": api.LoaderText},
		TsconfigRaw:       `{"compilerOptions":{"experimentalDecorators":true,"useDefineForClassFields":false}}`,
		Plugins:           []api.Plugin{b.texts()},
	}
}

func failure(messages []api.Message) error {
	if len(messages) == 0 {
		return nil
	}
	lines := api.FormatMessages(messages, api.FormatMessagesOptions{Kind: api.ErrorMessage})
	return errors.New(strings.TrimSpace(strings.Join(lines, "")))
}
