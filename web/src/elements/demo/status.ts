import { formatBytes } from "../../lib/bytes";
import { elapsed, seconds } from "../../lib/time-text";
import type { MakingProgress, ToolchainState } from "../../machine/toolchain/api";
import { editWordsOf } from "./edit-words";
import { ToolchainError } from "./edited-program";
import { LoadError } from "./loader";
import type { State } from "./session";
import { stringsOf, type Language, type Strings } from "./strings";
import { timeWordsOf } from "./time-words";

/** The element's state in words. */
export interface Status {
  /** One sentence; it does not change while a state lasts, so that it is read out once. */
  text: string;
  tone: "quiet" | "busy" | "good" | "bad";
  /** The part of the text that says how long a run took. */
  took?: string;
  /** What changes all the time, for eyes only: bytes that came, a clock that runs. */
  clock?: string;
  /** From 0 to 1, while something is fetched. */
  share?: number;
  /** Whether trying again may help. */
  retry?: boolean;
}

export function statusOf(state: State, strings: Strings, language: Language): Status {
  switch (state.kind) {
    case "ready":
      return { text: strings.ready, tone: "quiet" };
    case "fetching": {
      const { got, total } = state.progress;
      const clock = strings.bytes(formatBytes(got, language), formatBytes(total, language));
      return { text: strings.fetching, tone: "busy", clock, share: got / total };
    }
    case "starting":
      return { text: strings.starting, tone: "busy" };
    case "running": {
      const clock = elapsed(performance.now() - state.since, language);
      return { text: strings.running, tone: "busy", clock };
    }
    case "paused":
      return {
        text: timeWordsOf(language).paused,
        tone: "quiet",
        clock: elapsed(state.ran, language),
      };
    case "ended": {
      const status = endOf(state, strings, language);
      const { passed } = state;
      if (!passed) return status;
      const words = timeWordsOf(language).passed(seconds(passed.ms, language), passed.clock);
      return { ...status, text: `${status.text} ${words}` };
    }
    case "toolchain":
      return toolchainStatus(state.toolchain, language);
    case "waiting":
      return { text: strings.waitingTurn, tone: "busy" };
    case "building":
      return { text: editWordsOf(language).building, tone: "busy" };
    case "refused":
      return { text: editWordsOf(language).refused(state.count), tone: "bad" };
    case "failed":
      return { text: sentence(state.problem, strings, language), tone: "bad", retry: true };
  }
}

function endOf(
  { result, byReader }: Extract<State, { kind: "ended" }>,
  strings: Strings,
  language: Language,
): Status {
  const time = seconds(result.wallMs, language);
  if (result.stopped) {
    return byReader
      ? { text: strings.stopped(time), tone: "quiet", took: time }
      : { text: strings.limited(time), tone: "bad", took: time };
  }
  if (result.exitCode === 0) return { text: strings.finished(time), tone: "good", took: time };
  return { text: strings.exited(result.exitCode, time), tone: "bad", took: time };
}

/** What makes the toolchain of a site whose pages are there. */
const packCommand = "go run ./web/build -pack only";

/** How far the toolchain is, whoever waits for it. */
export function toolchainStatus(state: ToolchainState, language: Language): Status {
  const words = editWordsOf(language);
  switch (state.kind) {
    case "making": {
      if (!state.progress) return { text: words.making("", 0, 0), tone: "busy" };
      return state.progress.silent
        ? { text: words.notMaking(packCommand), tone: "bad" }
        : makingStatus(state.progress, language);
    }
    case "loading": {
      const { received, total, what } = state.progress;
      const strings = stringsOf(language);
      const clock = strings.bytes(formatBytes(received, language), formatBytes(total, language));
      const share = total > 0 ? received / total : 0;
      return { text: words.fetchingToolchain(what), tone: "busy", clock, share };
    }
    case "ready":
      return { text: words.toolchainReady, tone: "quiet" };
    case "failed":
      return { text: words.toolchain(state.fault), tone: "bad" };
    case "idle":
    case "starting":
      return { text: words.startingToolchain, tone: "busy" };
  }
}

/** A step is said once; how far it is, its clock shows and the bar. */
function makingStatus(at: MakingProgress, language: Language): Status {
  const words = editWordsOf(language);
  const { step, done, total, far } = at;
  const size = (bytes: number) => formatBytes(bytes, language);
  const clock = [
    far && words.makingFar(step, far.done, far.total),
    far?.allBytes && stringsOf(language).bytes(size(far.bytes!), size(far.allBytes)),
    at.seconds > 0 && elapsed(at.seconds * 1000, language),
  ].filter(Boolean);
  return {
    text: words.making(step, done, total),
    tone: "busy",
    share: (done + (far ? far.done / far.total : 0)) / total,
    ...(clock.length > 0 && { clock: clock.join(" · ") }),
  };
}

/** The same of a lesson that is not there yet, or could not be loaded. */
export function loadingStatus(problem: unknown, strings: Strings, language: Language): Status {
  if (problem === null) return { text: strings.loadingLesson, tone: "busy" };
  const text = `${sentence(problem, strings, language)} ${strings.fallbackStays}`;
  return { text, tone: "bad", retry: true };
}

/** A problem as a sentence: what happened and where. */
export function sentence(problem: unknown, strings: Strings, language: Language): string {
  if (problem instanceof ToolchainError) return editWordsOf(language).toolchain(problem.fault);
  if (problem instanceof LoadError) {
    return strings.load(problem.fault, problem.url.pathname, problem.status);
  }
  return problem instanceof Error ? problem.message : String(problem);
}
