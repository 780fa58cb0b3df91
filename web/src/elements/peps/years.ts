// The years of creation as a filter: a histogram to draw a range on, a slider
// for either end, and a button that plays the years.

import { html, svg } from "lit";
import { yearOf } from "./attributes";
import type { Lens, Sight } from "./lens";
import type { Strings } from "./strings";
import type { View } from "./view";

export interface YearsHost {
  readonly words: Strings;
  readonly lens: Lens;
  setView(view: View): void;
  /** Shows a view on the way to one that is set: no step. */
  preview(view: View): void;
  requestUpdate(): void;
}

type Range = readonly [number, number];

const pace = 450; // milliseconds for a year

export class Years {
  #host: YearsHost;
  #timer = 0;
  #from: number | null = null; // where a brush began

  constructor(host: YearsHost) {
    this.#host = host;
  }

  render(sight: Sight) {
    const all = sight.all.map(yearOf).filter((year) => year !== null);
    if (all.length === 0) return "";
    const { words, lens } = this.#host;
    const extent: Range = [Math.min(...all), Math.max(...all)];
    const [first, last] = extent;
    const [from, to] = lens.view.years ?? extent;
    return html`<fieldset class="years">
      <legend>${words.attributes["created"]}: ${from}–${to}</legend>
      ${this.#histogram(all, extent, [from, to])}
      ${this.#end(words.firstYear, extent, from, (year) =>
        this.#set(extent, [year, Math.max(year, to)]),
      )}
      ${this.#end(words.lastYear, extent, to, (year) =>
        this.#set(extent, [Math.min(from, year), year]),
      )}
      <button
        type="button"
        class="plain-button"
        ?disabled=${first === last}
        @click=${() => this.#toggle(extent)}
      >
        ${this.#timer ? words.pauseYears : words.playYears}
      </button>
    </fieldset>`;
  }

  #histogram(all: readonly number[], extent: Range, [from, to]: Range) {
    const [first, last] = extent;
    const counts = new Map<number, number>();
    for (const year of all) counts.set(year, (counts.get(year) ?? 0) + 1);
    const most = Math.max(...counts.values());
    const bars = Array.from({ length: last - first + 1 }, (_, i) => first + i);
    return html`<svg
      viewBox=${`0 0 ${bars.length} 10`}
      preserveAspectRatio="none"
      aria-hidden="true"
      @pointerdown=${(event: PointerEvent) => this.#begin(event, extent)}
      @pointermove=${(event: PointerEvent) => this.#brush(event, extent)}
      @pointerup=${(event: PointerEvent) => this.#finish(event, extent)}
      @pointercancel=${() => (this.#from = null)}
    >
      ${bars.map((year, i) =>
        bar(i, (10 * (counts.get(year) ?? 0)) / most, year >= from && year <= to),
      )}
    </svg>`;
  }

  #end(label: string, [first, last]: Range, value: number, change: (year: number) => void) {
    return html`<input
      type="range"
      aria-label=${label}
      min=${first}
      max=${last}
      .value=${String(value)}
      @change=${(event: Event) => change(Number((event.target as HTMLInputElement).value))}
    />`;
  }

  #with(extent: Range, [a, b]: Range): View {
    const years: Range = [Math.min(a, b), Math.max(a, b)];
    const whole = years[0] <= extent[0] && years[1] >= extent[1];
    return { ...this.#host.lens.view, years: whole ? null : years };
  }

  #set(extent: Range, range: Range) {
    this.stop();
    this.#host.setView(this.#with(extent, range));
  }

  // ---- Brush ----

  #yearAt(event: PointerEvent, [first, last]: Range): number {
    const { left, width } = (event.currentTarget as Element).getBoundingClientRect();
    const part = (event.clientX - left) / (width || 1);
    return Math.min(last, Math.max(first, first + Math.floor(part * (last - first + 1))));
  }

  #begin(event: PointerEvent, extent: Range) {
    this.stop();
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    this.#from = this.#yearAt(event, extent);
  }

  #brush(event: PointerEvent, extent: Range) {
    if (this.#from === null) return;
    this.#host.preview(this.#with(extent, [this.#from, this.#yearAt(event, extent)]));
  }

  #finish(event: PointerEvent, extent: Range) {
    if (this.#from === null) return;
    this.#set(extent, [this.#from, this.#yearAt(event, extent)]);
    this.#from = null;
  }

  // ---- Play ----

  #toggle(extent: Range) {
    if (this.#timer) this.#pause();
    else this.#play(extent);
  }

  /** Year after year comes in, from the range's own end, or from the beginning. */
  #play(extent: Range) {
    const [first, last] = extent;
    const [from, to] = this.#host.lens.view.years ?? [first, last];
    let year = to >= last ? from : to;
    const step = () => {
      this.#host.preview(this.#with(extent, [from, year]));
      if (year++ >= last) this.#pause();
    };
    this.#timer = window.setInterval(step, pace);
    step();
    this.#host.requestUpdate();
  }

  #pause() {
    this.stop();
    this.#host.setView(this.#host.lens.view);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = 0;
  }
}

const bar = (i: number, height: number, inside: boolean) =>
  svg`<rect class=${inside ? "in" : "out"} x=${i + 0.1} width="0.8" y=${10 - height} height=${height} />`;
