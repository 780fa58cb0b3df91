import { html, nothing, type TemplateResult } from "lit";
import type { Lane, Model, Span } from "./model";
import type { Names } from "./names";
import type { Picked } from "./sight";
import type { Strings } from "./strings";
import { spanInWords } from "./transcript";

export interface DetailsView {
  model: Model;
  strings: Strings;
  names: Names;
  length(ms: number): string;
  light(line: number): void;
  goTo(at: number): void;
  pick(lane: Lane): void;
  fill(span: Span): void;
  evidence(): TemplateResult;
}

/** What is known of what the reader picked: state, length, reason, stack, and who woke it. */
export function details(picked: Picked, v: DetailsView): TemplateResult | typeof nothing {
  const { model, strings: s, names } = v;
  const lane = model.lanes.find(({ id }) => id === picked.lane);
  if (!lane) return nothing;
  const { span } = picked;
  return html`<section class="details" aria-label=${s.details}>
    <p><b>${names.lane(lane)}</b> <span role="status">${said(picked, v)}</span></p>
    <p class="facts">
      ${span && span.line > 0 ? link(s.line(span.line), () => v.light(span.line)) : nothing}
      ${span ? wakings(lane, span, v) : nothing} ${life(lane, v)}
      ${span ? link(s.zoomToIt, () => v.fill(span)) : nothing}
    </p>
    ${span ? frames(model, span) : nothing} ${v.evidence()}
  </section>`;
}

function said({ span }: Picked, { strings: s, length }: DetailsView): string {
  if (!span) return s.noState;
  return `${spanInWords({ ...span, line: 0 }, s, length)}${s.comma}${s.fromTo(length(span.start), length(span.end))}`;
}

const link = (text: string, act: () => void) =>
  html`<button class="link" @click=${act}>${text}</button>`;

/** Who ended a wait, or began what came after it; and whom it woke meanwhile. */
function wakings(lane: Lane, span: Span, v: DetailsView): TemplateResult | typeof nothing {
  const { model, strings: s, names, length } = v;
  const end = span.state === "runnable" ? span.start : span.end;
  const woken = model.wakeups.find(({ at, to }) => to === lane.id && Math.abs(at - end) < 1e-6);
  const wakes = model.wakeups.filter(
    ({ at, from }) => from === lane.id && at >= span.start && at <= span.end,
  );
  const by = woken && model.lanes.find(({ id }) => id === woken.from);
  const whom = [...new Set(wakes.map(({ to }) => to))].slice(0, 5).map(names.laneOf);
  return html`${
    woken
      ? link(s.wokenBy(by ? names.lane(by) : "", length(woken.at)), () =>
          by ? v.pick(by) : v.goTo(woken.at),
        )
      : nothing
  }
  ${wakes.length > 0 ? html`<span>${s.wakes(wakes.length, whom.join(s.comma))}</span>` : nothing}`;
}

/** Where it came from and when it ended. */
function life(lane: Lane, v: DetailsView): TemplateResult {
  const { model, strings: s, names, length } = v;
  const parent = model.lanes.find(({ id }) => id === lane.parent);
  const made = model.stacks?.[lane.made ?? 0]?.find(({ func }) => func.startsWith("main."));
  return html`${parent ? link(s.startedBy(names.lane(parent)), () => v.pick(parent)) : nothing}
  ${made ? link(s.startedAt(made.line), () => v.light(made.line)) : nothing}
  ${lane.died ? html`<span>${s.endedAt(length(lane.died))}</span>` : nothing}`;
}

function frames(model: Model, span: Span): TemplateResult | typeof nothing {
  const stack = span.stack ? (model.stacks?.[span.stack] ?? []) : [];
  if (stack.length === 0) return nothing;
  return html`<ol>
    ${stack.map((f) => html`<li>${f.func} (${f.file.split("/").at(-1)}:${f.line})</li>`)}
  </ol>`;
}
