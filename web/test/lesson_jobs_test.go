package test

import "testing"

func init() { lessonPrograms["jobs-cases"] = "../../wasm/jobs/testdata/page" }

// TestJobCases runs what package jobs promises in both worlds.
func TestJobCases(t *testing.T) {
	page := machinePage(t, true)
	got := runProgram(t, page, runRequest{Wasm: "jobs-cases", Limits: patient}, "")
	t.Log(got.Stdout)
	casesPass(t, got)
	nextRunIsClean(t, page)
}
