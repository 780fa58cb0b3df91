import { html, nothing, svg, type TemplateResult } from "lit";
import type { Status } from "./status";
import type { Strings } from "./strings";
import type { Taken } from "./taken-view";
import type { TimeWords } from "./time-words";

/** What the toolbar shows and whom it tells. */
export interface Toolbar {
  strings: Strings;
  status: Status;
  /** Shows the status's clock. */
  clock: HTMLElement;
  canRun: boolean;
  canStop: boolean;
  /** Pausing this run, or letting it go on. */
  time: { words: TimeWords; paused: boolean; remark: string; toggle(): void };
  /** What stands behind how long the last run took; null while none has ended. */
  took: Taken | null;
  run(): void;
  stop(): void;
  retry(): void;
  /** The reader is about to press Run. */
  intend(): void;
}

const play = svg`<svg viewBox="0 0 16 16" aria-hidden="true"><path d="M4 2.5v11l9-5.5z"/></svg>`;
const square = svg`<svg viewBox="0 0 16 16" aria-hidden="true"><path d="M3.5 3.5h9v9h-9z"/></svg>`;

/**
 * Run, Stop and the state in a sentence. Buttons that can do nothing now stay
 * focusable, so that the keyboard does not lose its place when a run begins.
 */
export function toolbar(t: Toolbar): TemplateResult {
  const { strings, status } = t;
  return html`<div class="toolbar ${status.tone}">
    <button
      class="run"
      part="run"
      aria-keyshortcuts="Control+Enter Meta+Enter"
      aria-disabled=${t.canRun ? "false" : "true"}
      title=${strings.keys}
      @click=${t.run}
      @pointerenter=${t.intend}
      @focus=${t.intend}
    >
      ${play}${strings.run}
    </button>
    <button
      class="stop"
      part="stop"
      aria-keyshortcuts="Escape"
      aria-disabled=${t.canStop ? "false" : "true"}
      title=${strings.keys}
      @click=${t.stop}
    >
      ${square}${strings.stop}
    </button>
    ${pauseButton(t)}
    <div class="state">
      <p role="status">${sentence(t)}</p>
      ${status.clock ? t.clock : nothing}
      ${
        status.share === undefined
          ? nothing
          : html`<progress
              max="1"
              .value=${status.share}
              aria-label=${strings.fetching}
            ></progress>`
      }
      ${
        status.retry
          ? html`<button class="retry" @click=${t.retry}>${strings.retry}</button>`
          : nothing
      }
      <p class="remark" role="alert">${t.time.remark}</p>
      ${t.took ? t.took.told : nothing}
    </div>
  </div>`;
}

/** The state in words; how long a run took can be pressed. */
function sentence({ status: { text, took = "" }, took: taken }: Toolbar) {
  const at = took ? text.indexOf(took) : -1;
  if (!taken || at < 0) return text;
  return html`${text.slice(0, at)}${taken.press(took)}${text.slice(at + took.length)}`;
}

const bars = svg`<svg viewBox="0 0 16 16" aria-hidden="true"><path d="M3.5 3h3v10h-3zM9.5 3h3v10h-3z"/></svg>`;

function pauseButton({ canStop, time }: Toolbar): TemplateResult {
  return html`<button
    class="pause"
    part="pause"
    aria-disabled=${canStop ? "false" : "true"}
    @click=${time.toggle}
  >
    ${time.paused ? play : bars}${time.paused ? time.words.resume : time.words.pause}
  </button>`;
}
