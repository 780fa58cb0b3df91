import { describe, expect, test } from "vitest";
import { hostileText, seeded } from "./fuzz";
import { packText, unpackText } from "./packed-text";

const most = 100_000;
const program = `package main\n\nimport "fmt"\n\nfunc main() {\n\tfmt.Println("あひる 🦆")\n}\n`;

test("what is packed comes out as it was", async () => {
  const random = seeded(5);
  for (let i = 0; i < 100; i++) {
    const text = hostileText(random, ["あ", "🦆", "\r\n", "\0", "func ", "\ufeff"], 200).replace(
      /\p{Cs}/gu,
      "?",
    );
    const packed = await packText(text);
    expect(packed).toMatch(/^[\w-]+$/);
    expect(await unpackText(packed, most)).toBe(text);
  }
});

test("links that are out there open for ever", async () => {
  const old =
    "zeJwrSEzOTkxPVchNzMzj4korzUsGMzU0Faq5OAuKMvNKcvI0lB43Nj1u3PS4qVvhw_xlbUqaXLVcAFlOFgo";
  const text = 'package main\n\nfunc main() {\n\tprintln("あひる 🦆")\n}\n';
  expect(await unpackText(old, most)).toBe(text);
  expect(await unpackText(await packText(program), most)).toBe(program);
});

describe("what is not whole is null", () => {
  test("cut anywhere", async () => {
    const packed = await packText(program);
    for (let end = 0; end < packed.length; end++) {
      expect(await unpackText(packed.slice(0, end), most), `cut at ${end}`).toBeNull();
    }
  });

  test("another character in any place", async () => {
    const packed = await packText(program);
    for (let at = 0; at < packed.length; at++) {
      const other = packed[at] === "A" ? "B" : "A";
      const text = await unpackText(packed.slice(0, at) + other + packed.slice(at + 1), most);
      expect([null, program]).toContain(text); // bits past the end say nothing
    }
  });

  test("longer than it may be, though it came small", async () => {
    const bomb = await packText("\0".repeat(20_000_000));
    expect(bomb.length).toBeLessThan(30_000);
    expect(await unpackText(bomb, most)).toBeNull();
    expect(await unpackText(await packText("x".repeat(most)), most)).toHaveLength(most);
    expect(await unpackText(await packText("x".repeat(most + 1)), most)).toBeNull();
  });

  test("anything else", async () => {
    const random = seeded(9);
    for (let i = 0; i < 300; i++) {
      const text = hostileText(random, ["z", "eJ", "A", "-", "_", "=", "%", "é"], 60);
      expect([null, ""]).toContain(await unpackText(text, most));
    }
  });
});
