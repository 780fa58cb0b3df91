package toolchain

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Build builds p and leaves the WebAssembly module in the file out, which it replaces only when all went well. The
// same program, release and libraries give the same bytes. A fault of the program is a *[CompileError].
func Build(ctx context.Context, p Program, out string) (Result, error) {
	program := p.files()
	choose := Select
	if p.Test {
		choose = SelectTests
	}
	sources, err := choose(program)
	if err != nil {
		return Result{}, err
	}
	r, err := findRelease(ctx, p.Dir)
	if err != nil {
		return Result{}, err
	}
	beside, err := os.MkdirTemp("", "ahiru-beside-")
	if err != nil {
		return Result{}, fmt.Errorf("making a folder for what is linked in: %w", err)
	}
	defer os.RemoveAll(beside)
	index, err := r.index(ctx, sources, beside)
	if err != nil {
		return Result{}, err
	}
	plan, err := sources.Plan(index)
	if err != nil {
		return Result{}, err
	}
	dir, err := os.MkdirTemp("", "ahiru-build-")
	if err != nil {
		return Result{}, fmt.Errorf("making a folder to build in: %w", err)
	}
	defer os.RemoveAll(dir)
	if err := plan.carryOut(ctx, r, program, dir); err != nil {
		return Result{}, err
	}
	size, err := place(filepath.Join(dir, ModuleFile), out)
	return Result{Bytes: size, Packages: plan.Packages, Go: r.GOVERSION}, err
}

// index lists the packages that a build of these sources needs; those that have no archive yet get one in dir.
func (r release) index(ctx context.Context, sources Sources, dir string) (Index, error) {
	asked := append(sources.Roots(), standInImports...)
	for _, f := range sources.Folders {
		asked = append(asked, f.Path) // which ought not to be there
	}
	index, err := r.list(ctx, asked)
	if err != nil {
		return nil, err
	}
	index[StandIn], err = r.compileStandIn(ctx, dir, index.archive)
	return index, err
}

func (p Program) files() fs.FS {
	if len(p.Files) > 0 {
		return Memory(p.Files)
	}
	if p.Dir == "" {
		return os.DirFS(".")
	}
	return os.DirFS(p.Dir)
}

func (p Plan) carryOut(ctx context.Context, r release, program fs.FS, dir string) error {
	dir, err := filepath.EvalSymlinks(dir) // the compiler trims the folder by its real name
	if err != nil {
		return fmt.Errorf("finding the folder to build in: %w", err)
	}
	if err := p.write(program, dir); err != nil {
		return fmt.Errorf("laying out the program: %w", err)
	}
	for _, step := range p.Steps(dir, r.language()) {
		if err := r.tool(ctx, step.Tool, dir, step.Args); err != nil {
			return err
		}
	}
	return nil
}

func (p Plan) write(program fs.FS, dir string) error {
	files := map[string][]byte{}
	for name, text := range p.Files {
		files[name] = []byte(text)
	}
	for _, name := range p.sources.needed() {
		text, err := fs.ReadFile(program, name)
		if err != nil {
			return err
		}
		files[name] = text
	}
	for name, text := range files {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			return err
		}
		if err := os.WriteFile(name, text, 0o666); err != nil {
			return err
		}
	}
	return nil
}

// place moves the module to out by way of a neighbour, so that nobody meets half a file.
func place(module, out string) (int64, error) {
	text, err := os.ReadFile(module)
	if err != nil {
		return 0, fmt.Errorf("reading the finished module: %w", err)
	}
	half, err := os.CreateTemp(filepath.Dir(out), ".half-*.wasm")
	if err != nil {
		return 0, fmt.Errorf("writing the module: %w", err)
	}
	defer os.Remove(half.Name())
	_, err = half.Write(text)
	if closed := half.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Chmod(half.Name(), 0o644)
	}
	if err == nil {
		err = os.Rename(half.Name(), out)
	}
	if err != nil {
		return 0, fmt.Errorf("writing the module: %w", err)
	}
	return int64(len(text)), nil
}
