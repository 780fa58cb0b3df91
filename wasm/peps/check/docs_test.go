package check

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/ahiru-dev/ahiru/wasm/peps"
)

// TestDocsTellEveryField: programs read findings.json, so the map's page names
// each field and each rule, in each language.
func TestDocsTellEveryField(t *testing.T) {
	names := append(fields(reflect.TypeFor[Finding]()), fields(reflect.TypeFor[peps.Fault]())...)
	for _, rule := range Rules() {
		names = append(names, string(rule))
	}
	for _, lang := range []string{"en", "ja", "ko"} {
		text, err := os.ReadFile(filepath.Join("..", "..", "..", "docs", lang, "peps.md"))
		if err != nil {
			t.Fatal(err)
		}
		_, section, found := strings.Cut(string(text), "{#data}")
		if !found {
			t.Fatalf("%s: no section {#data}", lang)
		}
		for _, name := range names {
			if !strings.Contains(section, "`"+name+"`") {
				t.Errorf("%s: the section of the data says nothing of %s", lang, name)
			}
		}
	}
}

// fields are the names of a struct's fields in JSON.
func fields(t reflect.Type) (names []string) {
	for i := range t.NumField() {
		name, _, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
		names = append(names, name)
	}
	return names
}
