import type { Lane, Model, Span } from "./model";
import type { Strings } from "./strings";

/** What happened, in order, a line each: for those who cannot see the picture. */
export function transcript(
  model: Model,
  s: Strings,
  length: (ms: number) => string,
  nameOf: (lane: Lane) => string,
  laneOf: (id: string) => string,
  thingOf: (name: string) => string,
): string[] {
  const events: { at: number; text: string }[] = [];
  const tell = (at: number, text: string) => events.push({ at, text });
  for (const lane of model.lanes) {
    const name = nameOf(lane);
    for (const span of lane.spans)
      tell(span.start, `${name}${s.colon}${spanInWords(span, s, length)}`);
  }
  for (const { start, end } of model.collections ?? []) {
    tell(start, `${s.collector}${s.colon}${length(end - start)}`);
  }
  for (const { lane, thing, start, end } of model.holds ?? []) {
    tell(start, `${laneOf(lane)}${s.colon}${s.holds(thingOf(thing), length(end - start))}`);
  }
  for (const { name, start, end, open, lane } of model.tasks ?? []) {
    const by = lane ? `${laneOf(lane)}${s.colon}` : "";
    tell(start, `${by}${s.noted(s.task(name), open ? "" : length(end - start))}`);
  }
  for (const { lane, name, start, end, open } of model.regions ?? []) {
    tell(
      start,
      `${laneOf(lane)}${s.colon}${s.noted(s.region(name), open ? "" : length(end - start))}`,
    );
  }
  for (const { lane, at, category, message } of model.logs ?? []) {
    tell(at, `${lane ? laneOf(lane) + s.colon : ""}${s.log(category, message)}`);
  }
  for (const m of model.messages ?? []) {
    tell(m.sent, s.message(laneOf(m.from), m.to ? laneOf(m.to) : "", m.bytes));
  }
  return events.sort((a, b) => a.at - b.at).map(({ at, text }) => `${length(at)}${s.colon}${text}`);
}

export function spanInWords(span: Span, s: Strings, length: (ms: number) => string): string {
  if (span.state === "done") return s.states.done;
  const told = [s.span(s.states[span.state], length(span.end - span.start))];
  if (span.reason) told.push(span.reason);
  if (span.line > 0) told.push(s.line(span.line));
  return told.join(s.comma);
}
