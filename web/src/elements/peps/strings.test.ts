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

test("one is one and several are several", () => {
  const en = strings("en");
  expect(en.facts(1, 1)).toBe("1 PEP, 1 reference");
  expect(en.facts(736, 5000)).toBe("736 PEPs, 5,000 references");
  expect(en.shownOf(1, 1, 0)).toBe("1 of 1 PEP, 0 references between them.");
  expect(en.tray(1)).toBe("1 PEP that cites none and is cited by none");
  expect(en.groupsQuality(1, "0")).toBe("1 community, modularity 0.");
  expect(en.corpus.opened("a", 2, 1)).toBe("a has been read: 2 PEPs, 1 reference.");
});
