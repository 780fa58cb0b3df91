import type { Lane, Model, Span } from "./model";
import type { Strings } from "./strings";

/** What happened, in order, a line each: for those who cannot see the picture. */
export function transcript(model: Model, s: Strings, length: (ms: number) => string): string[] {
  const events: { at: number; text: string }[] = [];
  for (const lane of model.lanes) {
    for (const span of lane.spans) {
      events.push({ at: span.start, text: `${nameOf(lane)}: ${spanInWords(span, s, length)}` });
    }
  }
  for (const { start, end } of model.collections ?? []) {
    events.push({ at: start, text: `${s.collector}: ${length(end - start)}` });
  }
  return events.sort((a, b) => a.at - b.at).map(({ at, text }) => `${length(at)}: ${text}`);
}

export const nameOf = (lane: Lane) => (lane.name ? `${lane.name} ${lane.id}` : lane.id);

export function spanInWords(span: Span, s: Strings, length: (ms: number) => string): string {
  if (span.state === "done") return s.states.done;
  const told = [s.span(s.states[span.state], length(span.end - span.start))];
  if (span.reason) told.push(span.reason);
  if (span.line > 0) told.push(s.line(span.line));
  return told.join(", ");
}
