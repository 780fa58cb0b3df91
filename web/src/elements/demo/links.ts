import { packText } from "../../lib/packed-text";
import type { FlagState } from "./flag-state";
import type { Lesson } from "./lesson";
import { linkTo } from "./permalink";
import type { Language } from "./strings";
import type { TimeChoice } from "./time-choice";
import type { Workshop } from "./workshop";

/** Addresses by which a lesson travels as it stands. */
export class Links {
  constructor(
    private readonly lesson: Lesson,
    private readonly workshop: Workshop,
    private readonly flags: FlagState,
    private readonly host: { language(): Language; time: TimeChoice },
  ) {}

  /** The address of the lesson's page with these choices, the reader's program apart. */
  bare(): string {
    return linkTo(this.lesson, this.host.language(), {
      ...this.flags.shared(),
      ...this.host.time.shared(),
    });
  }

  /** The same with the program, the arguments and the input; null when that is too long for a link. */
  async whole(): Promise<string | null> {
    const { workshop, flags } = this;
    if (!workshop.mustBuild && workshop.args === "" && workshop.stdin === "") return this.bare();
    const code = workshop.mustBuild ? await packText(workshop.source) : "";
    const written = { code, args: workshop.args, stdin: workshop.stdin };
    const said = Object.entries(written).filter(([, text]) => text !== "");
    const record = {
      ...flags.pendingShared(),
      ...flags.shared(),
      ...this.host.time.shared(),
      ...Object.fromEntries(said),
    };
    return workshop.asLink(linkTo(this.lesson, this.host.language(), record));
  }
}
