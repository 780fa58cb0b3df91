import { withoutColours } from "../../lib/ansi";
import { fenced, inlineCode, table } from "../../lib/markdown";
import { quantity } from "../../lib/quantity";
import { shareText } from "./ribbon-view";
import type { Figure } from "./lesson";
import type { Result } from "./session";
import { stringsOf } from "./strings";

/** What a copied result says. */
export interface ResultFacts {
  name: string;
  command: string;
  result: Result;
  figures: { figure: Figure; label: string }[];
  /** When it was measured, as text. */
  when: string;
  browser: string;
  cores: number;
  /** The Go release the program was built with. */
  go: string;
  /** Which clock and seed it went by. */
  time: string;
  link: string;
}

/** Longest output that is copied along, in characters. */
const longest = 8000;

/** A run as Markdown: the command, the figures, the output, and where and when it was made. */
export function resultText(facts: ResultFacts): string {
  const { result } = facts;
  const origin = [facts.browser, `${facts.cores} cores`, facts.go, facts.time, facts.when].filter(
    Boolean,
  );
  const rows = facts.figures.map(({ figure, label }) => [label, measured(figure)]);
  return [
    `**Ahiru: ${facts.name}**, ${inlineCode(facts.command)}`,
    ...(rows.length > 0 ? [table(["figure", "measured"], rows)] : []),
    ...[result.stdout, result.stderr]
      .filter(Boolean)
      .map((text) => fenced(cut(withoutColours(text)), "text")),
    `${ending(result)} ${origin.join(", ")}.`,
    facts.link,
  ].join("\n\n");
}

/** A value with its unit; of a ribbon, what its lanes did. */
function measured({ value, unit, lanes }: Figure): string {
  const whole = quantity(value, unit).replace("\u00a0", " ");
  if (!lanes) return whole;
  const rows = lanes.map(
    (lane) => `${lane.name}: ${shareText(lane.states, stringsOf("en"), "en")}`,
  );
  return `${whole}; ${rows.join("; ")}`;
}

function ending({ stopped, exitCode, wallMs }: Result): string {
  const time = quantity(wallMs / 1000, "s").replace("\u00a0", " ");
  return stopped ? `Stopped after ${time}.` : `Exit status ${exitCode} after ${time}.`;
}

const cut = (text: string) =>
  text.length <= longest ? text : `${text.slice(0, longest)}\n… (${text.length - longest} more)`;
