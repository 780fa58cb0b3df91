import { html, nothing, type TemplateResult } from "lit";
import type { State } from "./model";
import type { Strings } from "./strings";
import type { TimeWindow } from "./window";

/** What wasm/timeline adds up; times are milliseconds. */
export interface Totals {
  lanes: { id: string; states: Partial<Record<State, number>> }[];
  /** Null where nobody was stopped anywhere. */
  lines:
    | {
        func: string;
        line: number;
        state: State;
        reason: string;
        times: number;
        total: number;
      }[]
    | null;
}

/** Who adds up what is in view. */
export type AddUp = (w: TimeWindow) => Promise<Totals>;

/** More lines than this say nothing more. */
const most = 15;

/** The time of all goroutines together by state, and where they waited most. */
export function totalsView(
  t: Totals,
  s: Strings,
  length: (ms: number) => string,
  light: (line: number) => void,
  /** A figure that can be pressed, by its key. */
  figure: (key: string, text: string) => TemplateResult,
): TemplateResult {
  const lines = t.lines ?? [];
  const sums = new Map<State, number>();
  for (const { states } of t.lanes) {
    for (const [state, ms] of Object.entries(states) as [State, number][]) {
      sums.set(state, (sums.get(state) ?? 0) + ms);
    }
  }
  const all = [...sums].sort((a, b) => b[1] - a[1]);
  return html`<p>
      ${
        all.length === 0
          ? s.noState
          : all.map(
              ([state, ms], i) =>
                html`${i ? s.comma : nothing}${s.states[state]}
                ${figure(`sum ${state}`, length(ms))}`,
            )
      }
    </p>
    ${
      lines.length === 0
        ? nothing
        : html`<table>
            <thead>
              <tr>
                <th>${s.where}</th>
                <th>${s.what}</th>
                <th class="number">${s.times}</th>
                <th class="number">${s.total}</th>
              </tr>
            </thead>
            <tbody>
              ${lines.slice(0, most).map(
                (l, i) =>
                  html`<tr>
                    <td>
                      <button class="link" @click=${() => light(l.line)}>${s.line(l.line)}</button>
                      <span>${l.func}</span>
                    </td>
                    <td>${l.reason}</td>
                    <td class="number">${figure(`sum times ${i}`, String(l.times))}</td>
                    <td class="number">${figure(`sum total ${i}`, length(l.total))}</td>
                  </tr>`,
              )}
            </tbody>
          </table>`
    }`;
}

/** What is in view added up, once for each stretch, while the reader wants to know. */
export class Sums {
  totals: Totals | null = null;
  opened = false;
  private asked = "";

  constructor(private readonly changed: () => void) {}

  open(opened: boolean): void {
    if (opened === this.opened) return;
    this.opened = opened;
    this.changed();
  }

  /** Asks, unless this has been asked for the same stretch and state of the model. */
  ask(addUp: AddUp | null, { from, to }: TimeWindow, model: string): void {
    const asked = `${from} ${to} ${model}`;
    if (!this.opened || !addUp || asked === this.asked) return;
    this.asked = asked;
    const take = (totals: Totals | null) => {
      if (asked !== this.asked) return;
      this.totals = totals;
      this.changed();
    };
    addUp({ from, to }).then(take, () => take(null)); // why not is told above the picture
  }

  forget(): void {
    this.totals = null;
    this.asked = "";
  }
}
