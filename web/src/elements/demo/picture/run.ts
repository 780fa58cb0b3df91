import { withoutColours } from "../../../lib/ansi";
import { factor, quantity } from "../../../lib/quantity";
import { ratios } from "../../../lib/bars";
import { visibleText } from "../../../lib/visible-text";
import { isRibbon, wordFor, type Figure } from "../lesson";
import type { OpenLesson } from "../open-lesson";
import { shareText } from "../ribbon-view";
import type { Result } from "../session";
import { statusOf } from "../status";
import type { Language, Strings } from "../strings";
import type { Picture } from "./copier";
import type { PictureFacts } from "./facts";
import { sheetOf } from "./layout";
import { paint, type Look } from "./paint";

/** Longest link that a picture shows; whoever types one from a picture wants it shorter still. */
const longestLink = 300;

/** The last run as a picture. */
export async function pictureOf(
  open: OpenLesson,
  result: Result,
  strings: Strings,
  language: Language,
  look: Look,
): Promise<Picture> {
  const facts = await factsOf(open, result, strings, language);
  const measured = facts.scales.flat().map(({ label, value }) => `${label} ${value}`);
  return {
    png: await paint((measure) => sheetOf(facts, measure), look),
    file: `ahiru-${open.lesson.name}.png`,
    alt: [facts.title, ...measured].join("; "),
  };
}

async function factsOf(
  open: OpenLesson,
  result: Result,
  strings: Strings,
  language: Language,
): Promise<PictureFacts> {
  const { lesson, session } = open;
  const labels = open.account.words().figures;
  const labelOf = (figure: Figure) => visibleText(wordFor(labels, figure.key) ?? figure.label);
  const link = (await open.links.whole()) ?? "";
  const go = lesson.recorded?.go ?? "";
  const headline = open.measures.headline(open.tracedRun);
  return {
    title: `Ahiru: ${lesson.name}`,
    command: visibleText(open.measures.last.command),
    ribbons: session.figures.filter(isRibbon).map((ribbon) => ({
      label: labelOf(ribbon),
      span: quantity(ribbon.value, "s", language),
      lanes: ribbon.lanes.map(({ name, states }) => ({
        name: visibleText(name),
        states,
        shares: shareText(states, strings, language),
      })),
    })),
    scales: scalesOf([...headline.figures], labelOf, language),
    output: linesOf(result),
    linesLeftOut: strings.linesLeftOut,
    ending: statusOf(session.state, strings, language).text,
    origin: [open.account.evidence(headline), go && `${go}.`].filter(Boolean).join(" "),
    link: link !== "" && link.length <= longestLink ? link : open.links.bare(),
  };
}

function scalesOf(
  figures: Figure[],
  labelOf: (figure: Figure) => string,
  language: Language,
): PictureFacts["scales"] {
  const numbers = figures.filter((figure) => !isRibbon(figure));
  const units = [...new Set(numbers.map(({ unit }) => unit))];
  return units.map((unit) => {
    const group = numbers.filter((figure) => figure.unit === unit);
    const times = ratios(group.map(({ value }) => value));
    return group.map((figure, i) => ({
      label: labelOf(figure),
      value: visibleText(quantity(figure.value, unit, language)),
      amount: figure.value,
      ratio: times[i] == null ? "" : factor(times[i], language),
    }));
  });
}

function linesOf({ stdout, stderr }: Result): string[] {
  const text = [stdout, stderr].filter(Boolean).join(stdout.endsWith("\n") ? "" : "\n");
  const lines = withoutColours(text).replace(/\n$/, "").split("\n");
  return text === "" ? [] : lines.map((line) => visibleText(line).replaceAll("\t", "    "));
}
