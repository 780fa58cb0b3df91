import { attributes, choices, frameAddress, isMap, pageAddress, type Thing } from "./thing";
import { element, fence, frame, link, marks, scriptLine } from "./markup";

/** Something to copy, and where it goes. */
export interface Part {
  where: "post" | "page" | "file" | "settings";
  /** The file, where there is one to write. */
  file?: string;
  text: string;
}

/** How much is known: tried with its own software; with pages that imitate it; read in its source; from memory. */
export type Proof = "tried" | "imitated" | "read" | "memory";

export interface Platform {
  id: string;
  /** Its own name; what is no product has its words instead. */
  name?: string;
  proof: Proof;
  parts(thing: Thing): Part[];
}

const post = (text: string): Part => ({ where: "post", text });

/** The script with the element: for whatever lets HTML through. */
const html = (thing: Thing): Part[] => [post(`${scriptLine(thing)}\n${element(thing)}`)];
const framed = (thing: Thing): Part[] => [post(frame(thing))];

/** Only code and a link get through: the address alone on its line becomes a card with a picture. */
const card = (thing: Thing): Part[] => {
  const code = thing.code ? `${fence(thing.code)}\n\n` : "";
  return [post(`${code}${pageAddress(thing)}\n`)];
};

const devto = (thing: Thing): Part[] => [post(`{% embed ${pageAddress(thing)} %}`)];

export const platforms: Platform[] = [
  { id: "script", proof: "tried", parts: html },
  { id: "frame", proof: "tried", parts: framed },
  { id: "markdown", proof: "tried", parts: (thing) => [post(linked(thing))] },
  { id: "jekyll", name: "Jekyll, GitHub Pages", proof: "tried", parts: jekyll },
  { id: "hugo", name: "Hugo", proof: "tried", parts: hugo },
  { id: "hatena", name: "Hatena Blog", proof: "imitated", parts: html },
  { id: "blogger", name: "Blogger", proof: "memory", parts: framed },
  { id: "wordpress", name: "WordPress", proof: "read", parts: wordpress },
  { id: "zenn", name: "Zenn", proof: "read", parts: card },
  { id: "qiita", name: "Qiita", proof: "read", parts: card },
  { id: "velog", name: "velog", proof: "memory", parts: (thing) => [post(linked(thing))] },
  { id: "tistory", name: "Tistory", proof: "memory", parts: framed },
  { id: "devto", name: "dev.to", proof: "read", parts: devto },
  { id: "notion", name: "Notion", proof: "memory", parts: (thing) => [post(frameAddress(thing))] },
  { id: "sphinx", name: "Sphinx", proof: "tried", parts: sphinx },
  { id: "mkdocs", name: "MkDocs", proof: "tried", parts: mkdocs },
];

function linked(thing: Thing): string {
  return thing.code ? `${fence(thing.code)}\n\n${link(thing)}` : link(thing);
}

/** An include, and for a program of one's own kramdown's attributes; Liquid must not read the code. */
function jekyll(thing: Thing): Part[] {
  if (thing.code) {
    const block = `${fence(thing.code)}\n{:${attributes(marks(thing))}}`;
    const needsRaw = /\{\{|\{%/.test(block);
    const text = needsRaw ? `{% raw %}\n${block}\n{% endraw %}` : block;
    return [{ where: "page", text: scriptLine(thing) }, post(text)];
  }
  const [tag, own] = isMap(thing) ? ["ahiru-peps", {}] : ["ahiru-demo", { name: thing.name }];
  const names = isMap(thing)
    ? ["lang", "theme", "view"]
    : ["name", "lang", "theme", "params", "clock", "seed"];
  const given = names.map(
    (name) => `{% if include.${name} %} ${name}="{{ include.${name} | escape }}"{% endif %}`,
  );
  const file = isMap(thing) ? "_includes/ahiru-peps.html" : "_includes/ahiru.html";
  const use = `{% include ${file.slice("_includes/".length)}${liquid({ ...own, ...choices(thing) })} %}`;
  const text = `${scriptLine(thing)}\n<${tag}${given.join("")}></${tag}>\n`;
  return [{ where: "file", file, text }, post(use)];
}

/** Values as Liquid takes them: no double quote may stand in one. */
const liquid = (all: Record<string, string>): string =>
  Object.entries(all)
    .filter(([, value]) => value !== "")
    .map(([name, value]) => ` ${name}="${value.replaceAll('"', "%22")}"`)
    .join("");

/** Hugo reads "{{<" and "{{%" itself, in code too: they are written otherwise, and the shortcode puts them back. */
const hidden = (code: string): string => code.replace(/\{\{(?=[<%])/g, "{\\{");
const shownAgain = `replace (replace (trim . "\\n") "{\\\\{<" "{{<") "{\\\\{%" "{{%"`;

function hugo(thing: Thing): Part[] {
  const [tag, file] = isMap(thing)
    ? ["ahiru-peps", "layouts/shortcodes/ahiru-peps.html"]
    : ["ahiru-demo", "layouts/shortcodes/ahiru.html"];
  const names = isMap(thing)
    ? ["lang", "theme", "view"]
    : ["name", "lang", "theme", "params", "clock", "seed"];
  const given = names.map((name) => `{{ with .Get "${name}" }} ${name}="{{ . }}"{{ end }}`);
  const inner = isMap(thing)
    ? ""
    : `{{ with .Inner }}<pre><code class="language-go">{{ ${shownAgain} }}</code></pre>{{ end }}`;
  const text = `${scriptLine(thing)}\n<${tag}${given.join("")}>${inner}</${tag}>\n`;
  const call = isMap(thing) ? "ahiru-peps" : "ahiru";
  const own: Record<string, string> = isMap(thing) ? {} : { name: thing.code ? "" : thing.name };
  const use = `{{< ${call}${liquid({ ...own, ...choices(thing) })}`;
  // A shortcode that knows what stands in it must be closed, if only by itself.
  const alone = isMap(thing) ? `${use} >}}` : `${use} />}}`;
  const body = thing.code
    ? `${use} >}}\n${hidden(thing.code).replace(/\n*$/, "\n")}{{< /${call} >}}`
    : alone;
  return [{ where: "file", file, text }, post(body)];
}

/** An address alone becomes a frame, by oEmbed; with choices of one's own it takes a block of HTML. */
function wordpress(thing: Thing): Part[] {
  const plain = thing.theme === "auto" && Object.keys(thing.state).length === 0;
  return plain ? [post(pageAddress(thing))] : framed(thing);
}

function sphinx(thing: Thing): Part[] {
  const text = `${scriptLine(thing)}\n${element(thing)}`;
  const indented = text.replace(/^(?=.)/gm, "   ");
  return [post(`.. raw:: html\n\n${indented}\n`)];
}

function mkdocs(thing: Thing): Part[] {
  return [
    {
      where: "settings",
      file: "mkdocs.yml",
      text: `extra_javascript:\n  - ${thing.site}embed.js\n`,
    },
    post(element(thing)),
  ];
}
