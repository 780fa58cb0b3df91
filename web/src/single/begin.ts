// The first thing that a page in one file does, before its elements are defined.
import { fetchFrom } from "./carried";
import { speak } from "./tongues";

const blocks = new Map(
  [...document.querySelectorAll<HTMLScriptElement>("script[data-path]")].map((block) => [
    block.dataset["path"]!,
    block,
  ]),
);

globalThis.fetch = fetchFrom(
  new URL("../", import.meta.url),
  (path) => blocks.get(path)?.textContent ?? null,
);
speak(navigator.languages);
