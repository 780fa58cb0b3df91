import { expect, test } from "vitest";
import { strings } from "./strings";

test("three languages, English for any other", () => {
  expect(strings("ja").close).toBe("閉じる");
  expect(strings("ko-KR").close).toBe("닫기");
  expect(strings("fr").close).toBe("Close");
  expect(strings("constructor").close).toBe("Close");
});

test("no sentence is missing or left in English", () => {
  const english = strings("en");
  for (const lang of ["ja", "ko"]) {
    for (const [key, text] of Object.entries(strings(lang))) {
      if (typeof text !== "string" || key === "pep") continue;
      expect(text, `${lang}: ${key}`).not.toBe(english[key as keyof typeof english]);
      expect(text, `${lang}: ${key}`).not.toBe("");
    }
  }
});
