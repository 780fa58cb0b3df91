import { expect, test } from "vitest";
import { hostileText, seeded } from "./fuzz";
import { shellWords } from "./shell-words";

test.each([
  ["", []],
  ["  ", []],
  ["-n 20  あひる　x", ["-n", "20", "あひる", "x"]],
  [`'a b' "c 'd'" e\\ f ''`, ["a b", "c 'd'", "e f", ""]],
  [`"a \\" b" 'a\\' -x="y z"`, ['a " b', "a\\", "-x=y z"]],
  ["'open to the end", ["open to the end"]],
  ["end\\", ["end\\"]],
])("%j is %j", (text, words) => {
  expect(shellWords(text)).toEqual(words);
});

test("any words can be said", () => {
  const random = seeded(2);
  for (let i = 0; i < 300; i++) {
    const words = [1, 2, 3].map(() => hostileText(random, ["'", '"', "\\", " ", "x"], 8));
    const said = words.map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(" ");
    expect(shellWords(said)).toEqual(words);
  }
});
