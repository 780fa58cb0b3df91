package main

import (
	"encoding/base64"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"

	"github.com/ahiru-dev/ahiru/wasm/toolchain"
)

// jobsProgram measures package jobs by itself, natively and in the page alike.
var jobsProgram = filepath.Join("wasm", "jobs", "testdata", "bench")

// What it calls its figures.
var jobsFigures = []struct{ label, unit string }{
	{"jobs a second", "/s"}, {"jobs a second, handed over by the hundred", "/s"}, {"from submit to start", "ms"}, {"from a worker's death to the next start", "ms"},
}

// jobs measures a queue of jobs with two workers: in the page, and on this machine right after it.
func (b *bench) jobs() error {
	dir, err := os.MkdirTemp("", "ahiru-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	wasm := filepath.Join(dir, "bench.wasm")
	if _, err := toolchain.Build(b.session, toolchain.Program{Dir: jobsProgram}, wasm); err != nil {
		return err
	}
	bytes, err := os.ReadFile(wasm)
	if err != nil {
		return err
	}
	page, end, err := b.scripted("test/bench/program.ts")
	if err != nil {
		return err
	}
	defer end()
	var inPage string
	err = page.Eval(fmt.Sprintf("runProgram(%q)", base64.StdEncoding.EncodeToString(bytes)), &inPage)
	if err != nil {
		return fmt.Errorf("jobs in the page: %w", err)
	}
	native, err := exec.CommandContext(b.session, "go", "run", "./"+jobsProgram).Output()
	if err != nil {
		return fmt.Errorf("jobs natively: %w", err)
	}
	here, there := readFigures(inPage), readFigures(string(native))
	for _, f := range jobsFigures {
		b.add("jobs, two workers: "+f.label, here[f.label], 0, f.unit)
		b.add("  natively", there[f.label], 0, f.unit)
	}
	return nil
}
