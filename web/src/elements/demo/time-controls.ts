import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { isReal, longestSeed, clockOf, type ClockChoice, type Time } from "./time-choice";
import type { TimeHands } from "./time-hands";
import type { TimeWords } from "./time-words";

export interface TimeControls {
  hands: TimeHands;
  words: TimeWords;
  /** What the run that goes on goes by; null when none does. */
  running: Time | null;
  changed(): void;
}

type Kind = "real" | "virtual" | "factor";

const kindOf = (clock: ClockChoice): Kind =>
  clock === "virtual" ? "virtual" : isReal(clock) ? "real" : "factor";

/** The factor that slow motion begins with. */
const firstFactor = 0.1;

/** Clock and seed, folded away: closed it says which are in force, open it lets the reader choose. */
export function timeControls(c: TimeControls): TemplateResult {
  const { hands, words } = c;
  const { choice } = hands;
  const time = c.running ?? choice;
  return html`<details class="time" part="time">
    <summary>
      <span class="what">${words.title}</span>
      <span class="inforce">${words.inForce(time)}</span>
    </summary>
    <div class="fields">${clockField(c)} ${seedField(c)}</div>
    <p class="promise">${words.promise(time)}</p>
    ${c.running ? html`<p class="promise">${words.nextRun}</p>` : nothing}
  </details>`;
}

function clockField(c: TimeControls): TemplateResult {
  const { words, hands, changed } = c;
  const now = kindOf(hands.choice.clock);
  const pick = (kind: Kind) => {
    hands.choice.clock = kind === "factor" ? firstFactor : kind;
    changed();
  };
  return html`<fieldset class="field">
      <legend>${words.clock}</legend>
      <div class="segments">
        ${(["real", "virtual", "factor"] as const).map(
          (kind) =>
            html`<label
              ><input
                type="radio"
                name="clock"
                value=${kind}
                .checked=${live(kind === now)}
                @change=${() => pick(kind)}
              /><span>${words.clocks[kind]}</span>
            </label>`,
        )}
      </div>
    </fieldset>
    ${now === "factor" ? factorField(c) : nothing}`;
}

function factorField({ words, hands, changed }: TimeControls): TemplateResult {
  const { clock } = hands.choice;
  const settle = (e: Event) => {
    const input = e.currentTarget as HTMLInputElement;
    const factor = clockOf(input.value.trim());
    input.setAttribute("aria-invalid", typeof factor === "number" ? "false" : "true");
    if (typeof factor !== "number") return;
    hands.choice.clock = factor;
    changed();
  };
  return html`<div class="field">
    <label for="clock-factor">${words.factor}</label>
    <p class="hint" id="clock-factor-note">${words.factorRange}</p>
    <div class="entry">
      <input
        id="clock-factor"
        class="float"
        inputmode="decimal"
        autocomplete="off"
        .value=${String(clock)}
        aria-describedby="clock-factor-note"
        @change=${settle}
      />
    </div>
  </div>`;
}

function seedField({ words, hands, changed }: TimeControls): TemplateResult {
  const settle = (e: Event) => {
    hands.choice.seed = (e.currentTarget as HTMLInputElement).value.slice(0, longestSeed);
    changed();
  };
  return html`<div class="field">
    <label for="clock-seed">${words.seed}</label>
    <div class="entry">
      <input
        id="clock-seed"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        maxlength=${longestSeed}
        placeholder=${words.noSeedYet}
        .value=${live(hands.choice.seed)}
        @change=${settle}
      />
    </div>
  </div>`;
}
