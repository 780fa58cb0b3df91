package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os/exec"
)

// node runs Node, which a build needs anyway, and gives what it prints.
func node(ctx context.Context, input io.Reader, args ...string) ([]byte, error) {
	cmd := exec.CommandContext(ctx, "node", args...)
	var stdout, stderr bytes.Buffer
	cmd.Stdin, cmd.Stdout, cmd.Stderr = input, &stdout, &stderr
	if err := cmd.Run(); err != nil {
		return nil, fmt.Errorf("running Node: %w\n%s", err, bytes.TrimSpace(stderr.Bytes()))
	}
	return stdout.Bytes(), nil
}
