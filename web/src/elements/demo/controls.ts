import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { formatDuration } from "../../lib/duration";
import type { Flag } from "../../lib/flags";
import { boundsOf, isTrue, numberOf } from "../../lib/flag-values";
import { sliderScale, type SliderScale } from "../../lib/slider";
import type { FlagState } from "./flag-state";
import { wordFor } from "./lesson";
import type { Strings } from "./strings";

export interface Controls {
  state: FlagState;
  strings: Strings;
  /** The page's words for flags, by name; the program's own where there is none. */
  labels: Record<string, string>;
  changed(): void;
}

/** A field for each flag. Nothing here keeps the reader from running with a bad value: the program judges it. */
export function controls(c: Controls): TemplateResult | typeof nothing {
  if (c.state.flags.length === 0) return nothing;
  return html`<div class="controls" role="group" aria-label=${c.strings.settings}>
    ${c.state.flags.map((flag) => field(c, flag))}
  </div>`;
}

function field(c: Controls, flag: Flag): TemplateResult {
  switch (flag.kind) {
    case "bool":
      return checkbox(c, flag);
    case "choice":
      return (flag.choices?.length ?? 0) <= 4 ? segments(c, flag) : select(c, flag);
    default:
      return textField(c, flag);
  }
}

const idOf = (flag: Flag) => `flag-${flag.name}`;

const labelOf = (c: Controls, flag: Flag) =>
  html`<span class="what">${wordFor(c.labels, flag.name) ?? flag.usage}</span>
    <code>-${flag.name}</code>`;

/** Sets a value that needs no further typing. */
function choose(c: Controls, flag: Flag, value: string): void {
  c.state.type(flag, value);
  c.state.settle(flag);
  c.changed();
}

/** The range in words, or what is wrong with the value. */
function note(c: Controls, flag: Flag): TemplateResult {
  const problem = c.state.problem(flag);
  const range = flag.range ? c.strings.range(flag.range.min, flag.range.max) : "";
  return html`<p id="${idOf(flag)}-note" class=${problem ? "problem" : "hint"} aria-live="polite">
    ${problem ? c.strings.problem(problem) : range}
  </p>`;
}

function checkbox(c: Controls, flag: Flag): TemplateResult {
  const toggle = (e: Event) =>
    choose(c, flag, String((e.currentTarget as HTMLInputElement).checked));
  return html`<div class="field">
    <label class="check">
      <input
        type="checkbox"
        .checked=${live(isTrue(c.state.value(flag)))}
        aria-describedby="${idOf(flag)}-note"
        @change=${toggle}
      />
      ${labelOf(c, flag)}
    </label>
    ${note(c, flag)}
  </div>`;
}

function segments(c: Controls, flag: Flag): TemplateResult {
  return html`<fieldset class="field" aria-describedby="${idOf(flag)}-note">
    <legend>${labelOf(c, flag)}</legend>
    <div class="segments">
      ${flag.choices?.map(
        (choice) =>
          html`<label>
            <input
              type="radio"
              name=${idOf(flag)}
              value=${choice}
              .checked=${live(choice === c.state.value(flag))}
              @change=${() => choose(c, flag, choice)}
            /><span>${choiceName(flag, choice)}</span>
          </label>`,
      )}
    </div>
    ${note(c, flag)}
  </fieldset>`;
}

/** A language is called by its own name. */
const languages: Record<string, string> = { en: "English", ja: "日本語", ko: "한국어" };

const choiceName = (flag: Flag, choice: string) =>
  flag.name === "lang" ? (languages[choice] ?? choice) : choice;

function select(c: Controls, flag: Flag): TemplateResult {
  const pick = (e: Event) => choose(c, flag, (e.currentTarget as HTMLSelectElement).value);
  const value = c.state.value(flag);
  return html`<div class="field">
    <label for=${idOf(flag)}>${labelOf(c, flag)}</label>
    <select id=${idOf(flag)} aria-describedby="${idOf(flag)}-note" @change=${pick}>
      ${flag.choices?.map(
        (choice) => html`<option .selected=${choice === value}>${choice}</option>`,
      )}
    </select>
    ${note(c, flag)}
  </div>`;
}

function textField(c: Controls, flag: Flag): TemplateResult {
  const scale = scaleOf(flag);
  const settle = () => {
    c.state.settle(flag);
    c.changed();
  };
  const type = (e: Event) => {
    c.state.type(flag, (e.currentTarget as HTMLInputElement).value);
    c.changed();
  };
  return html`<div class="field">
    <label for=${idOf(flag)}>${labelOf(c, flag)}</label>
    <div class="entry">
      ${scale ? slider(c, flag, scale) : nothing}
      <input
        id=${idOf(flag)}
        class=${flag.kind}
        inputmode=${inputModes[flag.kind] ?? "text"}
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        .value=${live(c.state.shown(flag))}
        aria-invalid=${c.state.problem(flag) ? "true" : "false"}
        aria-describedby="${idOf(flag)}-note"
        @input=${type}
        @change=${settle}
        @keydown=${(e: KeyboardEvent) => nudge(c, flag, e)}
      />
    </div>
    ${note(c, flag)}
  </div>`;
}

const inputModes: Partial<Record<Flag["kind"], string>> = {
  int: "numeric",
  uint: "numeric",
  float: "decimal",
};

/** A slider for the hand; the field beside it serves the keyboard and those who listen. */
function slider(c: Controls, flag: Flag, scale: SliderScale): TemplateResult {
  const move = (e: Event) => {
    const position = Number((e.currentTarget as HTMLInputElement).value);
    choose(c, flag, written(flag, scale.value(position)));
  };
  const value = numberOf(flag, c.state.value(flag));
  return html`<input
    type="range"
    tabindex="-1"
    aria-hidden="true"
    min="0"
    max=${scale.steps}
    .value=${live(String(value === null ? 0 : scale.position(value)))}
    @input=${move}
  />`;
}

function scaleOf(flag: Flag): SliderScale | null {
  const bounds = boundsOf(flag);
  return bounds && sliderScale(bounds.min, bounds.max, flag.kind !== "float");
}

const written = (flag: Flag, value: number) =>
  flag.kind === "duration" ? formatDuration(value) : String(value);

/** Arrow keys count a whole number up and down, and move other numbers along their slider. */
function nudge(c: Controls, flag: Flag, e: KeyboardEvent): void {
  const step = { ArrowUp: 1, ArrowDown: -1 }[e.key];
  const value = numberOf(flag, c.state.value(flag));
  if (!step || value === null || e.isComposing) return;
  const next =
    flag.kind === "int" || flag.kind === "uint" ? value + step : along(flag, value, step);
  const bounds = boundsOf(flag);
  if (next === null || (bounds && (next < bounds.min || next > bounds.max))) return;
  e.preventDefault();
  choose(c, flag, written(flag, next));
}

function along(flag: Flag, value: number, step: number): number | null {
  const scale = scaleOf(flag);
  return scale && scale.value(scale.position(value) + step);
}
