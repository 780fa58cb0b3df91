package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// installPackages runs npm ci when the lock file is not the one that
// node_modules was made from.
func installPackages(ctx context.Context, c config, say *progress) error {
	web := filepath.Join(c.root, "web")
	lock, err := os.ReadFile(filepath.Join(web, "package-lock.json"))
	if err != nil {
		return fmt.Errorf("reading the web packages' lock file: %w", err)
	}
	mark := filepath.Join(web, "node_modules", ".ahiru-lock")
	want := key(lock)
	if have, err := os.ReadFile(mark); err == nil && string(have) == want {
		return nil
	}
	say.step("installing the web packages (npm ci)")
	cmd := exec.CommandContext(ctx, "npm", "ci", "--no-audit", "--no-fund", "--loglevel=error")
	cmd.Dir, cmd.Stdout, cmd.Stderr = web, os.Stderr, os.Stderr
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("npm ci in web/ failed (is the npm registry within reach?): %w", err)
	}
	return os.WriteFile(mark, []byte(want), 0o644)
}
