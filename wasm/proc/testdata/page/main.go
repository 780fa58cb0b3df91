// Page runs the cases of package proc in the page, where the tests of a browser read its lines.
package main

import (
	"github.com/ahiru-dev/ahiru/wasm/proc"
	"github.com/ahiru-dev/ahiru/wasm/proc/cases"
	"github.com/ahiru-dev/ahiru/wasm/proc/proctest"
)

func main() {
	proc.Main()
	cases.Main(proctest.Cases())
}
