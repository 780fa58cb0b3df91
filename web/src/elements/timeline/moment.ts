import { html, nothing, type TemplateResult } from "lit";
import { stateAt, states, type Lane, type Model, type Span, type State } from "./model";
import type { Strings } from "./strings";
import { atThing, thingsOf } from "./things";
import { tasksAt } from "./told";

/** Goroutines that are in the same state at a moment, for the same reason at the same line. */
export interface Same {
  lanes: Lane[];
  span: Span;
}

/** More kinds than this are told as a number. */
const most = 40;

/** What every goroutine is in at a moment; those that are alike are told once. */
export function everyoneAt({ lanes }: Pick<Model, "lanes">, at: number): Same[] {
  const alike = new Map<string, Same>();
  for (const lane of lanes) {
    const span = stateAt(lane, at);
    if (!span) continue;
    const key = [lane.run, lane.worker, lane.name, span.state, span.reason, span.line].join("\0");
    const same = alike.get(key);
    if (same) same.lanes.push(lane);
    else alike.set(key, { lanes: [lane], span });
  }
  const order = (s: Same) => states.indexOf(s.span.state);
  return [...alike.values()].sort((a, b) => order(a) - order(b));
}

/** How many goroutines are in which state. */
export function counts({ lanes }: Pick<Model, "lanes">, at: number, s: Strings): string {
  const sums = new Map<State, number>();
  for (const lane of lanes) {
    const state = stateAt(lane, at)?.state;
    if (state) sums.set(state, (sums.get(state) ?? 0) + 1);
  }
  const told = states.filter((state) => sums.has(state));
  return told.map((state) => `${s.states[state]} ${sums.get(state)}`).join(s.comma) || s.noState;
}

export interface MomentView {
  model: Model;
  at: number;
  strings: Strings;
  length(ms: number): string;
  /** A lane as its row is called. */
  nameOf(lane: Lane): string;
  /** A thing as its row is called. */
  thing(name: string): string;
  /** What the runs are called, where two are compared. */
  runs: readonly string[];
  /** The text of a line of the program. */
  code(line: number): string;
  pick(lane: Lane): void;
  light(line: number): void;
  evidence(): TemplateResult;
}

/** The moment in words: who does what, at which line, and who has the locks. */
export function momentView(v: MomentView): TemplateResult {
  const s = v.strings;
  const runs = new Set(v.model.lanes.map(({ run = 0 }) => run));
  return html`<section class="moment" aria-label=${s.momentTitle}>
    <p class="title" role="status">${s.at(v.length(v.at))}${s.colon}${counts(v.model, v.at, s)}</p>
    ${[...runs].sort().map((run) => ofRun(run, v))} ${v.evidence()}
  </section>`;
}

/** One run's part of it, under its name where there is another. */
function ofRun(run: number, v: MomentView): TemplateResult {
  const { strings: s, at } = v;
  const of = (each: { run?: number }) => (each.run ?? 0) === run;
  const { lanes, tasks = [] } = v.model;
  const model = { ...v.model, lanes: lanes.filter(of), tasks: tasks.filter(of) };
  const all = everyoneAt(model, at);
  return html`${run ? html`<p class="run"><b>${v.runs[run - 1]}</b>${s.colon}${counts(model, at, s)}</p>` : nothing}
    <ul>
      ${all.slice(0, most).map((same) => one(same, v))} ${thingsAt(v, run)}
    </ul>
    ${underWay({ ...v, model })}
    ${all.length > most ? html`<p>${s.more(all.length - most)}</p>` : nothing}`;
}

/** More tasks than this are told as a number. */
const mostTasks = 10;

function underWay({ model, at, strings: s }: MomentView): TemplateResult | typeof nothing {
  const tasks = tasksAt(model, at);
  if (tasks.length === 0) return nothing;
  const names = tasks.slice(0, mostTasks).map(({ name }) => s.task(name));
  const more = tasks.length > mostTasks ? ` ${s.more(tasks.length - mostTasks)}` : "";
  return html`<p class="tasks">${s.underWay(names.join(s.comma))}${more}</p>`;
}

function one({ lanes, span }: Same, v: MomentView): TemplateResult {
  const { strings: s } = v;
  const [lane] = lanes as [Lane];
  const name = lanes.length > 1 ? s.group(lane.name, lanes.length) : v.nameOf(lane);
  const since = v.at - span.start;
  return html`<li class=${span.state}>
    <i></i>
    <button class="link" @click=${() => v.pick(lane)}>${name}</button>
    <span>${span.reason || s.states[span.state]}</span>
    ${
      span.line > 0
        ? html`<button class="link" @click=${() => v.light(span.line)}>
            ${s.line(span.line)}
          </button>`
        : nothing
    }
    ${span.line > 0 ? html`<code translate="no">${v.code(span.line).trim()}</code>` : nothing}
    ${lanes.length === 1 ? html`<span class="muted">${s.since(v.length(since))}</span>` : nothing}
  </li>`;
}

function thingsAt(v: MomentView, run: number): TemplateResult[] {
  const { strings: s, model, at } = v;
  const names = new Map(model.lanes.map((lane) => [lane.id, v.nameOf(lane)]));
  const called = (lanes: string[]) => lanes.map((lane) => names.get(lane) ?? lane).join(s.comma);
  return thingsOf(model).flatMap((thing) => {
    if (thing.run !== run) return [];
    const { holders, waiters } = atThing(thing, at);
    if (holders.length + waiters.length === 0) return [];
    const told = [
      holders.length > 0 ? s.heldBy(called(holders)) : s.heldByNone,
      waiters.length > 0 ? s.awaitedBy(waiters.length, called(waiters.slice(0, 5))) : "",
    ];
    return html`<li class="thing">
      <b>${v.thing(thing.name)}</b> ${told.filter(Boolean).join(s.comma)}
    </li>`;
  });
}
