package peps

import "testing"

func TestHome(t *testing.T) {
	tests := []struct {
		paths []string
		want  place
	}{
		{nil, place{"", ""}},
		{[]string{"pep-0001.txt", "tests/peps/pep-9000.rst", "tests/peps/pep-9001.rst"}, place{".", ""}},
		{[]string{"peps/pep-0001.rst", "tests/peps/pep-9000.rst", "tests/peps/pep-9001.rst"}, place{"peps", "peps/"}},
		{[]string{"peps-main/peps/pep-0001.rst"}, place{"peps-main/peps", "peps/"}},
		{[]string{"peps-0123/pep-0001.txt", "peps-0123/pep-0002.rst"}, place{"peps-0123", ""}},
		{[]string{"pep-0001.rst", "peps/pep-0001.rst", "peps/pep-0002.rst"}, place{"peps", "peps/"}},
		{[]string{"a/pep-0001.rst", "b/pep-0001.rst", "b/pep-0002.rst"}, place{"b", ""}},
	}
	for _, test := range tests {
		var files []File
		for _, p := range test.paths {
			files = append(files, File{Path: p})
		}
		if got := home(files); got != test.want {
			t.Errorf("home(%q) = %v, want %v", test.paths, got, test.want)
		}
	}
}

func TestWanted(t *testing.T) {
	for name, want := range map[string]bool{
		"pep-0001.rst": true, "peps/pep-0001.txt": true, "x/peps/pep-0001/a.rst": true, "pep-0001.rst/": true,
		"pep-001.rst": false, "pep-00001.rst": false, "pep-0001.html": false, "pep-0012/pep-NNNN.rst": false,
		"pep-0001/a.txt": false, "pep-0001/b/a.rst": false, "pep-000a.rst": false, "README.rst": false, "": false,
	} {
		if got := Wanted(name); got != want {
			t.Errorf("Wanted(%q) = %v", name, got)
		}
	}
}
