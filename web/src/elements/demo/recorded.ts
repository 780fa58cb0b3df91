import { html, nothing, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import { visibleText } from "../../lib/visible-text";
import { codeBlock, type Marks } from "./code";
import { figuresView, type FiguresView } from "./figures-view";
import { drawings } from "./drawings-view";
import { reportsOf, type Broken, type Recorded } from "./lesson";
import type { Strings } from "./strings";

/** The site builder's own run: what there is to see before a run of the reader's. */
export function recordedRun(
  recorded: Recorded | null,
  view: Omit<FiguresView, "figures">,
): TemplateResult | typeof nothing {
  if (!recorded) return nothing;
  const { date, go, platform, stdout, stderr } = recorded;
  const { figures, drawings: lines } = reportsOf(recorded);
  return html`<details class="recorded">
    <summary>${view.strings.recorded(date, go, platform)}</summary>
    <p class="hint">${view.strings.recordedNote}</p>
    <div class="said-and-measured">
      <pre class="said"><samp>${visibleLines(stdout + stderr)}</samp></pre>
      ${figures.length > 0 ? figuresView({ ...view, figures }) : nothing}
    </div>
    ${drawings({ ...view, lines, cursor: null, named: (title) => `${title} · ${view.strings.recorded(date, go, platform)}`, changed: () => {} })}
  </details>`;
}

/** Programs that do not compile, each with the compiler's words; the first is open. */
export function brokenPrograms(broken: Broken[], strings: Strings): TemplateResult[] {
  return broken.map(
    (program, i) =>
      html`<details class="broken" ?open=${i === 0}>
        <summary>${strings.doesNotCompile(program.file)}</summary>
        <div class="scroll" tabindex="0" role="group" aria-label=${program.file}>
          ${guard([program.source], () =>
            codeBlock(program.source, program.colours ?? "", marksOf(program)),
          )}
        </div>
        <p class="hint">${strings.compilerSaid}</p>
        <pre class="said"><samp>${visibleLines(program.diagnostics)}</samp></pre>
      </details>`,
  );
}

const visibleLines = (text: string) => text.split("\n").map(visibleText).join("\n").trimEnd();

/** The compiler's "file.go:12:5: words" by line. */
export function marksOf({ diagnostics }: Pick<Broken, "diagnostics">): Marks {
  const marks = new Map<number, string>();
  for (const match of diagnostics.matchAll(/^[^\s:]+:(\d+)(?::\d+)?: (.*)$/gm)) {
    const line = Number(match[1]);
    const before = marks.get(line);
    marks.set(line, before === undefined ? (match[2] ?? "") : `${before}\n${match[2]}`);
  }
  return marks;
}
