import { html, nothing, type TemplateResult } from "lit";
import type { Lane, Model, Span } from "./model";
import type { Strings } from "./strings";
import { nameOf } from "./transcript";

/** A goroutine that waited when the run ended: leaked, or part of a deadlock. */
export interface Left {
  lane: Lane;
  span: Span;
  /** The line of the program that started it, 0 when that is not known. */
  made: number;
}

/** Longer lists help nobody. */
const most = 20;

export function leftWaiting(model: Model): Left[] {
  return model.lanes.flatMap((lane) => {
    const span = lane.spans.at(-1);
    const waits = span?.state === "blocked" || span?.state === "sleeping";
    return span && waits && !lane.died ? [{ lane, span, made: lineOf(model, lane.made) }] : [];
  });
}

function lineOf({ stacks }: Model, stack = 0): number {
  const own = stacks?.[stack]?.find(({ func }) => func.startsWith("main."));
  return own?.line ?? 0;
}

/** Whoever was left, each with what it waited for, where, and where it was started. */
export function leftView(model: Model, s: Strings): TemplateResult | typeof nothing {
  const left = leftWaiting(model);
  if (left.length === 0) return nothing;
  const told = ({ span, made }: Left) =>
    [span.reason, span.line > 0 ? s.line(span.line) : "", made > 0 ? s.startedAt(made) : ""].filter(
      Boolean,
    );
  return html`<div class="left">
    <p>${s.left(left.length)}</p>
    <ul>
      ${left
        .slice(0, most)
        .map((each) => html`<li><b>${nameOf(each.lane)}</b>: ${told(each).join(", ")}</li>`)}
    </ul>
    ${left.length > most ? html`<p>${s.more(left.length - most)}</p>` : nothing}
  </div>`;
}
