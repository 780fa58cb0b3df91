package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"

	"github.com/ahiru-dev/ahiru/wasm/toolchain/pack"
)

// addEngines builds wasm/cmd/*: our own Go that runs in the page.
func addEngines(ctx context.Context, s *site, say *progress) error {
	mains, err := filepath.Glob(filepath.Join(s.root, "wasm", "cmd", "*", "main.go"))
	if err != nil {
		return err
	}
	for _, main := range mains {
		name := filepath.Base(filepath.Dir(main))
		if name == pack.PlannerName {
			continue // it is fetched with the compiler, as a part of its pack
		}
		say.step("building wasm/cmd/%s", name)
		wasm, err := buildEngine(ctx, s.root, name)
		if err != nil {
			return err
		}
		s.engines[name] = s.addHashed(name+".wasm", wasm)
	}
	return nil
}

// buildEngine uses the go command: these are no lessons and need no companion.
func buildEngine(ctx context.Context, root, name string) ([]byte, error) {
	dir, err := os.MkdirTemp("", "ahiru-engine-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	out := filepath.Join(dir, name+".wasm")
	cmd := exec.CommandContext(ctx, "go", "build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w", "-o", out, "./wasm/cmd/"+name)
	cmd.Dir = root
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	if text, err := cmd.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("building wasm/cmd/%s: %w\n%s", name, err, text)
	}
	return os.ReadFile(out)
}
