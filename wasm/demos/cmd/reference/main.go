// Command reference runs the Python of every lesson, and of what *Which should I use?* measures, with each CPython of
// this machine and writes down beside it what was printed, with version, machine and date:
//
//	go run ./wasm/demos/cmd/reference [-only name] [python ...]
//
// It looks for python3 and python3.N; further interpreters can be named. It is run from the root of the repository. What
// the phrasebook's programs print is not recorded: the Go beside them prints the same, and a test sees to it.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"

	"github.com/ahiru-dev/ahiru/wasm/demos"
)

var only = flag.String("only", "", "record this program alone, such as soba or which/measure")

func main() {
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := record(ctx, "wasm", flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "reference:", err)
		os.Exit(1)
	}
}

// programs gives the folders that hold a main.py whose run is recorded, by what they are called.
func programs(dir string) (names []string, folders map[string]string) {
	folders = map[string]string{}
	for _, lesson := range demos.List(os.DirFS(filepath.Join(dir, "demos"))) {
		names = append(names, lesson)
		folders[lesson] = filepath.Join(dir, "demos", lesson)
	}
	measuring, _ := filepath.Glob(filepath.Join(dir, "beside", "which", "*", "main.py"))
	for _, file := range measuring {
		name := "which/" + filepath.Base(filepath.Dir(file))
		names = append(names, name)
		folders[name] = filepath.Dir(file)
	}
	return names, folders
}

func record(ctx context.Context, dir string, named []string) error {
	names, folders := programs(dir)
	if len(names) == 0 {
		return fmt.Errorf("there is no lesson in %s: run this from the root of the repository", dir)
	}
	if folders[*only] != "" {
		names = []string{*only}
	} else if *only != "" {
		return fmt.Errorf("there is no program %s", *only)
	}
	pythons := findPythons(ctx, named)
	if len(pythons) == 0 {
		return fmt.Errorf("there is no CPython 3 on the PATH: nothing was recorded")
	}
	for _, name := range names {
		fmt.Println(name)
		var runs []run
		for _, p := range pythons {
			fmt.Println("  CPython", p.version)
			r, err := p.run(ctx, folders[name])
			if err != nil {
				return fmt.Errorf("program %s: %w", name, err)
			}
			runs = append(runs, r)
		}
		if err := write(filepath.Join(folders[name], "reference.json"), runs); err != nil {
			return fmt.Errorf("program %s: %w", name, err)
		}
	}
	return nil
}
