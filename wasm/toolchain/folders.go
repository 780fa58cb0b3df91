package toolchain

import (
	"errors"
	"fmt"
	"go/build"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// A Folder is a package in a folder of the program, which other packages of it import by the module's path and the
// folder's.
type Folder struct {
	Path    string   // import path
	Dir     string   // within the program
	Files   []string // Go files, with the folder
	Imports []Import // in the order of their places
	Embeds  []Embed  // files without the folder
	at      Import   // what asked for it
}

// addFolders finds the folders that the program imports, each after those that it imports itself.
func (s *Sources) addFolders(program fs.FS, rules *build.Context) error {
	f := folders{program: program, rules: rules, own: s.Own, begun: map[string]bool{}}
	err := f.visit(s.Own, s.Imports)
	s.Folders = f.found
	return err
}

// folders is a search for folders.
type folders struct {
	program fs.FS
	rules   *build.Context
	own     string // the module's path
	begun   map[string]bool
	found   []Folder
}

func (f *folders) visit(importer string, imports []Import) error {
	for _, i := range imports {
		dir, inside := strings.CutPrefix(i.Path, f.own+"/")
		if !inside || !fs.ValidPath(dir) || !f.rules.IsDir(dir) {
			continue
		}
		switch {
		case !visible(i.Path, importer):
			return refuse(at(i.At, fmt.Sprintf("import %q: use of internal package not allowed", i.Path)))
		case f.done(i.Path):
			continue
		case f.begun[i.Path]:
			return refuse(at(i.At, fmt.Sprintf("import %q: import cycle not allowed", i.Path)))
		}
		f.begun[i.Path] = true
		folder, err := f.read(i, dir)
		if err != nil {
			return err
		}
		if err := f.visit(i.Path, folder.Imports); err != nil {
			return err
		}
		f.found = append(f.found, folder)
	}
	return nil
}

func (f *folders) done(path string) bool {
	return slices.ContainsFunc(f.found, func(each Folder) bool { return each.Path == path })
}

// visible says whether a package may import another: what is below a folder "internal" is for that folder's neighbours.
func visible(imported, importer string) bool {
	elements := strings.Split(imported, "/")
	for n := len(elements) - 1; n > 0; n-- {
		if parent := strings.Join(elements[:n], "/"); elements[n] == "internal" {
			return importer == parent || strings.HasPrefix(importer, parent+"/")
		}
	}
	return true
}

func (f *folders) read(i Import, dir string) (Folder, error) {
	found, err := f.rules.ImportDir(dir, 0)
	var none *build.NoGoError
	switch {
	case errors.As(err, &none):
		return Folder{}, refuse(at(i.At, fmt.Sprintf("import %q: folder %s has no Go file that can be built for js/wasm", i.Path, dir)))
	case err != nil:
		return Folder{}, selectError(dir, err)
	case found.Name == "main":
		return Folder{}, refuse(at(i.At, fmt.Sprintf("import %q is a program, not an importable package", i.Path)))
	}
	if err := unfit(f.program, f.rules, found); err != nil {
		return Folder{}, err
	}
	folder := Folder{Path: i.Path, Dir: dir, Imports: inOrder(found.ImportPos), at: i}
	for _, name := range found.GoFiles {
		folder.Files = append(folder.Files, path.Join(dir, name))
	}
	below, err := fs.Sub(f.program, dir)
	if err == nil {
		folder.Embeds, err = findEmbeds(below, found.EmbedPatternPos)
	}
	return folder, err
}

// imports lists what the program's packages import of others.
func (s Sources) imports() []Import {
	all := slices.Clone(s.Imports)
	for _, f := range s.Folders {
		all = append(all, f.Imports...)
	}
	return slices.DeleteFunc(all, func(i Import) bool {
		return slices.ContainsFunc(s.Folders, func(f Folder) bool { return f.Path == i.Path })
	})
}

// checkFolders refuses a folder whose path is another package's.
func (s Sources) checkFolders(index Index) []Diagnostic {
	var faults []Diagnostic
	for _, f := range s.Folders {
		if _, taken := index[f.Path]; taken || f.Path == testedPath || f.Path == outsidePath {
			faults = append(faults, at(f.at.At, fmt.Sprintf("import %q: a package of this name is there already: give go.mod another module path", f.Path)))
		}
	}
	return faults
}

// folderArchive and folderEmbeds name the files of the nth folder's build.
func folderArchive(n int) string { return fmt.Sprintf("ahiru_folder%d.a", n) }
func folderEmbeds(n int) string  { return fmt.Sprintf("ahiru_embed%d.json", n) }

// addFolders makes the folders part of the plan.
func (p *Plan) addFolders() error {
	for n, f := range p.sources.Folders {
		p.addPackage(f.Path, folderArchive(n))
		if err := p.addEmbeds(folderEmbeds(n), f.Dir, f.Embeds); err != nil {
			return err
		}
	}
	return nil
}

// folderSteps compiles the folders, each after those that it imports.
func (p Plan) folderSteps(dir, language string) []Step {
	var steps []Step
	for n, f := range p.sources.Folders {
		args := p.compile(dir, language, f.Path, folderArchive(n), folderEmbeds(n))
		steps = append(steps, Step{"compile", append(args, arguments(f.Files)...), p.exports, folderArchive(n)})
	}
	return steps
}
