//go:build !js

package pack

import (
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

func goroot(t *testing.T) string {
	t.Helper()
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(string(root))
}

// TestOverlayOfThisRelease fails when a Go release has moved what is edited; the packs are then larger and slower than
// they should be until the editors are brought up to date.
func TestOverlayOfThisRelease(t *testing.T) {
	root := goroot(t)
	files, err := overlay(root, ladder[0].editors)
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]struct{ has, hasNot []string }{
		"cmd/compile/main.go":                {[]string{"wasm.Init", ParkFile}, []string{"amd64", "riscv64", "s390x"}},
		"cmd/compile/internal/ssa/config.go": {[]string{"rewriteValueWasm", "not implemented"}, []string{"rewriteValueAMD64", "rewriteValueMIPS"}},
		"cmd/compile/internal/ssa/opGen.go":  {[]string{"registersWasm", "wasm.AI64Add", "OpAMD64ADDSS\n", "\"Add8\""}, []string{"x86.AADDSS", "arm64.REG", "registersAMD64"}},
		"cmd/compile/internal/gc/util.go":    {[]string{"func startProfile() {}"}, []string{"runtime/pprof", "tracepkg"}},
		"cmd/link/internal/ld/elf.go":        {[]string{"func asmbElf(ctxt *Link) {}", ") doelf() {}"}, nil},
		"cmd/link/internal/wasm/asm.go":      {[]string{"if !*ld.FlagS {\n\t\t\tname = nameRegexp", "wfn.Grow("}, []string{"name := nameRegexp"}},
		"cmd/link/internal/ld/outbuf.go":     {[]string{ourGrowth}, []string{itsGrowth}},
		"cmd/link/main.go":                   {[]string{"wasm.Init", "unknown architecture"}, []string{"arm64.Init", "cmd/link/internal/arm\""}},
		"cmd/link/internal/ld/lib.go":        {[]string{"i := ahiruLoadAhead(ctxt)", "func ahiruLoadAhead"}, []string{"i := 0\n\tfor ; i < len(ctxt.Library)", "loadelf.Load"}},
	} {
		text, edited := files[filepath.Join(root, "src", filepath.FromSlash(name))]
		if !edited {
			t.Errorf("%s was not edited", name)
		}
		for _, part := range want.has {
			if !strings.Contains(string(text), part) {
				t.Errorf("%s, edited, has no %q", name, part)
			}
		}
		for _, part := range want.hasNot {
			if strings.Contains(string(text), part) {
				t.Errorf("%s, edited, still has %q", name, part)
			}
		}
	}
}

func TestEditorsNameThePlaceThatMoved(t *testing.T) {
	for name, test := range map[string]struct {
		edit       func(*source) error
		text, want string
	}{
		"no table":       {trimTable, "package main\n\nvar inits = []int{}\n", "its table of back ends has 0 entries for wasm and 0 others"},
		"no wasm":        {trimTable, "package main\n\nvar inits = map[string]int{\n\t\"arm\": 1,\n}\n", "0 entries for wasm and 1 others"},
		"no function":    {func(s *source) error { return trimSwitch(s, "NewConfig") }, "package ssa\n", "it has no function NewConfig"},
		"no switch":      {func(s *source) error { return trimSwitch(s, "main") }, "package main\n\nfunc main() {}\n", "the switch of main has 0 cases"},
		"no operations":  {trimOperations, "package ssa\n", "it has no table opcodeTable with an entry for each of 0 operations"},
		"fewer entries":  {trimOperations, "package ssa\n\nconst (\n\tOpInvalid Op = iota\n\tOpA\n)\n\nvar opcodeTable = [...]opInfo{{}}\n", "an entry for each of 2 operations"},
		"all generic":    {trimOperations, "package ssa\n\nconst (\n\tOpInvalid Op = iota\n\tOpA\n)\n\nvar opcodeTable = [...]opInfo{{}, {generic: true}}\n", "opcodeTable has 0 entries of wasm and 0 of others"},
		"no registers":   {trimOperations, "package ssa\n\nconst (\n\tOpInvalid Op = iota\n\tOpArmA\n\tOpWasmA\n)\n\nvar opcodeTable = [...]opInfo{{}, {}, {}}\n", "it has 0 tables of registers for wasm and 0 others"},
		"a result":       {empty("f"), "package gc\n\nfunc f() int { return 1 }\n", "f gives a result"},
		"not there":      {empty("f"), "package gc\n", "it has no function f"},
		"no formats":     {emptyLoaders, "package ld\n\nfunc ldobj() {}\n", "ldobj has no functions that read other formats"},
		"no name":        {skipNames, "package wasm\n\nfunc asmb2() {}\n", "asmb2 does not make the name of a function by a call"},
		"no code":        {reserveCode, "package wasm\n\nfunc asmb2() {}\n", "asmb2 does not write the code of a function by"},
		"other growth":   {growOutput, "package ld\n\nfunc writeLoc() {}\n", "writeLoc does not grow by out.heap = append"},
		"no os":          {parkCompiler, "package main\n\nfunc main() {}\n", "it does not import os"},
		"no loadlib":     {loadAhead, "package ld\n", "it has no function loadlib"},
		"another loop":   {loadAhead, linker("for i, lib := range ctxt.Library {\n\t}"), "loadlib does not begin its loop over ctxt.Library at i := 0"},
		"no loadobjfile": {loadAhead, linker("i := 0\n\tfor ; i < len(ctxt.Library); i++ {\n\t}"), "it has no function loadobjfile"},
	} {
		t.Run(name, func(t *testing.T) {
			s, err := parse("cmd/some/file.go", []byte(test.text))
			if err != nil {
				t.Fatal(err)
			}
			err = test.edit(s)
			if err == nil || !strings.Contains(err.Error(), test.want) || !strings.HasPrefix(err.Error(), "cmd/some/file.go of this Go release has changed: ") {
				t.Errorf("got %v, want the file's name and %q", err, test.want)
			}
		})
	}
}

func linker(body string) string {
	return "package ld\n\nimport (\n\t\"os\"\n\t\"strings\"\n\t\"cmd/internal/goobj\"\n)\n\nfunc (ctxt *Link) loadlib() {\n\t" + body + "\n}\n"
}

func TestEditsTakeUnusedImportsAway(t *testing.T) {
	s, err := parse("main.go", []byte("package main\n\nimport (\n\t\"cmd/a\"\n\t\"cmd/b\" // ours\n\t\"os\"\n)\n\nvar table = map[string]any{\n\t\"arm\":  a.Init,\n\t\"wasm\": b.Init,\n}\n\nfunc main() { os.Exit(0) }\n"))
	if err != nil {
		t.Fatal(err)
	}
	if err := trimTable(s); err != nil {
		t.Fatal(err)
	}
	got, err := s.done()
	want := "package main\n\nimport (\n\t\"cmd/b\" // ours\n\t\"os\"\n)\n\nvar table = map[string]any{\n\t\"wasm\": b.Init,\n}\n\nfunc main() { os.Exit(0) }\n"
	if err != nil || string(got) != want {
		t.Errorf("got %v\n%s", err, got)
	}
}

func TestOverlayOfNoRelease(t *testing.T) {
	if _, err := overlay(t.TempDir(), trims); err == nil || !strings.Contains(err.Error(), "cmd/compile/main.go of this Go release cannot be read") {
		t.Errorf("got %v", err)
	}
}
