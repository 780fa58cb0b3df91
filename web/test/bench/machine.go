package main

import (
	"fmt"
	"os"
	"runtime"
	"strings"

	"github.com/ahiru-dev/ahiru/web/test/browser"
)

// load is what else this machine has to do, as far as the system tells it.
func load() string {
	text, err := os.ReadFile("/proc/loadavg")
	if err != nil {
		return fmt.Sprintf("%d cores", runtime.NumCPU())
	}
	return fmt.Sprintf("load %s on %d cores", strings.Fields(string(text))[0], runtime.NumCPU())
}

// renderer is what draws WebGL in a page that has the map's rivals.
func renderer(page *browser.Page) (name string, err error) {
	err = page.Eval(`rivals.renderer()`, &name)
	return name, err
}
