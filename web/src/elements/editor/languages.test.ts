import { goLanguage } from "@codemirror/lang-go";
import { ensureSyntaxTree, language } from "@codemirror/language";
import { EditorState } from "@codemirror/state";
import { highlightTree } from "@lezer/highlight";
import { expect, test } from "vitest";
import { hostileText, seeded } from "../../lib/fuzz";
import { highlighter } from "../../lib/highlight";
import { archiveLanguage, languagesFor } from "./languages";

const several = `package main

func main() {}
-- ducks.py --
class Duck:
    def quack(self):  # says it
        return "quack"
-- notes.txt --
func class def "no language"
-- words.go --
package main

const word = "quack"
`;

const stateOf = (doc: string) => EditorState.create({ doc, extensions: languagesFor(doc) });

/** The coloured pieces of a text, with their classes. */
function coloured(state: EditorState): string[] {
  const tree = ensureSyntaxTree(state, state.doc.length, 10_000)!;
  const pieces: string[] = [];
  highlightTree(tree, highlighter, (from, to, classes) =>
    pieces.push(`${classes} ${state.sliceDoc(from, to)}`),
  );
  return pieces;
}

test("each file of a text has the colours of its own language", () => {
  const pieces = coloured(stateOf(several));
  for (const piece of ["keyword func", "keyword class", "keyword def", "comment # says it"]) {
    expect(pieces).toContain(piece);
  }
  expect(pieces.filter((piece) => piece === 'string "quack"')).toHaveLength(2);
  expect(pieces.join()).not.toContain("no language");
});

test("comments are those of the file at hand", () => {
  const state = stateOf(several);
  ensureSyntaxTree(state, state.doc.length, 10_000);
  const at = (text: string) =>
    state.languageDataAt<{ line: string }>("commentTokens", several.indexOf(text))[0]?.line;
  expect([at("main()"), at("quack(self)"), at("const word")]).toEqual(["//", "#", "//"]);
});

test("a text changes its language with its files", () => {
  let state = stateOf("package main\n");
  expect(state.facet(language)).toBe(goLanguage);
  state = state.update({ changes: { from: 13, insert: "-- a.go --\npackage main\n" } }).state;
  expect(state.facet(language)).toBe(goLanguage);
  const from = state.doc.length;
  state = state.update({ changes: { from, insert: "-- a.py --\nimport os\n" } }).state;
  expect(state.facet(language)).toBe(archiveLanguage);
  expect(coloured(state)).toContain("keyword import");
  state = state.update({ changes: { from, to: state.doc.length } }).state;
  expect(state.facet(language)).toBe(goLanguage);
});

test("no text is too strange", () => {
  const random = seeded(7);
  const pieces = ["def ", "func ", "-- ", " --", "\n", "x.py", "(", '"', "    "];
  for (let i = 0; i < 200; i++) {
    const doc = `-- x.py --\n${hostileText(random, pieces, 60)}\n-- y.go --\n${hostileText(random, pieces, 60)}`;
    const state = stateOf(doc);
    expect(ensureSyntaxTree(state, state.doc.length, 10_000)?.length).toBe(state.doc.length);
  }
});
