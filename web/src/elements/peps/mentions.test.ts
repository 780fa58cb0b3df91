import { expect, test } from "vitest";
import { readMentions } from "./mentions";

const mention = (file: string, section = "") => ({
  from: 639,
  to: 8,
  kind: "role",
  file,
  line: 12,
  section,
});
const file = {
  commit: "ba4deeb7",
  mentions: [mention("peps/pep-0639.rst", "a-section"), mention("peps/pep-0639/appendix-x.rst")],
};

test("mentions by edge, with links to page and source", () => {
  const mentions = readMentions(JSON.stringify(file));
  const [body, appendix] = mentions.of(639, 8);
  expect(mentions.of(8, 639)).toEqual([]);
  expect(mentions.rendered(body!)).toBe("https://peps.python.org/pep-0639/#a-section");
  expect(mentions.rendered(appendix!)).toBe("https://peps.python.org/pep-0639/appendix-x/");
  expect(mentions.source(body!)).toBe(
    "https://github.com/python/peps/blob/ba4deeb7/peps/pep-0639.rst#L12",
  );
});

test("a file that is something else is refused in a sentence", () => {
  expect(() => readMentions("<html>")).toThrow("is no JSON");
  expect(() => readMentions("null")).toThrow("has no mentions");
});
