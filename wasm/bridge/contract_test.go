package bridge

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// TestContractIsTheSameOnBothSides holds the words at the head of doc.go
// against those at the head of the page's side.
func TestContractIsTheSameOnBothSides(t *testing.T) {
	here := contract(t, "doc.go")
	there := contract(t, "../../web/src/machine/engine.ts")
	if here != there {
		t.Errorf("the contract differs.\nGo:\n%s\n\npage:\n%s", here, there)
	}
}

var passage = regexp.MustCompile(`(?s)CONTRACT\n(.*?)\n[^\n]*END\n`)

// contract gives the passage between CONTRACT and END without the comment
// signs and indentation of either language.
func contract(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	found := passage.FindSubmatch(text)
	if found == nil {
		t.Fatalf("%s holds no passage from CONTRACT to END", path)
	}
	lines := strings.Split(string(found[1]), "\n")
	for i, line := range lines {
		lines[i] = strings.Trim(line, "/* \t")
	}
	return strings.Join(lines, "\n")
}
