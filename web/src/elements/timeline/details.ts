import { html, nothing, type TemplateResult } from "lit";
import type { Lane, Model, Span } from "./model";
import type { Names } from "./names";
import type { Picked } from "./sight";
import type { Strings } from "./strings";
import { Told } from "./told";
import { spanInWords } from "./transcript";

export interface DetailsView {
  model: Model;
  strings: Strings;
  names: Names;
  /** The moment looked at. */
  at: number | null;
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
    ${span ? frames(model, span) : nothing} ${noted(picked, v)} ${v.evidence()}
  </section>`;
}

function said({ span }: Picked, { strings: s, length }: DetailsView): string {
  if (!span) return s.noState;
  return `${spanInWords({ ...span, line: 0 }, s, length)}${s.comma}${s.fromTo(length(span.start), length(span.end))}`;
}

/** The regions around it, with their tasks, and the messages that it left. */
function noted({ lane, span }: Picked, v: DetailsView): TemplateResult | typeof nothing {
  if (!span) return nothing;
  const { model, strings: s, at } = v;
  const told = Told.of(model);
  const regions = told.regionsAt(lane, at ?? span.start);
  const task = model.tasks?.find(({ id }) => id === regions.at(-1)?.task);
  const names = [
    ...(task ? [s.task(task.name)] : []),
    ...regions.map(({ name }) => s.region(name)),
  ];
  const logs = told.logsBetween(lane, span.start, span.end);
  if (names.length + logs.length === 0) return nothing;
  return html`<ul class="noted">
    ${names.length > 0 ? html`<li>${s.inRegions(names.join(s.comma))}</li>` : nothing}
    ${logs.map(
      (log) =>
        html`<li>
          ${link(v.length(log.at), () => v.goTo(log.at))} ${s.log(log.category, log.message)}
          ${log.line > 0 ? link(s.line(log.line), () => v.light(log.line)) : nothing}
        </li>`,
    )}
  </ul>`;
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
