package test

import (
	"strings"
	"testing"
)

func init() { lessonPrograms["gil-cases"] = "../../wasm/gil/testdata/page" }

// TestInterpreterLockCases runs what package gil promises in both worlds; where memory cannot be shared, that it says so.
func TestInterpreterLockCases(t *testing.T) {
	for _, isolated := range []bool{false, true} {
		page := machinePage(t, isolated)
		got := runProgram(t, page, runRequest{Wasm: "gil-cases"}, "")
		t.Log(got.Stdout)
		if strings.Contains(got.Stdout, "absent/") == isolated {
			t.Errorf("isolated %v, and these cases ran:\n%s", isolated, got.Stdout)
		}
		casesPass(t, got)
		nextRunIsClean(t, page)
	}
}
