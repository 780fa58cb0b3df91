import { stateOf } from "../../lib/url-state";
import type { Told } from "../protocol";
import { Framed } from "./framed";
import { pageOf } from "./site";
import type { Words } from "./words";

/** <ahiru-peps> in a post: the map of PEP references. Its height is the post's to choose. */
export class PepsEmbed extends Framed {
  static observedAttributes = ["lang", "theme", "view"];
  protected override readonly shownAfter: Told["told"] = "hello";

  attributeChangedCallback(name: string): void {
    if (name === "theme") this.look();
    else this.again();
  }

  select(number: number | null): Promise<unknown> {
    return this.ask("select", number);
  }

  get selected(): Promise<number | null> {
    return this.ask("selected") as Promise<number | null>;
  }

  get graph(): Promise<unknown> {
    return this.ask("graph");
  }

  metrics(name: string): Promise<Record<number, number>> {
    return this.ask("metrics", name) as Promise<Record<number, number>>;
  }

  path(a: number, b: number): Promise<number[]> {
    return this.ask("path", a, b) as Promise<number[]>;
  }

  export(format: string): Promise<Blob> {
    return this.ask("export", format) as Promise<Blob>;
  }

  protected override address(theme: string): URL {
    return pageOf("embed/peps/", this.language, { ...this.#view(), theme });
  }

  protected override page(): URL {
    return pageOf("peps/", this.language, this.#view());
  }

  protected override label(words: Words): string {
    return words.map;
  }

  protected override fault(): null {
    return null;
  }

  /** What a link to the map carries, written as it stands there, with the "#v1=" or without. */
  #view(): Record<string, string> {
    const text = this.getAttribute("view") ?? "";
    return stateOf(text.replace(/^#v1=/, "")) ?? {};
  }
}
