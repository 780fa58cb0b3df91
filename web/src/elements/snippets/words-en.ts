import type { Words } from "./words";

export const en: Words = {
  heading: { lesson: "Embed this lesson", map: "Embed this map" },
  close: "Close",
  platform: "Where it goes",
  language: "Its language",
  theme: "Its colours",
  themes: { auto: "as the page around", light: "light", dark: "dark" },
  carries: (what) => `It carries your settings: ${what}`,
  carriesProgram: "It carries the program as you have it in the editor.",
  tooLong: "The program is too long for an address, so only the ways that hold its text carry it.",
  where: {
    post: "In the post",
    page: "Once on the page, or in its layout",
    file: "Once, as a file",
    settings: "Once, in the settings",
  },
  file: (name) => `Once, as the file ${name}`,
  copy: "Copy",
  copied: "Copied",
  copyByHand: "The browser refused to copy: the text is selected.",
  proof: {
    tried: "Tried with the real software.",
    imitated: "Tried with pages that imitate it, not on the platform itself.",
    read: "Read in the platform's own source code, not tried there.",
    memory: "From memory: this could not be verified.",
  },
  names: {
    script: "Any page: script and element",
    frame: "Any page: a plain frame",
    markdown: "Markdown without HTML",
  },
  notes: {
    script:
      "Its height follows what it holds and its colours follow your page. Without JavaScript, and in feeds, the link or the code stays.",
    frame:
      "Needs no script. The height stays as written unless the page holds embed.js, or listens itself.",
    markdown: "Code and a link: what every reader of Markdown shows.",
    jekyll: "The include is written once; {% raw %} keeps Liquid away from code with {{ or {%.",
    hugo: "Hugo drops raw HTML from Markdown unless it is told otherwise, so it gets a shortcode.",
    hatena: "In posts written as HTML or Markdown.",
    blogger: "In the HTML view of the post.",
    wordpress:
      "An address alone on its line becomes a frame, if the Ahiru site was built with SITE=. With settings of your own it takes a block “Custom HTML”, which WordPress.com removes on some plans.",
    zenn: "Zenn shows frames of a few sites only. An address alone on its line becomes a card with a picture, if the Ahiru site was built with SITE=.",
    qiita:
      "Qiita shows frames of a few sites only. An address alone on its line becomes a card with a picture, if the Ahiru site was built with SITE=.",
    velog: "velog takes frames of a few sites only, so this is code and a link.",
    tistory: "In the HTML mode of the editor.",
    devto: "dev.to makes a card of an address that it has no tag for.",
    notion: "Paste the address and choose “Create embed”.",
    sphinx:
      "The documentation has a directive, ahiru, to write it shorter. In a program, Sphinx turns tabs into spaces.",
    mkdocs: "Markdown of MkDocs lets HTML through, and turns tabs into spaces.",
  },
  more: "All of this, and what scripts can do with an embed",
};
