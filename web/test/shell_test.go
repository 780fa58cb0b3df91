package test

import (
	"bytes"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"testing"

	"github.com/andybalholm/brotli"
)

// shellBudget is what HTML, style and scripts of a lesson's page may weigh in brotli before the editor is wanted.
const shellBudget = 150_000

// TestALessonPageIsLight runs a lesson once and weighs what its page asked for, wasm and data apart, with the largest
// of all lessons' HTML. Then it opens the editor: what was only shown has there the colours that it had.
func TestALessonPageIsLight(t *testing.T) {
	page := open(t, "/demos/threads/", 1280)
	type painted map[string][][2]string // by line: each stretch of one colour, with it
	asked := edited[struct {
		Files []string
		Shown painted
	}](t, page, `
		demo.params = {n: "2", d: "10ms"};
		await demo.run();
		const colour = node => getComputedStyle(node).color;
		window.paint = lines => Object.fromEntries(lines.map(line => [line.textContent.trimEnd(), [...line.childNodes]
			.flatMap(node => node.nodeType === Node.TEXT_NODE ? [] : [...node.children].length ? [...node.children] : [node])
			.filter(node => node.textContent.trim() !== "").map(node => [node.textContent, colour(node)])]));
		const Files = performance.getEntriesByType("resource").map(({name}) => name);
		return {Files, Shown: paint([...demo.shadowRoot.querySelectorAll("#pane-go .line")])}`)
	sum := largestPage(t)
	for _, file := range asked.Files {
		if name := onDisk(t, file); path.Ext(name) == ".js" || path.Ext(name) == ".css" {
			sum += weight(t, name)
		}
	}
	t.Logf("HTML, CSS and JavaScript: %d bytes in brotli", sum)
	if sum > shellBudget {
		t.Errorf("a lesson's page weighs %d bytes in brotli, %d are its budget", sum, shellBudget)
	}
	written := edited[painted](t, page, `
		await edit();
		await until(() => inEditor(".cm-line .keyword"));
		const lines = paint([...editor().shadowRoot.querySelectorAll(".cm-line")]);
		localStorage.clear();
		return lines`)
	several := 0
	for line, want := range written {
		shown := asked.Shown[line]
		if len(want) > 1 {
			several++
		}
		if len(shown) != len(want) {
			t.Errorf("line %q is %v in the editor and was %v", line, want, shown)
			continue
		}
		for i := range want {
			if shown[i] != want[i] {
				t.Errorf("in line %q, %v in the editor was %v", line, want[i], shown[i])
			}
		}
	}
	if several < 5 {
		t.Errorf("the editor shows %d lines with two colours or more, want some: %v", several, written)
	}
}

// onDisk is the built file behind an address of the site.
func onDisk(t *testing.T, address string) string {
	t.Helper()
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	return filepath.Join(root, "dist", filepath.FromSlash(u.Path))
}

// largestPage is the weight of the HTML of the lesson that has most.
func largestPage(t *testing.T) int {
	t.Helper()
	var pages []string
	for _, folder := range []string{"", "ja", "ko"} {
		found, err := filepath.Glob(filepath.Join(root, "dist", folder, "demos", "*", "index.html"))
		if err != nil || len(found) == 0 {
			t.Fatalf("no lessons' pages in dist/%s: %v", folder, err)
		}
		pages = append(pages, found...)
	}
	largest, which := int64(0), ""
	for _, name := range pages {
		info, err := os.Stat(name)
		if err != nil {
			t.Fatal(err)
		}
		if info.Size() > largest {
			largest, which = info.Size(), name
		}
	}
	return weight(t, which)
}

// weight is a file's size in brotli at the quality of `make dist`, whatever the site was built with.
func weight(t *testing.T, name string) int {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w := brotli.NewWriterLevel(&out, brotli.BestCompression)
	if _, err := w.Write(text); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Len()
}
