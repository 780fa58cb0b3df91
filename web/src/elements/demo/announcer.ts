import { withoutColours } from "../../lib/ansi";
import type { Line } from "./console-lines";

const pause = 1500;
const mostLines = 3;

/**
 * Reads output to those who listen instead of look, without flooding them: a
 * few lines in full, many as their number, at most once in a while.
 */
export class Announcer {
  readonly node = document.createElement("div");
  private waiting: string[] = [];
  private count = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly linesOfOutput: (count: number) => string) {
    this.node.className = "unseen";
    this.node.setAttribute("aria-live", "polite");
  }

  add(line: Line): void {
    this.count++;
    if (this.waiting.length < mostLines) this.waiting.push(withoutColours(line.text).slice(0, 200));
    this.timer ??= setTimeout(() => this.speak(), pause);
  }

  clear(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.waiting = [];
    this.count = 0;
    this.node.textContent = "";
  }

  private speak(): void {
    const few = this.count <= mostLines;
    const text = few ? this.waiting.join("\n") : this.linesOfOutput(this.count);
    this.clear();
    this.node.textContent = text;
  }
}
