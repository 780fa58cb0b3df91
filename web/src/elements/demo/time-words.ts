import type { PauseOutcome } from "../../machine/index";
import { fastest, isReal, longestSeed, slowest, type ClockChoice, type Time } from "./time-choice";
import type { Language } from "./strings";

/** Why a run was not paused. */
export type Unpaused = Exclude<PauseOutcome, "paused" | "resumed" | "ended"> | "idle";

/** Every word about clocks, seeds and pauses. */
export interface TimeWords {
  pause: string;
  resume: string;
  paused: string;
  pausedHere: string;
  cannotPause: Record<Unpaused, string>;

  title: string;
  clock: string;
  clocks: Record<"real" | "virtual" | "factor", string>;
  factor: string;
  factorRange: string;
  seed: string;
  noSeedYet: string;
  nextRun: string;
  noClock(given: string): string;
  noSeed: string;

  /** Which clock and seed are in force, shortly. */
  inForce(time: Time): string;
  /** What they promise. */
  promise(time: Time): string;
  /** For figures that were measured on a clock that is not the real one. */
  measuredOn(clock: ClockChoice): string;
  /** What passed on that clock. */
  passed(time: string, clock: ClockChoice): string;
}

/** Which of the sentences applies. */
const kindOf = (clock: ClockChoice) =>
  clock === "virtual" ? "virtual" : isReal(clock) ? "real" : "factor";

interface Sentences extends Omit<TimeWords, "inForce" | "promise" | "measuredOn" | "passed"> {
  named: { real: string; virtual: string; factor(n: number): string };
  comma: string;
  seeded(seed: string): string;
  unseeded: string;
  time: { real: string; virtual: string; factor(n: number): string };
  chance: { free: string; fixed: string; repeats: string };
  measured: { virtual: string; factor(n: number): string };
  on: { virtual(time: string): string; factor(time: string): string };
}

function wordsOf(s: Sentences): TimeWords {
  const by = (clock: ClockChoice, kinds: Sentences["named"]) => {
    const kind = kindOf(clock);
    return kind === "factor" ? kinds.factor(Number(clock)) : kinds[kind];
  };
  return {
    ...s,
    inForce: ({ clock, seed }) =>
      [by(clock, s.named), seed === "" ? s.unseeded : s.seeded(seed)].join(s.comma),
    promise: ({ clock, seed }) => {
      const { free, fixed, repeats } = s.chance;
      const chance = seed === "" ? free : clock === "virtual" ? repeats : fixed;
      return `${by(clock, s.time)} ${chance}`;
    },
    measuredOn: (clock) => (isReal(clock) ? "" : by(clock, { ...s.measured, real: "" })),
    passed: (time, clock) =>
      clock === "virtual" ? s.on.virtual(time) : isReal(clock) ? "" : s.on.factor(time),
  };
}

const en = wordsOf({
  pause: "Pause",
  resume: "Resume",
  paused: "Paused. Its clock stands still.",
  pausedHere: "Paused. Resume lets it go on from here.",
  cannotPause: {
    idle: "No program is running that could be paused.",
    busy: "The program has made no call of Go's runtime for a second, so it cannot be paused now. Stop ends it.",
    unshared:
      "A run can be paused only where memory can be shared with it: on a page that is isolated from other sites, in a browser that allows it. Stop ends it.",
  },
  title: "Clock and seed",
  clock: "Clock",
  clocks: { real: "real", virtual: "virtual", factor: "slower or faster" },
  factor: "times as fast",
  factorRange: `${slowest} to ${fastest}`,
  seed: "Seed",
  noSeedYet: "none",
  nextRun: "What you change now counts from the next run on.",
  noClock: (given) =>
    `“${given}” is no clock: it is real, virtual, or a number from ${slowest} to ${fastest}.`,
  noSeed: `A seed is a text of at most ${longestSeed} characters.`,
  named: { real: "real clock", virtual: "virtual clock", factor: (n) => `clock at ${n} ×` },
  comma: ", ",
  seeded: (seed) => `seed “${seed}”`,
  unseeded: "no seed",
  time: {
    real: "Times are real.",
    virtual:
      "Sleeping and computing take no time: the clock moves to the next timer when everything waits.",
    factor: (n) =>
      `The program's clock, its timers and its waits go ${n} times as fast as real time.`,
  },
  chance: {
    free: "Chance is free: select, map order and math/rand may choose otherwise each time.",
    fixed:
      "The seed fixes what select, map order and math/rand choose, but not when things happen: runs may still differ.",
    repeats:
      "With this seed a program in one instance repeats exactly, run after run; with processes or threads only its choices are fixed.",
  },
  measured: {
    virtual: "Measured on a virtual clock, on which only waiting takes time.",
    factor: (n) => `Measured on a clock at ${n} times real time.`,
  },
  on: {
    virtual: (time) => `${time} passed on the virtual clock.`,
    factor: (time) => `${time} passed on its own clock.`,
  },
});

const ja = wordsOf({
  pause: "一時停止",
  resume: "再開",
  paused: "一時停止しています。プログラムの時計も止まっています。",
  pausedHere: "一時停止しています。「再開」を押すと、ここから続きます。",
  cannotPause: {
    idle: "一時停止できる実行中のプログラムはありません。",
    busy: "プログラムがこの 1 秒間、Go のランタイムを一度も呼んでいないため、今は一時停止できません。「停止」で終わらせることができます。",
    unshared:
      "一時停止できるのは、メモリを共有できるところだけです。ほかのサイトから隔離されたページと、それを許すブラウザーが必要です。「停止」で終わらせることはできます。",
  },
  title: "時計とシード",
  clock: "時計",
  clocks: { real: "実時間", virtual: "仮想", factor: "遅く・速く" },
  factor: "倍の速さ",
  factorRange: `${slowest}〜${fastest}`,
  seed: "シード",
  noSeedYet: "なし",
  nextRun: "今の変更は、次の実行から効きます。",
  noClock: (given) =>
    `「${given}」という時計はありません。real、virtual、または ${slowest} から ${fastest} までの数を指定してください。`,
  noSeed: `シードは ${longestSeed} 文字以内の文字列です。`,
  named: { real: "実時間の時計", virtual: "仮想の時計", factor: (n) => `${n} 倍の時計` },
  comma: "、",
  seeded: (seed) => `シード「${seed}」`,
  unseeded: "シードなし",
  time: {
    real: "時間は実際の時間です。",
    virtual:
      "スリープも計算も時間がかかりません。すべてが待ちに入ると、時計は次のタイマーまで進みます。",
    factor: (n) => `プログラムの時計、タイマー、待ち時間は、実際の ${n} 倍の速さで進みます。`,
  },
  chance: {
    free: "偶然は自由です。select、map の順序、math/rand の選択は毎回変わることがあります。",
    fixed:
      "シードは select、map の順序、math/rand の選択を固定しますが、いつ何が起きるかは固定しません。実行ごとの違いは残ります。",
    repeats:
      "このシードなら、1 つのインスタンスで動くプログラムは何度実行してもまったく同じになります。プロセスやスレッドを使うときは、選択だけが固定されます。",
  },
  measured: {
    virtual: "仮想の時計で計測した値です。この時計では、待ち時間だけが進みます。",
    factor: (n) => `実際の ${n} 倍の速さの時計で計測した値です。`,
  },
  on: {
    virtual: (time) => `仮想の時計では${time}が過ぎました。`,
    factor: (time) => `プログラムの時計では${time}が過ぎました。`,
  },
});

const ko = wordsOf({
  pause: "일시 중지",
  resume: "재개",
  paused: "일시 중지했습니다. 프로그램의 시계도 멈춰 있습니다.",
  pausedHere: "일시 중지했습니다. ‘재개’를 누르면 여기서 이어집니다.",
  cannotPause: {
    idle: "일시 중지할 수 있는 실행 중인 프로그램이 없습니다.",
    busy: "프로그램이 1초 동안 Go 런타임을 한 번도 호출하지 않아 지금은 일시 중지할 수 없습니다. ‘중지’로 끝낼 수 있습니다.",
    unshared:
      "메모리를 공유할 수 있는 곳에서만 일시 중지할 수 있습니다. 다른 사이트로부터 격리된 페이지와 이를 허용하는 브라우저가 필요합니다. ‘중지’로 끝낼 수는 있습니다.",
  },
  title: "시계와 시드",
  clock: "시계",
  clocks: { real: "실제", virtual: "가상", factor: "느리게·빠르게" },
  factor: "배 빠르기",
  factorRange: `${slowest}~${fastest}`,
  seed: "시드",
  noSeedYet: "없음",
  nextRun: "지금 바꾼 것은 다음 실행부터 적용됩니다.",
  noClock: (given) =>
    `‘${given}’라는 시계는 없습니다. real, virtual 또는 ${slowest}부터 ${fastest}까지의 수를 쓰세요.`,
  noSeed: `시드는 ${longestSeed}자 이하의 문자열입니다.`,
  named: { real: "실제 시계", virtual: "가상 시계", factor: (n) => `${n}배 시계` },
  comma: ", ",
  seeded: (seed) => `시드 ‘${seed}’`,
  unseeded: "시드 없음",
  time: {
    real: "시간은 실제 시간입니다.",
    virtual:
      "잠들거나 계산해도 시간이 걸리지 않습니다. 모두 기다리게 되면 시계가 다음 타이머로 넘어갑니다.",
    factor: (n) => `프로그램의 시계와 타이머, 기다림이 실제의 ${n}배 빠르기로 갑니다.`,
  },
  chance: {
    free: "우연은 자유롭습니다. select, map 순서, math/rand의 선택이 매번 다를 수 있습니다.",
    fixed:
      "시드는 select, map 순서, math/rand의 선택을 고정하지만, 언제 무엇이 일어날지는 고정하지 않습니다. 실행마다 다를 수 있습니다.",
    repeats:
      "이 시드로는 인스턴스 하나로 도는 프로그램이 몇 번을 실행해도 똑같습니다. 프로세스나 스레드를 쓰면 선택만 고정됩니다.",
  },
  measured: {
    virtual: "가상 시계로 잰 값입니다. 이 시계에서는 기다림에만 시간이 걸립니다.",
    factor: (n) => `실제의 ${n}배 빠르기로 가는 시계로 잰 값입니다.`,
  },
  on: {
    virtual: (time) => `가상 시계로는 ${time}가 지났습니다.`,
    factor: (time) => `프로그램의 시계로는 ${time}가 지났습니다.`,
  },
});

const all: Record<Language, TimeWords> = { en, ja, ko };

export const timeWordsOf = (language: Language): TimeWords => all[language];
