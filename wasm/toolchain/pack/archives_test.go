//go:build !js

package pack

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"
)

func section(name, text string) string {
	s := fmt.Sprintf("%-16s%-12d%-6d%-6d%-8o%-10d`\n%s", name, 0, 0, 0, 0o644, len(text), text)
	if len(text)%2 == 1 {
		s += "\n"
	}
	return s
}

func TestSplit(t *testing.T) {
	definition, object, assembly := section("__.PKGDEF", "names"), section("_go_.o", "code"), section("asm_wasm.o", "more")
	export, link, err := split([]byte(archiveMagic + definition + object + assembly))
	if err != nil {
		t.Fatal(err)
	}
	if string(export) != archiveMagic+definition || string(link) != archiveMagic+object+assembly {
		t.Errorf("got %q and %q", export, link)
	}
}

func TestSplitRefuses(t *testing.T) {
	whole := archiveMagic + section("__.PKGDEF", "names")
	for _, text := range []string{"", "!<arch", "PK\x03\x04", whole[:30], whole[:len(whole)-3], strings.Replace(whole, "5 ", "x ", 1), strings.Replace(whole, "5 ", "-5", 1)} {
		if _, _, err := split([]byte(text)); err == nil {
			t.Errorf("%q passes for an archive", text)
		}
	}
}

func FuzzSplit(f *testing.F) {
	f.Add([]byte(archiveMagic + section("__.PKGDEF", "names") + section("_go_.o", "code")))
	f.Fuzz(func(t *testing.T, text []byte) {
		export, link, err := split(text)
		if err == nil && len(export)+len(link) != len(text)+len(archiveMagic) {
			t.Errorf("%d and %d bytes of %d", len(export), len(link), len(text))
		}
	})
}

func TestExportedNames(t *testing.T) {
	m := &maker{Builder: Builder{Root: "../../.."}}
	output, err := m.goCommand(t.Context(), "list", "-export", "-json=ImportPath,Export", "errors")
	if err != nil {
		t.Fatal(err)
	}
	var c compiled
	if err := json.Unmarshal(output, &c); err != nil {
		t.Fatal(err)
	}
	archive, err := os.ReadFile(c.Export)
	if err != nil {
		t.Fatal(err)
	}
	export, _, err := split(archive)
	if err != nil {
		t.Fatal(err)
	}
	text, err := exportedNames([]string{"errors"}, map[string][]byte{"errors": export})
	if err != nil {
		t.Fatal(err)
	}
	var list []Names
	if err := json.Unmarshal(text, &list); err != nil || len(list) != 1 || list[0].Name != "errors" || !strings.Contains(strings.Join(list[0].Exports, " "), "Is Join New") {
		t.Errorf("got %s, %v", text, err)
	}
	if _, err := exportedNames([]string{"fmt"}, nil); err == nil || !strings.Contains(err.Error(), "fmt") {
		t.Errorf("names of a package that is not there: %v", err)
	}
}

func TestImportable(t *testing.T) {
	ours := &struct{ Main bool }{true}
	for _, test := range []struct {
		p    compiled
		want bool
	}{
		{compiled{ImportPath: "fmt", Standard: true, Name: "fmt"}, true},
		{compiled{ImportPath: "internal/abi", Standard: true, Name: "abi"}, false},
		{compiled{ImportPath: "vendor/golang.org/x/text", Standard: true, Name: "text"}, false},
		{compiled{ImportPath: "example.com/x/wasm/lesson", Name: "lesson", Module: ours}, true},
		{compiled{ImportPath: "example.com/x/wasm/proc/internal/wire", Name: "wire", Module: ours}, false},
		{compiled{ImportPath: "golang.org/x/text", Name: "text", Module: &struct{ Main bool }{}}, false},
	} {
		if got := test.p.importable(); got != test.want {
			t.Errorf("%s importable: %v, want %v", test.p.ImportPath, got, test.want)
		}
	}
}
