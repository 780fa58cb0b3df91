package main

import (
	"bytes"
	"encoding/json"
	"os"
)

// A run is what one CPython printed, and where.
type run struct {
	Python  string `json:"python"`
	Machine string `json:"machine"`
	Date    string `json:"date"`
	Stdout  string `json:"stdout"`
}

// A reference is reference.json: the first CPython's run, and what others of the machine printed.
type reference struct {
	run
	Others []run `json:"others,omitempty"`
}

// write replaces the file name with the runs, of which there is one at least.
func write(name string, runs []run) error {
	var text bytes.Buffer
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(reference{runs[0], runs[1:]}); err != nil {
		return err
	}
	return os.WriteFile(name, text.Bytes(), 0o644)
}
