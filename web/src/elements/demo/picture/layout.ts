import { bars } from "../../../lib/bars";
import { runs } from "../../../lib/ribbon";
import { heights } from "../ribbon-view";
import type { PictureFacts } from "./facts";
import { Column, lineOf } from "./sheet";
import type { Measure, Sheet } from "./sheet";

const width = 760;
const gap = 14;
const laneHeight = 16;
const barHeight = 10;
/** Lines of output from the beginning and from the end. */
const first = 14;
const last = 8;

/** The picture of a run: what it was, what was measured, what it printed, and where. */
export function sheetOf(facts: PictureFacts, measure: Measure): Sheet {
  const column = new Column(width, measure);
  column.paragraph(facts.title, "title", "text", 2);
  column.paragraph(facts.command, "code", "muted", 3);
  for (const ribbon of facts.ribbons) addRibbon(column, ribbon);
  for (const scale of facts.scales) addScale(column, scale);
  addOutput(column, facts);
  column.space(gap);
  column.paragraph(`${facts.ending} ${facts.origin}`, "small", "muted");
  column.paragraph(facts.link, "small", "accent", 3);
  return column.end();
}

function addRibbon(column: Column, { label, span, lanes }: PictureFacts["ribbons"][number]): void {
  column.space(gap);
  addLabel(column, label, span);
  for (const { name, states, shares } of lanes) {
    const room = column.inner / 2;
    column.text(column.fit(name, "small", room - gap), column.left, "small", "text");
    const right = column.left + column.inner;
    column.text(column.fit(shares, "small", room), right, "small", "muted", true);
    column.space(lineOf.small);
    for (const { state, start, length } of runs(states)) {
      const [top, height] = heights[state].map((part) => (parseFloat(part) / 100) * laneHeight);
      const x = column.left + start * column.inner;
      column.rect(x, length * column.inner, height!, state, top);
    }
    column.space(laneHeight + 4);
  }
}

function addScale(column: Column, rows: PictureFacts["scales"][number]): void {
  column.space(gap);
  const drawn = bars(rows.map(({ amount }) => amount));
  rows.forEach(({ label, value, ratio }, i) => {
    addLabel(column, label, ratio ? `${value}   ${ratio}` : value);
    if (rows.length === 1) return;
    const { start, length } = drawn[i]!;
    column.rect(column.left, column.inner, barHeight, "surface");
    column.rect(column.left + start * column.inner, length * column.inner, barHeight, "accent");
    column.space(barHeight + 4);
  });
}

/** A name on the left and what it amounts to on the right. */
function addLabel(column: Column, label: string, amount: string): void {
  const shown = column.fit(amount, "words", column.inner / 2);
  const room = column.inner - column.widthOf(shown, "words") - gap;
  column.text(column.fit(label, "words", room), column.left, "words", "text");
  column.text(shown, column.left + column.inner, "words", "text", true);
  column.space(lineOf.words);
}

function addOutput(column: Column, { output, linesLeftOut }: PictureFacts): void {
  if (output.length === 0) return;
  column.space(gap);
  column.rect(column.left, column.inner, 1, "line");
  column.space(gap / 2);
  const add = (line: string) => column.line(column.fit(line, "code", column.inner), "code", "text");
  const left = output.length - first - last;
  for (const line of left > 1 ? output.slice(0, first) : output) add(line);
  if (left <= 1) return;
  column.line(`⋯ ${linesLeftOut(left)}`, "small", "muted");
  for (const line of output.slice(-last)) add(line);
}
