package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net/url"
	"os/exec"
	"strings"
)

// A release is the Go that builds the site.
type release struct {
	Root    string `json:"GOROOT"`
	Version string `json:"GOVERSION"`
}

func goRelease(ctx context.Context) (release, error) {
	var r release
	out, err := exec.CommandContext(ctx, "go", "env", "-json", "GOROOT", "GOVERSION").Output()
	if err != nil {
		return r, fmt.Errorf("asking go for its release: %w", err)
	}
	if err := json.Unmarshal(out, &r); err != nil {
		return r, fmt.Errorf("reading go env: %w", err)
	}
	return r, nil
}

// modulePath reads the module's name from go.mod, the one place it is declared.
func modulePath(ctx context.Context, root string) (string, error) {
	cmd := exec.CommandContext(ctx, "go", "list", "-m")
	cmd.Dir = root
	out, err := cmd.Output()
	if err != nil {
		return "", fmt.Errorf("reading the module path: %w", err)
	}
	return strings.TrimSpace(string(out)), nil
}

// publicAddress checks -site and gives it without a slash at the end.
func publicAddress(address string) (string, error) {
	if address == "" {
		return "", nil
	}
	u, err := url.Parse(address)
	if err != nil || (u.Scheme != "https" && u.Scheme != "http") || u.Host == "" || u.RawQuery != "" || u.Fragment != "" {
		return "", fmt.Errorf("the site's address %q is not of the form https://host/path", address)
	}
	return strings.TrimSuffix(u.String(), "/"), nil
}
