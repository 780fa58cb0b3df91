// Page runs the cases of package shm in the page, where the tests of a browser read its lines.
package main

import (
	"github.com/ahiru-dev/ahiru/wasm/proc"
	"github.com/ahiru-dev/ahiru/wasm/proc/cases"
	"github.com/ahiru-dev/ahiru/wasm/shm/shmtest"
)

func main() {
	proc.Main()
	cases.Main(shmtest.Cases())
}
