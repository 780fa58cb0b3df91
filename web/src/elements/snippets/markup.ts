import { attributes, choices, escape, frameAddress, isMap, pageAddress, type Thing } from "./thing";

/** The line that a page needs once, however many embeds it holds. */
export const scriptLine = ({ site }: Thing): string =>
  `<script async src="${escape(site)}embed.js"></script>`;

/** The element. Between its tags stands what readers without JavaScript, feeds and paper have. */
export function element(thing: Thing): string {
  if (isMap(thing))
    return `<ahiru-peps${attributes(choices(thing))}>${fallback(thing)}</ahiru-peps>`;
  if (thing.code === "") {
    const own = thing.name === "play" ? "" : thing.name;
    return `<ahiru-demo${attributes({ name: own, ...choices(thing) })}>${fallback(thing)}</ahiru-demo>`;
  }
  return `<div${attributes(marks(thing))}><pre><code class="language-go">${escape(thing.code)}</code></pre></div>`;
}

/** The mark that makes a block of code a program of the post's own. */
export function marks(thing: Thing): Record<string, string> {
  const { params = "", ...rest } = choices(thing);
  const name = thing.code === "" ? thing.name : "play";
  const others = Object.entries(rest).map(([key, value]) => [`data-ahiru-${key}`, value]);
  return { "data-ahiru": `${name} ${params}`.trim(), ...Object.fromEntries(others) };
}

const fallback = (thing: Thing): string =>
  `<a href="${escape(pageAddress({ ...thing, theme: "auto" }))}">${escape(thing.title)}</a>`;

export const frame = (thing: Thing): string =>
  `<iframe${attributes({
    src: frameAddress(thing),
    title: thing.title,
    width: "100%",
    height: "640",
    loading: "lazy",
    allow: "cross-origin-isolated; clipboard-write",
    style: "border: 0",
  })}></iframe>`;

export const link = (thing: Thing): string =>
  `[${thing.title.replace(/([\\[\]])/g, "\\$1")}](${pageAddress(thing).replace(/\)/g, "%29")})`;

/** A fenced block with more backticks than the code has. */
export function fence(code: string, info = "go"): string {
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([run]) => run.length));
  const ticks = "`".repeat(longest + 1);
  return `${ticks}${info}\n${code.replace(/\n*$/, "\n")}${ticks}`;
}
