// Page runs the cases of package jobs in the page, where the tests of a browser read its lines.
package main

import (
	"github.com/ahiru-dev/ahiru/wasm/jobs/jobstest"
	"github.com/ahiru-dev/ahiru/wasm/proc"
	"github.com/ahiru-dev/ahiru/wasm/proc/cases"
)

func main() {
	proc.Main()
	cases.Main(jobstest.Cases())
}
