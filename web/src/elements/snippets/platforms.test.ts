import { describe, expect, it } from "vitest";
import { platforms } from "./platforms";
import type { Thing } from "./thing";

const thing: Thing = {
  site: "https://example.org/ahiru/",
  name: "threads",
  title: 'Ten "waits" & [threads]',
  lang: "ja",
  theme: "dark",
  state: { "-n": "20", "-d": "1s", seed: "7" },
  code: "",
};
const own: Thing = {
  ...thing,
  theme: "auto",
  state: { code: "x1abc" },
  code: 'package main\n\nfunc main() { a := [][]int{{1}}; println("<", a) }\n',
};
const map: Thing = { ...thing, name: "peps", state: {} };

const textsOf = (id: string, what: Thing): string[] =>
  platforms
    .find((platform) => platform.id === id)!
    .parts(what)
    .map(({ text }) => text);

describe("snippets", () => {
  it("writes the script and the element with all choices", () => {
    expect(textsOf("script", thing)).toEqual([
      '<script async src="https://example.org/ahiru/embed.js"></script>\n' +
        '<ahiru-demo name="threads" lang="ja" theme="dark" params="n=20&amp;d=1s" seed="7">' +
        '<a href="https://example.org/ahiru/ja/demos/threads/#v1=-d=1s&amp;-n=20&amp;seed=7">' +
        "Ten &quot;waits&quot; &amp; [threads]</a></ahiru-demo>",
    ]);
    expect(textsOf("script", map)[0]).toContain('<ahiru-peps lang="ja" theme="dark">');
    const viewed = { ...map, state: { pep: "484", layout: "timeline" } };
    expect(textsOf("script", viewed)[0]).toContain(' view="layout=timeline&amp;pep=484">');
    expect(textsOf("jekyll", viewed)[1]).toContain(' view="layout=timeline&pep=484" %}');
    expect(textsOf("hugo", viewed)[0]).toContain('{{ with .Get "view" }} view="{{ . }}"{{ end }}');
  });

  it("keeps a program of one's own readable", () => {
    const [text] = textsOf("script", own);
    expect(text).toContain(
      '<div data-ahiru="play" data-ahiru-lang="ja"><pre><code class="language-go">',
    );
    expect(text).toContain("println(&quot;&lt;&quot;, a)");
    expect(textsOf("frame", own)[0]).toContain("/ja/embed/threads/#v1=code=x1abc");
  });

  it("hides code from Liquid, and only where there is something to hide", () => {
    expect(textsOf("jekyll", own)[1]).toMatch(
      /^\{% raw %\}\n```go\n[^]*\{: data-ahiru="play"[^]*\{% endraw %\}$/,
    );
    expect(textsOf("jekyll", { ...own, code: "package main\n" })[1]).not.toContain("raw");
    expect(textsOf("jekyll", thing)).toEqual([
      expect.stringContaining(
        '{% if include.params %} params="{{ include.params | escape }}"{% endif %}',
      ),
      '{% include ahiru.html name="threads" lang="ja" theme="dark" params="n=20&d=1s" seed="7" %}',
    ]);
  });

  it("gives Hugo a shortcode", () => {
    expect(textsOf("hugo", thing)[1]).toBe(
      '{{< ahiru name="threads" lang="ja" theme="dark" params="n=20&d=1s" seed="7" />}}',
    );
    expect(textsOf("hugo", map)[1]).toBe('{{< ahiru-peps lang="ja" theme="dark" >}}');
    expect(textsOf("hugo", own)[1]).toMatch(
      /^\{\{< ahiru lang="ja" >\}\}\npackage main[^]*\{\{< \/ahiru >\}\}$/,
    );
  });

  it("gives an address to those that take nothing else", () => {
    const address = "https://example.org/ahiru/ja/demos/threads/#v1=-d=1s&-n=20&seed=7";
    expect(textsOf("zenn", thing)).toEqual([`${address}\n`]);
    expect(textsOf("devto", thing)).toEqual([`{% embed ${address} %}`]);
    expect(textsOf("wordpress", { ...thing, theme: "auto", state: {} })).toEqual([
      "https://example.org/ahiru/ja/demos/threads/",
    ]);
    expect(textsOf("wordpress", thing)[0]).toContain("<iframe");
    expect(textsOf("wordpress", map)[0]).toContain("/ja/embed/peps/#v1=theme=dark");
    expect(textsOf("qiita", own)[0]).toMatch(/^```go\npackage main[^]*```\n\nhttps:/);
    expect(textsOf("markdown", thing)[0]).toContain('[Ten "waits" & \\[threads\\]](');
  });

  it("fences code that has fences", () => {
    expect(textsOf("markdown", { ...own, code: "// ````\n" })[0]).toMatch(/^`````go\n/);
  });

  it("has something for everything", () => {
    for (const { id, parts } of platforms) {
      for (const what of [thing, own, map]) {
        for (const { text } of parts(what)) expect(text, id).toMatch(/example\.org|ahiru/);
      }
    }
  });
});
