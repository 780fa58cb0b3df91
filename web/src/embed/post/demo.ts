import type { Told } from "../protocol";
import { codeOf } from "./code";
import { Framed } from "./framed";
import { pageOf } from "./site";
import type { Words } from "./words";

type Values = Record<string, string>;
type Result = {
  exitCode: number;
  stdout: string;
  stderr: string;
  wallMs: number;
  stopped: boolean;
};
type Diagnostic = { line: number; column: number; message: string };

/** What is no lesson's, and runs the program that it is given. */
const blank = "play";

/** <ahiru-demo name="threads"> in a post: a lesson; without a name a program of the post's own. */
export class DemoEmbed extends Framed {
  protected static override readonly settable = ["source", "params", "clock", "seed", "name"];
  static observedAttributes = ["name", "lang", "theme", "params", "clock", "seed", "together"];
  protected override readonly shownAfter: Told["told"] = "height";

  attributeChangedCallback(name: string): void {
    if (name === "theme") this.look();
    else this.again();
  }

  get name(): string {
    return this.getAttribute("name") ?? "";
  }

  set name(name: string) {
    this.setAttribute("name", name);
  }

  get source(): Promise<string> {
    return this.ask("source") as Promise<string>;
  }

  set source(text: string | Promise<string>) {
    this.set("source", String(text));
  }

  get params(): Promise<Values> {
    return this.ask("params") as Promise<Values>;
  }

  set params(values: Values | Promise<Values>) {
    this.set("params", { ...values });
  }

  get clock(): Promise<unknown> {
    return this.ask("clock");
  }

  set clock(clock: unknown) {
    this.set("clock", clock);
  }

  get seed(): Promise<string> {
    return this.ask("seed") as Promise<string>;
  }

  set seed(seed: string | Promise<string>) {
    this.set("seed", seed);
  }

  get diagnostics(): Promise<Diagnostic[]> {
    return this.ask("diagnostics") as Promise<Diagnostic[]>;
  }

  run(): Promise<Result> {
    return this.ask("run") as Promise<Result>;
  }

  pause(): Promise<boolean> {
    return this.ask("pause") as Promise<boolean>;
  }

  /** Nothing when the frame is not there. */
  stop(): void {
    this.nudge("stop");
  }

  resume(): void {
    this.nudge("resume");
  }

  /** Without a name, and without a program from a script, it is the code between the tags that runs. */
  protected override prepare(): void {
    const block = this.querySelector<HTMLElement>("pre");
    if (!this.lesson && block && !this.has("source")) this.source = codeOf(block);
  }

  protected override address(theme: string): URL {
    return pageOf(`embed/${this.lesson || blank}/`, this.language, { theme, ...this.#state() });
  }

  protected override page(): URL {
    const path = this.lesson ? `demos/${this.lesson}/` : `${blank}/`;
    return pageOf(path, this.language, this.#state());
  }

  protected override label(words: Words): string {
    return words.lesson(this.lesson);
  }

  protected override fault(words: Words): string | null {
    const known = /^([a-z][a-z0-9-]*)?$/.test(this.name) && this.name !== "peps";
    return known ? null : words.noName(this.name);
  }

  /** The name of a lesson, "" for a program of the post's own. */
  private get lesson(): string {
    return this.name === blank ? "" : this.name;
  }

  /** What links carry: flags with a dash before their names, and the clock. */
  #state(): Values {
    const params = new URLSearchParams(this.getAttribute("params") ?? "");
    const flags = [...params].map(([name, value]): [string, string] => [`-${name}`, value]);
    const others = ["clock", "seed"].map((name): [string, string] => [
      name,
      this.getAttribute(name) ?? "",
    ]);
    const together: [string, string] = ["together", this.hasAttribute("together") ? "yes" : ""];
    const said = [...flags, ...[...others, together].filter(([, value]) => value !== "")];
    return Object.fromEntries(said);
  }
}
