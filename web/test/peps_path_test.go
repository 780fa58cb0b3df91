package test

import (
	"slices"
	"strconv"
	"testing"
)

// TestMapPathPanel finds the way that path() finds, tells it PEP by PEP, and
// says so where there is none or an end is unknown.
func TestMapPathPanel(t *testing.T) {
	page := open(t, "/peps/#v1=pep=695", 1280)
	type outcome struct {
		From, None, Unknown, Either string
		Steps                       []string
		Path                        []int
	}
	got := mapScript[outcome](t, page, `
		$("#tool-path").click();
		await settled();
		const From = $("#path-from").value;
		const told = () => $(".panel [role=status]").textContent.trim();
		const find = async (from, to) => {
			for (const [id, text] of [["from", from], ["to", to]]) {
				$("#path-" + id).value = text;
				$("#path-" + id).dispatchEvent(new InputEvent("input"));
			}
			$(".path-form").requestSubmit();
			await settled();
			while (told() === "Calculating…") await settled();
			return told();
		};
		await find("695", "PEP 3107");
		const Steps = all(".way b").map(b => b.textContent);
		const None = await find("8", "754");
		const Unknown = await find("8", "31337");
		$(".either input").click();
		await settled();
		const Either = await find("8", "3107");
		return {From, Steps, None, Unknown, Either, Path: await map.path(695, 3107)};
	`)
	var want []string
	for _, number := range got.Path {
		want = append(want, strconv.Itoa(number))
	}
	if got.From != "695" || len(want) < 2 || !slices.Equal(got.Steps, want) {
		t.Errorf("from %s by way of %v, want %v", got.From, got.Steps, want)
	}
	if got.None != "No references lead from the one to the other." || got.Unknown != "The map has no PEP 31337." || got.Either == "" {
		t.Errorf("no way: %q; unknown: %q; either way: %q", got.None, got.Unknown, got.Either)
	}
}

func TestMapSearchFindsAuthors(t *testing.T) {
	page := open(t, "/peps/", 390)
	hits := mapScript[[]string](t, page, `await type("furuki langa"); await type("lehtosalo"); return all("#hits li b").map(b => b.textContent)`)
	if !slices.Contains(hits, "484") {
		t.Errorf("lehtosalo finds %v, want 484 among them", hits)
	}
}
