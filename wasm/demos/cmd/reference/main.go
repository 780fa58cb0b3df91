// Command reference runs the Python of every lesson with each CPython of this machine and writes down beside it what
// was printed, with version, machine and date:
//
//	go run ./wasm/demos/cmd/reference [python ...]
//
// It looks for python3 and python3.N; further interpreters can be named. It is run from the root of the repository.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"

	"github.com/ahiru-dev/ahiru/wasm/demos"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := record(ctx, filepath.Join("wasm", "demos"), os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "reference:", err)
		os.Exit(1)
	}
}

func record(ctx context.Context, dir string, named []string) error {
	lessons := demos.List(os.DirFS(dir))
	if len(lessons) == 0 {
		return fmt.Errorf("there is no lesson in %s: run this from the root of the repository", dir)
	}
	pythons := findPythons(ctx, named)
	if len(pythons) == 0 {
		return fmt.Errorf("there is no CPython 3 on the PATH: nothing was recorded")
	}
	for _, lesson := range lessons {
		folder := filepath.Join(dir, lesson)
		fmt.Println(lesson)
		var runs []run
		for _, p := range pythons {
			fmt.Println("  CPython", p.version)
			r, err := p.run(ctx, folder)
			if err != nil {
				return fmt.Errorf("lesson %s: %w", lesson, err)
			}
			runs = append(runs, r)
		}
		if err := write(filepath.Join(folder, "reference.json"), runs); err != nil {
			return fmt.Errorf("lesson %s: %w", lesson, err)
		}
	}
	return nil
}
