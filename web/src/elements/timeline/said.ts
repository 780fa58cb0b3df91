import { html, nothing, type TemplateResult } from "lit";
import type { AhiruTimeline } from "./element";
import { evidence, told, type Lines } from "./behind";
import { cutNotes } from "./cuts";
import { endOf } from "./model";

/** What is to be said of the whole: where it comes from, what is missing, what it cost, what is filtered. */
export function said(t: AhiruTimeline): TemplateResult {
  const { condition, model, strings: s } = t;
  if (condition.kind === "loading") return html`<p class="said" role="status">${s.loading}</p>`;
  if (condition.kind === "failed") {
    return html`<p class="said bad" role="status">${s.failed(condition.reason)}</p>`;
  }
  if (model.lanes.length === 0) return empty(t);
  return html`<div class="said">
      <p role="status">${facts(t).filter(Boolean).join(" ")}</p>
      ${evidence(t, "said")}
    </div>
    ${told(
      t,
      (key) => key === "said",
      () => all(t),
    )}
    ${t.file ? fileNotice(t) : nothing} ${keptNotice(t)} ${lit(t)}`;
}

function empty(t: AhiruTimeline): TemplateResult {
  const s = t.strings;
  if (t.live) return html`<p class="said" role="status">${s.live} ${s.noYield}</p>`;
  return html`<p class="said">${t.tracing ? s.waiting : s.off}</p>
    ${keptNotice(t)}`;
}

function facts(t: AhiruTimeline): string[] {
  const { model, strings: s, whole } = t;
  const end = t.length(endOf(model));
  const kept = whole.lanes.filter((lane) => t.sieved.keeps(lane)).length;
  const going = t.paused ? s.paused(end) : `${s.live} ${s.noYield}`;
  return [
    t.live ? going : s.whole(model.lanes.length, end),
    kept < whole.lanes.length ? s.shown(kept, whole.lanes.length) : "",
    model.hidden > 0 ? s.hidden(model.hidden) : "",
    model.missing ? s.missing(model.missing, t.length(model.stopped ?? endOf(model))) : "",
    ...(t.live ? [] : (model.faults ?? []).map((f) => s.fault(t.names.worker(f.worker), f.reason))),
    ...(t.live ? [] : cutNotes(model, s, t.names, t.language)),
    t.live || t.file ? "" : t.cost || s.costUnknown,
  ];
}

/** Behind what is said stand the run that is drawn and, where tracing cost something, those without a trace. */
function all(t: AhiruTimeline): Lines {
  const { facts: known, cost } = t;
  if (!known || !cost || t.live) return t.behind();
  return [...t.behind(), ...known.behind.plain];
}

/** That what is drawn is no run of this page. */
function fileNotice(t: AhiruTimeline): TemplateResult {
  const close = () => t.dispatchEvent(new Event("ahiru-timeline-close"));
  const { left = [] } = t.model;
  const unknown = left.length > 0 && !left.some(({ leaked }) => leaked);
  return html`<p class="said">
    ${t.strings.opened(t.file)} ${unknown ? t.strings.endUnknown : nothing}
    <button @click=${close}>${t.strings.closeFile}</button>
  </p>`;
}

/** That a run is kept for comparing, and how to let go of it. */
function keptNotice(t: AhiruTimeline): TemplateResult | typeof nothing {
  const { kept, strings: s } = t;
  if (!kept) return nothing;
  return html`<p class="said">
    ${t.compares ? nothing : s.kept(kept.facts.title)}
    <button @click=${() => (t.kept = null)}>${s.dropKept}</button>
  </p>`;
}

/** How much a lit line comes to. */
function lit(t: AhiruTimeline): TemplateResult | typeof nothing {
  const { line } = t.sight;
  if (line === null) return nothing;
  const spans = t.whole.lanes.flatMap((lane) =>
    lane.spans.filter((span) => span.line === line && span.state !== "done"),
  );
  const total = spans.reduce((sum, { start, end }) => sum + end - start, 0);
  return html`<p class="said" role="status">
    ${t.strings.lit(line, spans.length, t.length(total))}
    <button @click=${() => t.light(line)}>${t.strings.letGo}</button>
  </p>`;
}
