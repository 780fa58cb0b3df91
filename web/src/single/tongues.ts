// One file speaks three languages: the words of two wait in templates, and the
// reader's browser says which are shown first.

interface Part {
  place: Element;
  words: Map<string, Node[]>;
}

/** Shows the reader's language and lets the buttons choose another. */
export function speak(wanted: readonly string[]): void {
  const parts = [...document.querySelectorAll("[data-part]")].map(partAt);
  const buttons = [...document.querySelectorAll<HTMLButtonElement>("[data-speak]")];
  const choose = (lang: string) => {
    document.documentElement.lang = lang;
    document.title = buttons.find((b) => b.dataset["speak"] === lang)?.dataset["title"] ?? "";
    for (const { place, words } of parts) place.replaceChildren(...(words.get(lang) ?? []));
    for (const shown of document.querySelectorAll("ahiru-demo, ahiru-peps"))
      shown.setAttribute("lang", lang);
    for (const b of buttons) b.setAttribute("aria-pressed", String(b.dataset["speak"] === lang));
  };
  const there = buttons.map((button) => button.dataset["speak"]!);
  for (const button of buttons) button.onclick = () => choose(button.dataset["speak"]!);
  choose(
    wanted.map((tag) => tag.toLowerCase().split("-")[0]!).find((t) => there.includes(t)) ?? "en",
  );
}

function partAt(place: Element): Part {
  const words = new Map([["en", [...place.childNodes] as Node[]]]);
  const others = document.querySelectorAll<HTMLTemplateElement>(
    `template[data-of="${place.getAttribute("data-part")}"]`,
  );
  for (const { lang, content } of others) words.set(lang, [...content.childNodes]);
  return { place, words };
}
