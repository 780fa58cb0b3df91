import type { TemplateResult, nothing } from "lit";
import { press, told } from "./evidence-view";
import type { OpenLesson } from "./open-lesson";
import type { Language } from "./strings";
import { stringsOf } from "./strings";

/** How long the last run took, as a figure that tells where it comes from. */
export interface Taken {
  press(text: string): TemplateResult;
  told: TemplateResult | typeof nothing;
}

/** Among the keys of figures, which have no spaces in front. */
const key = " time";

/** The time that the last run took; null while none has ended. */
export function takenView(open: OpenLesson, language: Language): Taken | null {
  const { measures, session } = open;
  if (session.state.kind !== "ended") return null;
  const view = measures.view(open.tracedRun);
  return {
    press: (text) => press(view, key, stringsOf(language).runTime, text),
    told: told(view, key, () => measures.behindTime()),
  };
}
