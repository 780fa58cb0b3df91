import { pieces, type Piece } from "../../lib/ansi";
import { visibleText } from "../../lib/visible-text";
import { Announcer } from "./announcer";
import { ConsoleLines, type Line } from "./console-lines";
import type { OutputEvent } from "./runner";
import type { Strings } from "./strings";

/** A line on the page. */
interface Row {
  line: Line;
  node: HTMLElement;
  words: HTMLElement;
}

/** How near the end a reader must be to be taken along, in pixels. */
const near = 32;

/**
 * The console: output drawn once a frame, at most as many rows as ConsoleLines
 * keeps. It follows the newest line unless the reader has scrolled up.
 */
export class ConsoleView {
  readonly log = document.createElement("div");
  readonly announcer: Announcer;
  /** Whether the view follows the newest line. */
  following = true;
  private lines = new ConsoleLines();
  private rows: Row[] = [];
  private readonly gap = document.createElement("p");
  private frame = 0;

  constructor(
    private readonly strings: () => Strings,
    private readonly changed: () => void,
  ) {
    this.announcer = new Announcer((count) => this.strings().linesOfOutput(count));
    this.log.className = "log";
    this.log.translate = false;
    this.log.tabIndex = 0;
    this.log.setAttribute("role", "log");
    this.log.setAttribute("aria-live", "off"); // the announcer speaks instead
    this.log.addEventListener("scroll", () => this.follow(this.atEnd()), { passive: true });
    this.gap.className = "gap";
    this.clear();
  }

  get empty(): boolean {
    return this.lines.total === 0;
  }

  clear(): void {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    this.log.ariaLabel = this.strings().output;
    this.lines = new ConsoleLines();
    this.rows = [];
    this.log.replaceChildren();
    this.announcer.clear();
    this.follow(true);
  }

  write(e: OutputEvent): void {
    const wasEmpty = this.empty;
    this.lines.write(e);
    this.frame ||= requestAnimationFrame(() => this.draw());
    if (wasEmpty) this.changed();
  }

  /** Draws what waits for its frame: a hidden page gets none. */
  draw(): void {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    this.drop();
    this.extendLast();
    this.append();
    if (this.following) this.log.scrollTop = this.log.scrollHeight;
  }

  toNewest(): void {
    this.follow(true);
    this.log.scrollTop = this.log.scrollHeight;
  }

  private follow(following: boolean): void {
    if (following === this.following) return;
    this.following = following;
    this.changed();
  }

  private atEnd(): boolean {
    return this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < near;
  }

  /** Takes away the rows of lines that are no longer kept. */
  private drop(): void {
    if (this.lines.skipped === 0) return;
    const oldest = this.lines.last[0]?.id ?? 0;
    const kept = this.lines.first.length;
    let count = 0;
    while ((this.rows[kept + count]?.line.id ?? oldest) < oldest) count++;
    for (const row of this.rows.splice(kept, count)) row.node.remove();
    this.gap.textContent = this.strings().linesSkipped(this.lines.skipped);
  }

  /** The last row may have been drawn before its line was whole. */
  private extendLast(): void {
    const row = this.rows.at(-1);
    if (row) this.fill(row.words, row.line);
  }

  private append(): void {
    const { first, last, skipped } = this.lines;
    const fresh = document.createDocumentFragment();
    const newest = this.rows.at(-1)?.line.id ?? -1;
    for (const line of [...first, ...last]) {
      if (line.id <= newest) continue;
      const row = this.row(line);
      this.rows.push(row);
      fresh.append(row.node);
      this.announcer.add(line);
    }
    this.log.append(fresh);
    if (skipped > 0 && !this.gap.isConnected) this.rows[first.length - 1]?.node.after(this.gap);
  }

  private row(line: Line): Row {
    const node = document.createElement("div");
    node.className = line.stream;
    node.dataset.ms = String(Math.round(line.ms));
    if (line.stream === "stderr") node.append(unseen(`${this.strings().standardError}: `));
    const words = document.createElement("span");
    this.fill(words, line);
    node.append(words);
    return { line, node, words };
  }

  private fill(words: HTMLElement, line: Line): void {
    const more = line.cut > 0 ? ` … ${this.strings().charactersMore(line.cut)}` : "";
    words.replaceChildren(...pieces(line.text).map(coloured), more);
  }
}

function coloured({ text, colour }: Piece): string | HTMLElement {
  if (colour === null) return visibleText(text);
  const node = document.createElement("span");
  node.className = `colour-${colour}`;
  node.textContent = visibleText(text);
  return node;
}

function unseen(text: string): HTMLElement {
  const node = document.createElement("span");
  node.className = "unseen";
  node.textContent = text;
  return node;
}
