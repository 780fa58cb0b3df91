import { expect, test } from "vitest";
import { faultEn, faultJa, faultKo } from "./strings-faults";

test("what a fault names stands in its sentence", () => {
  const fault = { code: "wrong-number", args: ["7", "12"], text: "" };
  expect(faultEn(fault)).toBe("the PEP header says “7”, the name of the file says 12.");
  expect(faultJa(fault)).toBe("PEP ヘッダーは「7」ですが、ファイル名は 12 です。");
  expect(faultKo(fault)).toBe("PEP 헤더에는 “7”, 파일 이름에는 12(으)로 되어 있습니다.");
});

test("the reason follows, in the system's own words where there are no others", () => {
  const why = { code: "strange", text: "unexpected EOF" };
  const fault = { code: "file-unread", text: "", why };
  expect(faultJa(fault)).toBe("ファイルを読み込めません：unexpected EOF。");
  expect(faultEn({ code: "constructor", text: "a new one" })).toBe("a new one.");
});
