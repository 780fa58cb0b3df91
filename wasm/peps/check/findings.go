package check

import (
	"encoding/json"
	"io"

	"github.com/ahiru-dev/ahiru/wasm/peps"
)

// Findings is the content of /peps/findings.json: what a check of the shipped
// corpus found.
type Findings struct {
	Commit   peps.Optional `json:"commit"`
	Date     peps.Optional `json:"date"`
	Findings []Finding     `json:"findings"`
}

// Encode writes the findings as JSON, readable line by line.
func (f Findings) Encode(w io.Writer) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	return e.Encode(f)
}
