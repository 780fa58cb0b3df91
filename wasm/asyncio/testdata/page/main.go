// Page runs the cases of package asyncio in the page, where the tests of a browser read its lines.
package main

import (
	"github.com/ahiru-dev/ahiru/wasm/asyncio/asynciotest"
	"github.com/ahiru-dev/ahiru/wasm/proc"
	"github.com/ahiru-dev/ahiru/wasm/proc/cases"
)

func main() {
	proc.Main()
	cases.Main(asynciotest.Cases())
}
