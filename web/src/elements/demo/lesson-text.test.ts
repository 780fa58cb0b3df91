import { expect, test } from "vitest";
import type { MakingProgress } from "../../machine/toolchain/api";
import { asLesson, wordFor } from "./lesson";
import { fakeLesson } from "./fake-lesson";
import { LoadError } from "./loader";
import { marksOf } from "./recorded";
import { resultText } from "./result-text";
import { sentence, statusOf, toolchainStatus } from "./status";
import { languageOf, stringsOf, type Language } from "./strings";

const languages: Language[] = ["en", "ja", "ko"];
const plain = (text: string) => text.replaceAll("\u00a0", " ");

test("compiler messages find their lines", () => {
  const diagnostics =
    "# command-line\ncat.go:6:16: cannot use Cat{}\ncat.go:6:20: again\ncat.go:9: x\n";
  expect([...marksOf({ diagnostics })]).toEqual([
    [6, "cannot use Cat{}\nagain"],
    [9, "x"],
  ]);
});

test("a lesson needs its parts", () => {
  expect(asLesson(fakeLesson)).toBe(fakeLesson);
  expect(asLesson({ ...fakeLesson, usage: undefined })).toBeNull();
  expect(asLesson({ ...fakeLesson, wasm: { url: "x", bytes: 0 } })).toBeNull();
  expect(asLesson("lesson")).toBeNull();
});

test("a program's key finds no word that nobody wrote", () => {
  expect(wordFor({ n: "number of waits" }, "n")).toBe("number of waits");
  for (const key of ["constructor", "__proto__", "toString"]) {
    expect(wordFor({ n: "number of waits" }, key)).toBeUndefined();
  }
  expect(wordFor(undefined, "n")).toBeUndefined();
});

test("languages by their tags", () => {
  expect(["ja-JP", "KO", "en-GB", "fr", ""].map(languageOf)).toEqual([
    "ja",
    "ko",
    "en",
    "en",
    "en",
  ]);
});

test.each(languages)("every state has its sentence in %s", (language) => {
  const strings = stringsOf(language);
  const result = { exitCode: 0, stdout: "", stderr: "", wallMs: 1234, stopped: false };
  const url = new URL("https://example.org/demos/nope/lesson.json");
  const sentences = [
    statusOf({ kind: "ready" }, strings, language),
    statusOf({ kind: "fetching", progress: { got: 1e6, total: 2e6 } }, strings, language),
    statusOf({ kind: "starting" }, strings, language),
    statusOf({ kind: "running", since: 0 }, strings, language),
    statusOf({ kind: "ended", result, byReader: false }, strings, language),
    statusOf(
      { kind: "ended", result: { ...result, exitCode: 2 }, byReader: false },
      strings,
      language,
    ),
    statusOf(
      { kind: "ended", result: { ...result, stopped: true }, byReader: true },
      strings,
      language,
    ),
    statusOf(
      { kind: "ended", result: { ...result, stopped: true }, byReader: false },
      strings,
      language,
    ),
    statusOf({ kind: "failed", problem: new LoadError("missing", url) }, strings, language),
  ].map((status) => status.text);
  expect(new Set(sentences).size).toBe(sentences.length);
  for (const text of sentences) expect(text).toMatch(/[.。]$/);
  expect(sentence(new LoadError("refused", url, 503), strings, language)).toContain("503");
});

test.each(languages)(
  "a toolchain in the making moves, and its silence is told in %s",
  (language) => {
    const at = { step: "tools", done: 1, total: 5, seconds: 7, silent: false };
    const told = (progress: MakingProgress) =>
      toolchainStatus({ kind: "making", progress }, language);
    expect(told(at)).toMatchObject({ tone: "busy", share: 0.2 });
    expect(told({ ...at, seconds: 9 }).text).toBe(told(at).text); // it is read out once
    expect(told({ ...at, seconds: 9 }).clock).not.toBe(told(at).clock);
    const further = told({ ...at, far: { done: 1204, total: 2408 } });
    expect(further.text).toBe(told(at).text);
    expect(further).toMatchObject({ share: 0.3 });
    expect(further.clock).toMatch(/1,204.*2,408|2,408.*1,204/);
    const far = { done: 3, total: 4, bytes: 5e6, allBytes: 8e6 };
    const last = told({ ...at, step: "compresses", done: 4, far });
    expect(last.share).toBe(0.95);
    for (const each of ["3", "4", "5.0", "8.0"]) expect(last.clock).toContain(each);
    const silent = told({ ...at, silent: true });
    expect(silent.text).toContain("go run ./web/build -pack only");
    expect(silent).not.toHaveProperty("share");
    expect(silent.tone).toBe("bad");
  },
);

test("a result travels as Markdown with all that makes it believable", () => {
  const text = resultText({
    name: "threads",
    command: "go run ./wasm/demos/threads -n 20",
    result: { exitCode: 0, stdout: "ten waits\n", stderr: "", wallMs: 2104, stopped: false },
    figures: [
      {
        figure: { key: "sequential", label: "one after another", value: 2.0034, unit: "s" },
        label: "one after another",
      },
    ],
    when: "2026-11-22 10:15 +09:00",
    browser: "Firefox 153",
    cores: 2,
    go: "go1.26.8",
    time: "real clock, no seed",
    link: "https://example.org/demos/threads/#v1=-n=20",
  });
  expect(plain(text)).toBe(`**Ahiru: threads**, \`go run ./wasm/demos/threads -n 20\`

| figure | measured |
| --- | --- |
| one after another | 2.003 s |

\`\`\`text
ten waits
\`\`\`

Exit status 0 after 2.104 s. Firefox 153, 2 cores, go1.26.8, real clock, no seed, 2026-11-22 10:15 +09:00.

https://example.org/demos/threads/#v1=-n=20`);
});
