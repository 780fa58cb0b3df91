import { html, nothing, type TemplateResult } from "lit";
import { figuresView, type FiguresView } from "./figures-view";
import type { ConsoleView } from "./console-view";
import type { Strings } from "./strings";

export interface Output {
  strings: Strings;
  console: ConsoleView;
  /** A run has begun; before that there is nothing to say about output. */
  begun: boolean;
  /** A run has ended, so that "nothing" is final. */
  ended: boolean;
  /** Figures of the last run, none before it; null for a lesson that reports none. */
  measured: Measurements | null;
  actions: TemplateResult | typeof nothing;
  /** What a part of it is called, by its title. */
  named(title: string): string;
  /** What the console says under its last line; "" for nothing. */
  foot: string;
}

export interface Measurements extends FiguresView {
  /** Where and how they were measured, in a sentence. */
  said: string;
  /** A run goes on that was begun to measure. */
  measuring: boolean;
  /** What else can be measured. */
  below: TemplateResult | typeof nothing;
}

/** What the run printed, and beside it what it measured. */
export function output(o: Output): TemplateResult {
  return html`<div class="output ${o.measured ? "measured" : ""}">
    <section class="console" aria-label=${o.named(o.strings.output)}>
      <header>
        <p class="title">${o.strings.output}</p>
        ${o.actions}
      </header>
      <div class="paper">
        ${o.console.empty ? html`<p class="nothing">${emptiness(o)}</p>` : nothing} ${o.console.log}
        ${o.foot ? html`<p class="foot">${o.foot}</p>` : nothing}
        <button class="newest" ?hidden=${o.console.following} @click=${() => o.console.toNewest()}>
          ↓ ${o.strings.toNewest}
        </button>
      </div>
      ${o.console.announcer.node}
    </section>
    ${o.measured ? measurements(o.measured, o) : nothing}
  </div>`;
}

function emptiness(o: Output): string {
  if (!o.begun) return o.strings.nothingYet;
  return o.ended ? o.strings.noOutput : "";
}

const measurements = (view: Measurements, { strings, named }: Output) =>
  html`<section class="measurements" aria-label=${named(strings.figures)}>
    <header><p class="title">${strings.figures}</p></header>
    ${
      view.figures.length === 0
        ? html`<p class="evidence">${strings.nothingMeasured}</p>
            ${view.measuring ? view.below : nothing}`
        : html`${figuresView(view)}
            <p class="evidence">${view.said}</p>
            ${view.below}`
    }
  </section>`;
