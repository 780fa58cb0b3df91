package test

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// corpusOf packs PEPs of plain headers and given bodies; a body that starts with
// a header goes on with them.
func corpusOf(t *testing.T, bodies map[int]string) string {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	w := tar.NewWriter(z)
	for number, body := range bodies {
		text := fmt.Sprintf("PEP: %d\nTitle: Number %d\nAuthor: A\nStatus: Final\nType: Process\nCreated: 01-Jan-2020\n%s", number, number, body)
		h := &tar.Header{Name: fmt.Sprintf("peps/pep-%04d.rst", number), Mode: 0o644, Size: int64(len(text)), Typeflag: tar.TypeReg}
		if err := w.WriteHeader(h); err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return base64.StdEncoding.EncodeToString(b.Bytes())
}

// bring is a script that hands a file to the map's panel of data, as a reader
// does, and waits for what it says.
const bring = `
	const bytes = text => Uint8Array.from(atob(text), c => c.charCodeAt(0));
	const panel = async name => { if (!$(".panel." + name)) { $("#tool-" + name).click(); await settled(); } };
	const told = async () => {
		for (let i = 0; i < 1200; i++) {
			await new Promise(go => setTimeout(go, 50));
			const text = $(".told")?.innerText.trim();
			if (text && !$(".panel.data progress")) return settled().then(() => text);
		}
		throw new Error("nothing was told");
	};
	const hand = async (selector, files) => {
		await panel("data");
		const list = new DataTransfer();
		for (const file of files) list.items.add(file);
		$(selector).files = list.files;
		$(selector).dispatchEvent(new Event("change", {bubbles: true}));
		return told();
	};
	const archive = (text, name) => hand("input.archive", [new File([bytes(text)], name)]);
`

// Two states of a made-up corpus.
var (
	older = map[int]string{1: "\nPEP 2 comes first.\n", 2: "", 3: "Replaces: 2\n\nSee :pep:`1`. And the rest.\n", 7: "\nPEP 3\n"}
	newer = map[int]string{1: "\nPEP 2 comes first. It cites PEP 99, too.\n", 2: "Requires: 1\n", 3: "Replaces: 2\n\nNothing.\n", 8: "\nPEP 1\n"}
)

// bringOlder is bring with older brought already, compared with nothing.
func bringOlder(t *testing.T) string {
	t.Helper()
	return bring + `
		await panel("data");
		$("input.compare").click();
		const First = await archive("` + corpusOf(t, older) + `", "older.tar.gz");
	`
}

// TestMapReadsAnArchive: the map becomes that of the archive, whose sentences
// can be quoted.
func TestMapReadsAnArchive(t *testing.T) {
	page := open(t, "/peps/", 1280)
	type outcome struct {
		First, Drawn, Quote string
		Numbers             []int
		Selected            int
	}
	got := mapScript[outcome](t, page, bringOlder(t)+`
		const Numbers = map.graph.nodes.map(n => n.number);
		const Drawn = $(".stage").dataset.nodes + "/" + $(".stage").dataset.edges;
		map.select(3); await settled();
		$(".sheet .cites tbody .count button").click();
		for (let i = 0; i < 100 && !$(".mentions q"); i++) await settled();
		const Quote = all(".mentions q").map(q => q.innerText).join("|");
		return {First, Numbers, Drawn, Quote, Selected: map.selected};
	`)
	if got.First != "older.tar.gz has been read: 4 PEPs, 4 references." || !slices.Equal(got.Numbers, []int{1, 2, 3, 7}) || got.Drawn != "4/4" || got.Selected != 3 {
		t.Errorf("%q, PEPs %v, drawn %s, selected %d", got.First, got.Numbers, got.Drawn, got.Selected)
	}
	if got.Quote != "See :pep:`1`." {
		t.Errorf("quoted %q", got.Quote)
	}
}

// TestMapComparesTwoArchives: what is different stands in a table, in the legend
// and on the map, where a PEP that is lost is told as it was.
func TestMapComparesTwoArchives(t *testing.T) {
	page := open(t, "/peps/", 1280)
	type outcome struct {
		Second                       string
		Public                       []int
		Unselected, Wide             bool
		Changes, Edges, Legend, Lost []string
		Rank, CitedBy                int
	}
	got := mapScript[outcome](t, page, bringOlder(t)+`
		map.select(3); await settled();
		await panel("data");
		$("input.compare").click();
		const Second = await archive("`+corpusOf(t, newer)+`", "newer.tar.gz");
		const Unselected = map.selected === null;
		const table = () => all(".changes tbody tr").map(tr => [...tr.cells].map(td => td.innerText.trim()).join("|"));
		const Changes = table();
		$(".changes select").value = "edges";
		$(".changes select").dispatchEvent(new Event("change"));
		await settled();
		const Edges = table();
		const Legend = all(".legend li").map(li => li.textContent.replace(/\s+/g, " ").trim());
		const Rank = Object.keys(await map.metrics("pagerank")).length;
		const Public = map.graph.nodes.map(n => n.number);
		map.select(7); await settled();
		const Lost = rows("cites").map(r => r[0]);
		map.select(3); await settled();
		const CitedBy = rows("citedBy").length;
		const Wide = document.documentElement.scrollWidth > innerWidth;
		return {Second, Unselected, Changes, Edges, Legend, Rank, Public, Lost, CitedBy, Wide};
	`)
	if got.Second != "newer.tar.gz has been read: 4 PEPs, 4 references." || !slices.Equal(got.Public, []int{1, 2, 3, 8}) || got.Rank != 4 || !got.Unselected {
		t.Errorf("%q, PEPs %v, %d ranks, nothing selected %v", got.Second, got.Public, got.Rank, got.Unselected)
	}
	for what, lists := range map[string][2][]string{
		"changes":            {got.Changes, {"8|added|Number 8", "7|removed|Number 7", "2|changed|Requires: nothing → 1"}},
		"changed references": {got.Edges, {"2|added|→ PEP 1, 1 mention", "8|added|→ PEP 1, 1 mention", "3|removed|→ PEP 1, 1 mention", "7|removed|→ PEP 3, 1 mention"}},
		"the legend":         {got.Legend, {"added 1", "changed 1", "removed 1", "unchanged 2"}},
		"the lost PEP cites": {got.Lost, {"3"}},
	} {
		if !slices.Equal(lists[0], lists[1]) {
			t.Errorf("%s: %q, want %q", what, lists[0], lists[1])
		}
	}
	if got.CitedBy != 0 || got.Wide {
		t.Errorf("PEP 3 is cited by %d, wide %v", got.CitedBy, got.Wide)
	}
}

// TestMapChecksAnArchive: the check is that of the corpus that was brought.
func TestMapChecksAnArchive(t *testing.T) {
	page := open(t, "/peps/", 1280)
	got := mapScript[[]string](t, page, bring+`
		await archive("`+corpusOf(t, newer)+`", "newer.tar.gz");
		await panel("check");
		for (let i = 0; i < 100 && !$(".findings"); i++) await settled();
		return all(".findings li").map(li => li.querySelector("span").innerText + " " + li.querySelector("code").innerText);
	`)
	if want := []string{"PEP 1 mentions PEP 99, which does not exist. peps/pep-0001.rst:8", "PEP 3 replaces PEP 2, which does not name it in Superseded-By. peps/pep-0003.rst:7"}; !slices.Equal(got, want) {
		t.Errorf("findings %q, want %q", got, want)
	}
}

// TestMapRefusesWhatIsNoArchive: the map stays as it was, until the reader wants
// the page's own data back.
func TestMapRefusesWhatIsNoArchive(t *testing.T) {
	page := open(t, "/peps/", 1280)
	type outcome struct {
		Failed, Emptied, Back string
		StillThere, Nodes     int
	}
	got := mapScript[outcome](t, page, bringOlder(t)+`
		const Failed = await archive(btoa("no archive at all"), "notes.pdf");
		const Emptied = await archive("", "nothing.zip");
		const StillThere = map.graph.nodes.length;
		$(".back").click();
		for (let i = 0; i < 400 && map.graph.nodes.length < 100; i++) await new Promise(go => setTimeout(go, 50));
		await map.ready;
		await settled();
		return {Failed, Emptied, StillThere, Back: $(".panel.data p").innerText, Nodes: map.graph.nodes.length};
	`)
	if !strings.HasPrefix(got.Failed, "notes.pdf could not be read: it is no .tar, .tar.gz, .tar.xz or .zip archive") || !strings.HasSuffix(got.Failed, "The map is as it was.") ||
		!strings.Contains(got.Emptied, "the archive is empty") || got.StillThere != 4 {
		t.Errorf("%q, %q, %d PEPs left", got.Failed, got.Emptied, got.StillThere)
	}
	if !strings.Contains(got.Back, "the data that came with the page") || got.Nodes != len(readFacts(t).Nodes) {
		t.Errorf("back: %q, %d PEPs", got.Back, got.Nodes)
	}
}

// TestMapReadsAFolder takes the files of a folder, of which most are not PEPs.
func TestMapReadsAFolder(t *testing.T) {
	page := open(t, "/peps/", 390)
	type outcome struct {
		Told, None string
		Numbers    []int
		Wide       bool
	}
	got := mapScript[outcome](t, page, bring+`
		const file = (path, text) => {
			const f = new File([text], path.split("/").pop());
			Object.defineProperty(f, "webkitRelativePath", {value: path});
			return f;
		};
		const head = n => "PEP: " + n + "\nTitle: T\nAuthor: A\nStatus: Draft\nType: Process\n\n";
		const give = async files => {
			await panel("data");
			Object.defineProperty($("input.folder"), "files", {value: files, configurable: true});
			Object.defineProperty($("input.folder"), "value", {value: "", writable: true, configurable: true});
			$("input.folder").dispatchEvent(new Event("change", {bubbles: true}));
			return told();
		};
		const None = await give([file("notes/a.txt", "PEP 8")]);
		const Told = await give([file("peps/README.rst", "PEP 9"), file("peps/peps/pep-0001.rst", head(1) + "PEP 2"), file("peps/peps/pep-0002.rst", head(2))]);
		return {Told, None, Numbers: map.graph.nodes.map(n => n.number), Wide: document.documentElement.scrollWidth > innerWidth};
	`)
	if !slices.Equal(got.Numbers, []int{1, 2}) || !strings.HasPrefix(got.Told, "peps has been read: 2 PEPs, 1 reference") || got.Wide {
		t.Errorf("read %+v", got)
	}
	if !strings.Contains(got.None, "there is no file of a PEP") {
		t.Errorf("a folder without PEPs: %q", got.None)
	}
}

// TestMapGivesAReadingUp: Cancel ends it, the map stays; a drop starts one too.
func TestMapGivesAReadingUp(t *testing.T) {
	page := open(t, "/peps/", 1280)
	many := make(map[int]string)
	for i := range 1500 {
		many[i+1] = "\n" + strings.Repeat(fmt.Sprintf("This cites PEP %d and :pep:`%d`, as ``PEP 8`` does.\n\n", (i*7)%1500+1, (i*11)%1500+1), 60)
	}
	type outcome struct {
		Told  string
		Nodes int
		Stage bool
		After string
	}
	got := mapScript[outcome](t, page, bring+`
		await panel("data");
		const list = new DataTransfer();
		list.items.add(new File([bytes("`+corpusOf(t, many)+`")], "many.tar.gz"));
		const drop = () => $(".stage").dispatchEvent(new DragEvent("drop", {dataTransfer: list, bubbles: true, cancelable: true, composed: true}));
		drop();
		while (!$(".panel.data .cancel")) await new Promise(go => setTimeout(go, 1));
		const Stage = $(".panel.data progress") !== null;
		$(".panel.data .cancel").click();
		const Told = await told();
		const Nodes = map.graph.nodes.length;
		drop();
		const After = await told();
		return {Told, Nodes, Stage, After};
	`)
	if got.Told != "Given up. The map is as it was." || !got.Stage || got.Nodes != len(readFacts(t).Nodes) {
		t.Errorf("given up: %+v", got)
	}
	if !strings.HasPrefix(got.After, "many.tar.gz has been read: 1,500 PEPs") {
		t.Errorf("dropped: %q", got.After)
	}
}

// TestMapChecksTheShippedCorpus: every finding of findings.json has its row, in
// three languages, and marks its PEP.
func TestMapChecksTheShippedCorpus(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(dist, "peps", "findings.json"))
	if err != nil {
		t.Fatal(err)
	}
	count := bytes.Count(text, []byte(`"rule"`))
	for _, lang := range []string{"", "ja/", "ko/"} {
		page := open(t, "/"+lang+"peps/", 390)
		type outcome struct {
			Rows, Marked int
			Link, Text   string
			Wide         bool
		}
		got := mapScript[outcome](t, page, `
			$("#tool-check").click();
			for (let i = 0; i < 200 && !$(".findings"); i++) await settled();
			const Rows = all(".findings li").length, Link = $(".findings a").href, Text = $(".findings li").innerText;
			const Wide = document.documentElement.scrollWidth > innerWidth;
			$(".mark").click();
			for (let i = 0; i < 200 && !location.hash.includes("colour=check"); i++) await settled();
			for (let i = 0; i < 20; i++) await settled();
			const Marked = all(".legend li").length;
			return {Rows, Marked, Link, Text, Wide};
		`)
		if got.Rows != count || got.Marked < 4 || !strings.Contains(got.Link, "/blob/ba4deeb7969588d937da609008d05bb83a47b1ab/peps/pep-") || got.Wide {
			t.Errorf("%q: %+v; want %d rows", lang, got, count)
		}
		if (lang == "") != strings.Contains(got.Text, "replaces") {
			t.Errorf("%q: the finding says %q", lang, got.Text)
		}
	}
}
