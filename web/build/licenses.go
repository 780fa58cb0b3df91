package main

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// A license is whose work is in the site, and on what terms.
type license struct{ name, version, text string }

// licenseFile is what packages call their terms.
var licenseFile = regexp.MustCompile(`(?i)^(licen[sc]e|copying|notice)(\.(md|txt))?$`)

// addLicenses writes licenses.txt: this project's, Go's, those of the modules
// that the programs and the server are made of, and of the npm packages.
func addLicenses(ctx context.Context, s *site, say *progress) error {
	say.step("collecting the licences")
	modules, err := s.moduleLicenses(ctx)
	if err != nil {
		return err
	}
	packages, err := npmLicenses(s.bundler.Web)
	if err != nil {
		return err
	}
	own, err := licenseIn(s.root)
	if err != nil {
		return err
	}
	std, err := licenseIn(s.release.Root)
	if err != nil {
		return err
	}
	all := []license{{"Ahiru", "", own}, {"Go: standard library, compiler, linker, wasm_exec.js", s.release.Version, std}}
	s.add("licenses.txt", writeLicenses(append(append(all, modules...), packages...)))
	return nil
}

func writeLicenses(all []license) []byte {
	var out bytes.Buffer
	out.WriteString("What this site holds of other people's work, and on what terms.\n")
	for _, l := range all {
		fmt.Fprintf(&out, "\n%s\n%s\n\n%s\n", strings.Repeat("=", 72), strings.TrimSpace(l.name+" "+l.version), strings.TrimSpace(l.text))
	}
	return out.Bytes()
}

// moduleLicenses lists the modules of what the page and the server run.
func (s *site) moduleLicenses(ctx context.Context) ([]license, error) {
	const form = `{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}} {{.Dir}}{{end}}{{end}}`
	var found []license
	for _, run := range []struct{ env, packages []string }{
		{[]string{"GOOS=js", "GOARCH=wasm"}, []string{"./wasm/cmd/...", "./wasm/demos/..."}},
		{nil, []string{"./server"}},
	} {
		cmd := exec.CommandContext(ctx, "go", append([]string{"list", "-e", "-deps", "-f", form}, run.packages...)...)
		cmd.Dir, cmd.Env = s.root, append(os.Environ(), run.env...)
		out, err := cmd.Output()
		if err != nil {
			return nil, fmt.Errorf("listing the modules in use: %w", err)
		}
		for line := range strings.Lines(string(out)) {
			fields := strings.Fields(line)
			if len(fields) != 3 || slices.ContainsFunc(found, func(l license) bool { return l.name == fields[0] }) {
				continue
			}
			text, err := licenseIn(fields[2])
			if err != nil {
				return nil, err
			}
			found = append(found, license{fields[0], fields[1], text})
		}
	}
	slices.SortFunc(found, func(a, b license) int { return cmp.Compare(a.name, b.name) })
	return found, nil
}

// npmLicenses lists what package-lock.json has for more than development.
func npmLicenses(web string) ([]license, error) {
	text, err := os.ReadFile(filepath.Join(web, "package-lock.json"))
	if err != nil {
		return nil, err
	}
	var lock struct {
		Packages map[string]struct {
			Version, License string
			Dev              bool
		}
	}
	if err := json.Unmarshal(text, &lock); err != nil {
		return nil, fmt.Errorf("reading package-lock.json: %w", err)
	}
	var found []license
	for path, p := range lock.Packages {
		if path == "" || p.Dev {
			continue
		}
		_, name, _ := strings.Cut(path, "node_modules/")
		terms, err := licenseIn(filepath.Join(web, filepath.FromSlash(path)))
		if errors.Is(err, errNoLicense) && p.License != "" {
			terms, err = p.License+", as its package.json says; the package holds no text of it.", nil
		}
		if err != nil {
			return nil, err
		}
		found = append(found, license{name, p.Version, terms})
	}
	slices.SortFunc(found, func(a, b license) int { return cmp.Compare(a.name, b.name) })
	return found, nil
}

var errNoLicense = errors.New("there is no licence")

// licenseIn reads all that a folder has of terms.
func licenseIn(dir string) (string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return "", fmt.Errorf("looking for a licence: %w", err)
	}
	var texts []string
	for _, e := range entries {
		if !licenseFile.MatchString(e.Name()) || e.IsDir() {
			continue
		}
		text, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			return "", fmt.Errorf("reading a licence: %w", err)
		}
		texts = append(texts, string(text))
	}
	if len(texts) == 0 {
		return "", fmt.Errorf("%w in %s", errNoLicense, filepath.Base(dir))
	}
	return strings.Join(texts, "\n\n"), nil
}
