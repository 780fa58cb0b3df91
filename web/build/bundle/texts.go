package bundle

import (
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

// Digest is the source expression by which a Content-Security-Policy admits
// an inline script of exactly this text: 'sha256-…' without the quotes.
func Digest(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}

// wasmFile admits the files of GOROOT/lib/wasm and no path out of it.
var wasmFile = regexp.MustCompile(`^[a-z_]+\.js$`)

// texts resolves the three imports that give text: "bundle:entry.ts" the
// bundle of that entry, "hash:entry.ts" the Digest of the same text, and
// "goroot:wasm_exec.js" a file of the Go release, minified.
func (b Bundler) texts() api.Plugin {
	loaders := map[string]func(path string) (string, error){
		"bundle": b.text,
		"hash": func(entry string) (string, error) {
			text, err := b.text(entry)
			return Digest(text), err
		},
		"goroot": b.shipped,
	}
	return api.Plugin{Name: "texts", Setup: func(build api.PluginBuild) {
		for kind, load := range loaders {
			build.OnResolve(api.OnResolveOptions{Filter: "^" + kind + ":"}, resolve(kind))
			build.OnLoad(api.OnLoadOptions{Filter: ".*", Namespace: kind}, loadText(load))
		}
	}}
}

func resolve(kind string) func(api.OnResolveArgs) (api.OnResolveResult, error) {
	return func(args api.OnResolveArgs) (api.OnResolveResult, error) {
		path := strings.TrimPrefix(args.Path, kind+":")
		if kind != "goroot" {
			path = filepath.Join(args.ResolveDir, filepath.FromSlash(path))
		}
		return api.OnResolveResult{Path: path, Namespace: kind}, nil
	}
}

func loadText(load func(string) (string, error)) func(api.OnLoadArgs) (api.OnLoadResult, error) {
	return func(args api.OnLoadArgs) (api.OnLoadResult, error) {
		text, err := load(args.Path)
		if err != nil {
			return api.OnLoadResult{}, err
		}
		return api.OnLoadResult{Contents: &text, Loader: api.LoaderText}, nil
	}
}

func (b Bundler) shipped(name string) (string, error) {
	if !wasmFile.MatchString(name) {
		return "", fmt.Errorf("goroot:%s: want the name of a file of GOROOT/lib/wasm", name)
	}
	text, err := os.ReadFile(filepath.Join(b.GoRoot, "lib", "wasm", name))
	if err != nil {
		return "", err
	}
	return b.small(name, string(text))
}

// small minifies a script that stands in the bundles as text: a quarter of
// what such a text weighs there is comments and names.
func (b Bundler) small(name, text string) (string, error) {
	o := b.options()
	result := api.Transform(text, api.TransformOptions{
		Target: o.Target, Charset: o.Charset, LegalComments: o.LegalComments,
		MinifySyntax: o.MinifySyntax, MinifyWhitespace: o.MinifyWhitespace, MinifyIdentifiers: o.MinifyIdentifiers,
	})
	if err := failure(result.Errors); err != nil {
		return "", fmt.Errorf("minifying %s: %w", name, err)
	}
	return string(result.Code), nil
}
