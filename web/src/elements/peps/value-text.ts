// Values of attributes in words.

import { none } from "./attributes";
import type { Change } from "./changes";
import type { Rule } from "./findings";
import type { Sight } from "./lens";
import { others } from "./paint";
import type { Strings } from "./strings";
import { metricNames, type Attribute, type MetricName } from "./view";

export function valueText(sight: Sight, name: Attribute, value: string, words: Strings): string {
  if (name === "change") return words.corpus.changes[value as Change];
  if (name === "check" && value !== none) return words.corpus.rules[value as Rule];
  if (value === none) return words.noValue;
  if (value === others) return words.others;
  if (name === "footing") return words.footings[value] ?? value;
  if (name === "community") return sight.groupNames[Number(value)] ?? value;
  if (name === "core" || !(metricNames as readonly string[]).includes(name)) return value;
  const bounds = sight.reader.classes(name as MetricName).bounds[Number(value)];
  if (!bounds) return value;
  const [low, high] = bounds.map(short);
  return low === high ? low! : `${low} – ${high}`;
}

/** The label of a layout's guide. */
export function guideText(sight: Sight, label: string, words: Strings): string {
  const { layout } = sight.view;
  if (layout === "topic") return label || words.noValue;
  return layout === "community" ? (sight.groupNames[Number(label)] ?? label) : label;
}

const short = (n: number) => (Number.isInteger(n) ? String(n) : String(Number(n.toPrecision(3))));
