package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"github.com/ahiru-dev/ahiru/web/test/browser"
)

// figures are what a run of a lesson has measured, by label.
type figures map[string]float64

var figureLine = regexp.MustCompile(`(?m)^([^:\n]+): (-?[0-9.]+(?:e[-+]?[0-9]+)?)(?: \S+)?$`)

// readFigures finds the figures in what a lesson printed.
func readFigures(stdout string) figures {
	all := figures{}
	for _, line := range figureLine.FindAllStringSubmatch(stdout, -1) {
		if value, err := strconv.ParseFloat(line[2], 64); err == nil {
			all[line[1]] = value
		}
	}
	return all
}

// A place runs a lesson with the values of its flags.
type place func(flags map[string]string) (figures, error)

// inPage opens a lesson's page and presses Run there, each time with other flags.
func (b *bench) inPage(lesson string) (place, func(), error) {
	page, end, err := b.open("/demos/"+lesson+"/", "ahiru-demo")
	if err != nil {
		return nil, nil, fmt.Errorf("lesson %s: %w", lesson, err)
	}
	return func(flags map[string]string) (figures, error) { return press(page, lesson, flags) }, end, nil
}

func press(page *browser.Page, lesson string, flags map[string]string) (figures, error) {
	params, err := json.Marshal(flags)
	if err != nil {
		return nil, err
	}
	var got struct {
		ExitCode       int
		Stdout, Stderr string
	}
	script := fmt.Sprintf(`(async () => {
		const demo = document.querySelector("ahiru-demo");
		demo.params = %s;
		return demo.run();
	})()`, params)
	if err := page.Eval(script, &got); err != nil {
		return nil, fmt.Errorf("lesson %s: %w", lesson, err)
	}
	if got.ExitCode != 0 {
		return nil, fmt.Errorf("lesson %s ended with status %d: %s", lesson, got.ExitCode, got.Stderr)
	}
	return readFigures(got.Stdout), nil
}

// natively builds the lesson for this machine; the function it returns besides
// the place removes the binary.
func (b *bench) natively(lesson string) (place, func(), error) {
	folder, err := os.MkdirTemp("", "ahiru-bench-")
	if err != nil {
		return nil, nil, err
	}
	end := func() { os.RemoveAll(folder) }
	binary := filepath.Join(folder, lesson)
	build := exec.CommandContext(b.session, "go", "build", "-o", binary, "./wasm/demos/"+lesson)
	if out, err := build.CombinedOutput(); err != nil {
		end()
		return nil, nil, fmt.Errorf("building lesson %s: %w\n%s", lesson, err, out)
	}
	return b.command(binary), end, nil
}

// inPython runs the Python that a lesson answers; nil where there is no CPython.
func (b *bench) inPython(lesson string) place {
	python, err := exec.LookPath("python3")
	if err != nil {
		return nil
	}
	return b.command(python, filepath.Join("wasm", "demos", lesson, "main.py"))
}

func (b *bench) command(name string, before ...string) place {
	return func(flags map[string]string) (figures, error) {
		args := before
		for flag, value := range flags {
			args = append(args[:len(args):len(args)], "-"+flag, value)
		}
		cmd := exec.CommandContext(context.WithoutCancel(b.session), name, args...)
		out, err := cmd.Output()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", strings.Join(cmd.Args, " "), err)
		}
		return readFigures(string(out)), nil
	}
}
