import { parseUsage, type Flag } from "../../lib/flags";
import {
  argumentsOf,
  cleanValue,
  commandLine,
  problemOf,
  sameValue,
  type Problem,
  type Values,
} from "../../lib/flag-values";

/** In links a flag is written with its dash, as on a command line; other keys belong to the page. */
const mark = "-";

const isLang = (flag: Flag) => flag.name === "lang";

/** The flags of one lesson and what the reader chose for them. */
export class FlagState {
  flags: Flag[] = [];
  /** What was asked for and is no flag of this program; one that is built later may have it. */
  private unplaced: Values = {};
  /** What was chosen, as typed; a flag that is not in here has its default. */
  private chosen: Values = {};
  /** Flags whose value the reader has finished typing, or that came with a link. */
  private readonly judged = new Set<string>();

  constructor(
    usage: string,
    private language: string,
  ) {
    this.adopt(usage);
  }

  /** The flags of another program, by its -h text: choices stay with the flags that are still there. */
  adopt(usage: string): void {
    const flags = parseUsage(usage);
    // The page answers for the language: what the lesson is about comes first.
    this.flags = [...flags.filter((flag) => !isLang(flag)), ...flags.filter(isLang)];
    this.replace({ ...this.unplaced, ...this.chosen });
  }

  /** Values whose flags a program that is yet to be built may have. */
  pending(): Values {
    return { ...this.unplaced };
  }

  /** Names that were asked for and are no flags of this program. */
  get unknown(): string[] {
    return Object.keys(this.unplaced).map((name) => name.slice(0, 40));
  }

  /** The page's language is the default of a flag named lang that knows it. */
  speak(language: string): void {
    this.language = language;
  }

  /** Replaces every choice. Values come from strangers too: they are made clean, and judged at once. */
  replace(values: Values): void {
    const known = new Map(this.flags.map((flag) => [flag.name, flag]));
    this.chosen = {};
    this.unplaced = {};
    this.judged.clear();
    for (const [name, value] of Object.entries(values)) {
      const flag = known.get(name);
      if (!flag) {
        this.unplaced[name] = String(value);
        continue;
      }
      this.chosen[name] = cleanValue(flag, String(value));
      this.judged.add(name);
    }
  }

  /** A value as it is being typed. */
  type(flag: Flag, raw: string): void {
    this.chosen[flag.name] = raw;
  }

  /** The reader has finished with a field: its value is put in plain form and judged. */
  settle(flag: Flag): void {
    this.chosen[flag.name] = this.value(flag);
    this.judged.add(flag.name);
  }

  /** A value as its field shows it. */
  shown(flag: Flag): string {
    return this.chosen[flag.name] ?? this.defaultOf(flag);
  }

  /** A value as the program gets it. */
  value(flag: Flag): string {
    return cleanValue(flag, this.shown(flag));
  }

  /** What is wrong with a value that has been judged. */
  problem(flag: Flag): Problem | null {
    return this.judged.has(flag.name) ? problemOf(flag, this.value(flag)) : null;
  }

  /** Every flag with its value. */
  values(): Values {
    return Object.fromEntries(this.flags.map((flag) => [flag.name, this.value(flag)]));
  }

  arguments(): string[] {
    return argumentsOf(this.flags, this.values());
  }

  /** The same run as a command; program is a path that go run takes. */
  command(program: string): string {
    return commandLine(program, this.flags, this.values());
  }

  /** Whether anything was chosen that is not the default. */
  get changed(): boolean {
    return Object.keys(this.shared()).length > 0;
  }

  /** What a link must carry to repeat the choices: {"-n": "20"}. */
  shared(): Values {
    const differ = this.flags.filter(
      (flag) => !sameValue(flag, this.value(flag), this.defaultOf(flag)),
    );
    return Object.fromEntries(differ.map((flag) => [mark + flag.name, this.value(flag)]));
  }

  /** What pending() gives, as a link carries it. */
  pendingShared(): Values {
    return Object.fromEntries(Object.entries(this.unplaced).map(([name, v]) => [mark + name, v]));
  }

  /** The flags in a link's record, whose other keys are not ours. */
  static fromLink(record: Values): Values {
    const ours = Object.entries(record).filter(([key]) => key.startsWith(mark));
    return Object.fromEntries(ours.map(([key, value]) => [key.slice(mark.length), value]));
  }

  private defaultOf(flag: Flag): string {
    const speaks = isLang(flag) && flag.choices?.includes(this.language);
    return speaks ? this.language : flag.default;
  }
}
