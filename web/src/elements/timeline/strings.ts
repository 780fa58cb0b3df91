export type Language = "en" | "ja" | "ko";

/** Every word of the element. Moments and lengths come already written. */
export interface Strings {
  timeline: string;
  trace: string;
  off: string;
  waiting: string;
  loading: string;
  live: string;
  noYield: string;
  whole(lanes: number, end: string): string;
  hidden(count: number): string;
  missing(count: number): string;
  fault(worker: number, reason: string): string;
  failed(reason: string): string;
  cost(traced: string, plain: string): string;
  /** Beside figures. */
  traced: string;
  picture(lanes: number, end: string): string;
  states: Record<"running" | "runnable" | "blocked" | "sleeping" | "done", string>;
  search: string;
  nearer: string;
  farther: string;
  fit: string;
  previous: string;
  next: string;
  download: string;
  keys: string;
  worker(number: number): string;
  group(name: string, count: number): string;
  open: string;
  close: string;
  span(state: string, length: string): string;
  line(number: number): string;
  wokenBy(lane: string, at: string): string;
  at(moment: string): string;
  noState: string;
  transcript: string;
  transcriptCut(shown: number, all: number): string;
  collector: string;
  left(count: number): string;
  more(count: number): string;
  startedAt(line: number): string;
  totals: string;
  where: string;
  what: string;
  times: string;
  total: string;
}

const en: Strings = {
  timeline: "Timeline",
  trace: "Trace runs",
  off: "Switch on “Trace runs” and press Run: what every goroutine did is drawn here, from the program's own execution trace.",
  waiting: "Press Run: what every goroutine did is drawn here.",
  loading: "Loading the reader of traces (1 MB).",
  live: "Live.",
  noYield: "What does not yield is drawn when it next does.",
  whole: (lanes, end) => `${lanes === 1 ? "1 goroutine" : `${lanes} goroutines`}, ${end}.`,
  hidden: (count) => `${count} of the runtime are not shown.`,
  missing: (count) => `${count} further events are missing: only the first 200,000 are kept.`,
  fault: (worker, reason) =>
    `The trace of worker ${worker} ends early; what was read is shown. ${reason}`,
  failed: (reason) => `The trace cannot be read: ${reason}`,
  cost: (traced, plain) => `The traced run took ${traced}, the last one without a trace ${plain}.`,
  traced: "The run was traced, which costs time: for figures run it without.",
  picture: (lanes, end) => `${lanes} goroutines over ${end}, as bars by state`,
  states: {
    running: "running",
    runnable: "runnable",
    blocked: "blocked",
    sleeping: "sleeping",
    done: "done",
  },
  search: "Search",
  nearer: "Zoom in",
  farther: "Zoom out",
  fit: "Fit",
  previous: "Previous event",
  next: "Next event",
  download: "Save as",
  keys: "W and S zoom, A and D move, F fits, comma and full stop step through events, Esc lets go",
  worker: (number) => `worker ${number}`,
  group: (name, count) => `${name} × ${count}`,
  open: "Show each",
  close: "Show as one",
  span: (state, length) => `${state} for ${length}`,
  line: (number) => `line ${number}`,
  wokenBy: (lane, at) => (lane ? `woken by ${lane} at ${at}` : `woken by a timer at ${at}`),
  at: (moment) => `At ${moment}`,
  noState: "not there",
  transcript: "The run in words",
  transcriptCut: (shown, all) => `The first ${shown} of ${all} events.`,
  collector: "garbage collector",
  left: (count) =>
    count === 1
      ? "One goroutine still waited when the run ended:"
      : `${count} goroutines still waited when the run ended:`,
  more: (count) => `… and ${count} more.`,
  startedAt: (line) => `started at line ${line}`,
  totals: "Totals of what is in view",
  where: "Where",
  what: "What",
  times: "Times",
  total: "Total",
};

const ja: Strings = {
  timeline: "タイムライン",
  trace: "実行をトレースする",
  off: "「実行をトレースする」を入れて「実行」を押すと、すべての goroutine が何をしたかを、プログラム自身の実行トレースからここに描きます。",
  waiting: "「実行」を押すと、すべての goroutine が何をしたかをここに描きます。",
  loading: "トレースを読むプログラムを読み込んでいます（1 MB）。",
  live: "実行中です。",
  noYield: "譲らない間のことは、次に譲ったときに描きます。",
  whole: (lanes, end) => `goroutine ${lanes} 個、${end}。`,
  hidden: (count) => `ランタイムの ${count} 個は描いていません。`,
  missing: (count) => `さらに ${count} 件の出来事があります。残すのは最初の 200,000 件だけです。`,
  fault: (worker, reason) =>
    `ワーカー ${worker} のトレースは途中で終わっています。読めたところまでを描きました。${reason}`,
  failed: (reason) => `トレースを読めません。${reason}`,
  cost: (traced, plain) =>
    `トレースした実行は ${traced}、その前のトレースなしの実行は ${plain} でした。`,
  traced: "トレースしながらの実行です。その分だけ遅いので、値はトレースなしの実行で見てください。",
  picture: (lanes, end) => `goroutine ${lanes} 個の ${end} を、状態ごとの帯で表した図`,
  states: {
    running: "実行中",
    runnable: "実行可能",
    blocked: "ブロック",
    sleeping: "スリープ",
    done: "終了",
  },
  search: "検索",
  nearer: "拡大",
  farther: "縮小",
  fit: "全体",
  previous: "前の出来事",
  next: "次の出来事",
  download: "保存",
  keys: "W と S で拡大と縮小、A と D で移動、F で全体、コンマとピリオドで出来事を順に、Esc で解除",
  worker: (number) => `ワーカー ${number}`,
  group: (name, count) => `${name} × ${count}`,
  open: "一つずつ描く",
  close: "一つにまとめる",
  span: (state, length) => `${state}、${length}`,
  line: (number) => `${number} 行目`,
  wokenBy: (lane, at) => (lane ? `${at} に ${lane} が起こした` : `${at} にタイマーが起こした`),
  at: (moment) => `${moment} の時点`,
  noState: "いない",
  transcript: "実行を文で",
  transcriptCut: (shown, all) => `${all} 件のうち、最初の ${shown} 件です。`,
  collector: "ガベージコレクション",
  left: (count) => `実行が終わったとき、まだ待っていた goroutine が ${count} 個あります。`,
  more: (count) => `ほかに ${count} 個。`,
  startedAt: (line) => `${line} 行目で始まった`,
  totals: "見えている範囲の合計",
  where: "場所",
  what: "していたこと",
  times: "回数",
  total: "合計",
};

const ko: Strings = {
  timeline: "타임라인",
  trace: "실행을 추적하기",
  off: "‘실행을 추적하기’를 켜고 ‘실행’을 누르면, 모든 고루틴이 무엇을 했는지 프로그램 자신의 실행 추적에서 읽어 여기에 그립니다.",
  waiting: "‘실행’을 누르면 모든 고루틴이 무엇을 했는지 여기에 그립니다.",
  loading: "추적을 읽는 프로그램을 불러오는 중입니다(1 MB).",
  live: "실행 중입니다.",
  noYield: "양보하지 않는 동안의 일은 다음에 양보할 때 그립니다.",
  whole: (lanes, end) => `고루틴 ${lanes}개, ${end}.`,
  hidden: (count) => `런타임의 ${count}개는 그리지 않았습니다.`,
  missing: (count) => `사건 ${count}개가 더 있습니다. 처음 200,000개만 남깁니다.`,
  fault: (worker, reason) =>
    `워커 ${worker}의 추적이 도중에 끝났습니다. 읽은 데까지 그렸습니다. ${reason}`,
  failed: (reason) => `추적을 읽을 수 없습니다. ${reason}`,
  cost: (traced, plain) =>
    `추적한 실행은 ${traced}, 그 앞의 추적하지 않은 실행은 ${plain} 걸렸습니다.`,
  traced: "추적하면서 실행했습니다. 그만큼 느리므로 값은 추적하지 않은 실행에서 보세요.",
  picture: (lanes, end) => `고루틴 ${lanes}개의 ${end}를 상태별 띠로 나타낸 그림`,
  states: {
    running: "실행 중",
    runnable: "실행 가능",
    blocked: "블로킹",
    sleeping: "잠듦",
    done: "끝남",
  },
  search: "찾기",
  nearer: "확대",
  farther: "축소",
  fit: "전체",
  previous: "이전 사건",
  next: "다음 사건",
  download: "저장",
  keys: "W와 S로 확대와 축소, A와 D로 이동, F로 전체, 쉼표와 마침표로 사건을 차례로, Esc로 해제",
  worker: (number) => `워커 ${number}`,
  group: (name, count) => `${name} × ${count}`,
  open: "하나씩 그리기",
  close: "하나로 모으기",
  span: (state, length) => `${state}, ${length}`,
  line: (number) => `${number}번째 줄`,
  wokenBy: (lane, at) => (lane ? `${at}에 ${lane}이(가) 깨움` : `${at}에 타이머가 깨움`),
  at: (moment) => `${moment} 시점`,
  noState: "없음",
  transcript: "실행을 글로",
  transcriptCut: (shown, all) => `${all}개 가운데 처음 ${shown}개입니다.`,
  collector: "가비지 컬렉션",
  left: (count) => `실행이 끝났을 때 아직 기다리던 고루틴이 ${count}개 있습니다.`,
  more: (count) => `그 밖에 ${count}개.`,
  startedAt: (line) => `${line}번째 줄에서 시작`,
  totals: "보이는 범위의 합계",
  where: "곳",
  what: "하던 일",
  times: "횟수",
  total: "합계",
};

const all: Record<Language, Strings> = { en, ja, ko };

/** The language that a lang attribute asks for; what we lack is en. */
export function languageOf(tag: string): Language {
  const language = tag.toLowerCase().split("-")[0] ?? "";
  return Object.hasOwn(all, language) ? (language as Language) : "en";
}

export const stringsOf = (language: Language): Strings => all[language];
