package test

import (
	"encoding/json"
	"testing"
)

func init() { lessonPrograms["asyncio-cases"] = "../../wasm/asyncio/testdata/page" }

// TestEventLoopCases runs what package asyncio promises in both worlds, where memory is shared and where it is not, and
// without pools on a slowed and on a virtual clock.
func TestEventLoopCases(t *testing.T) {
	for _, isolated := range []bool{false, true} {
		page := machinePage(t, isolated)
		got := runProgram(t, page, runRequest{Wasm: "asyncio-cases"}, "")
		t.Log(got.Stdout)
		casesPass(t, got)
		nextRunIsClean(t, page)
	}
	page := machinePage(t, true)
	for _, clock := range []any{0.5, "virtual"} {
		request, err := json.Marshal(timedRequest{runRequest{Wasm: "asyncio-cases", Args: []string{"-skip=pools/"}}, clock, ""})
		if err != nil {
			t.Fatal(err)
		}
		casesPass(t, eval[programRun](t, page, "run("+string(request)+")"))
	}
}
