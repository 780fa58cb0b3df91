import type { Language } from "./strings";

/** Words for what stands behind a figure. */
export interface EvidenceWords {
  title: string;
  show(label: string): string;
  measured: string;
  here: string;
  elsewhere(file: string): string;
  when: string;
  trials: string;
  once: string;
  spread(count: number, middle: string, low: string, high: string): string;
  machine: string;
  cores(count: number): string;
  page: string;
  isolated: string;
  notIsolated: string;
  grain: string;
  tracing: string;
  on: string;
  off: string;
  time: string;
  go: string;
  command: string;
  unknown: string;
  /** Above figures that come from the last run without a trace. */
  fromPlain(when: string): string;
  onlyTraced: string;
  measurePlain: string;
  measureSeveral(count: number): string;
  measuring(done: number, all: number): string;
}

const en: EvidenceWords = {
  title: "What stands behind this figure",
  show: (label) => `${label}: what stands behind this figure`,
  measured: "Measured",
  here: "here, in this page, by the program beside it",
  elsewhere: (file) => `elsewhere, as the file ${file} tells`,
  when: "When",
  trials: "Trials",
  once: "1",
  spread: (count, middle, low, high) => `${count}: middle ${middle}, from ${low} to ${high}`,
  machine: "Browser",
  cores: (count) => (count === 1 ? "1 core" : `${count} cores`),
  page: "Page",
  isolated: "isolated from other sites",
  notIsolated: "not isolated: no shared memory",
  grain: "Grain of its clock",
  tracing: "Tracing",
  on: "on, which costs time",
  off: "off",
  time: "Clock and seed",
  go: "Go",
  command: "Command",
  unknown: "unknown",
  fromPlain: (when) =>
    `These figures are of the run without a trace of ${when}. The run just traced is for the timeline.`,
  onlyTraced:
    "These figures are of a traced run, and tracing costs time. This command has not been run without a trace yet.",
  measurePlain: "Measure without a trace",
  measureSeveral: (count) => `Measure ${count} times`,
  measuring: (done, all) => `Measuring without a trace: ${done} of ${all}.`,
};

const ja: EvidenceWords = {
  title: "この値の根拠",
  show: (label) => `${label}：この値の根拠`,
  measured: "計測",
  here: "ここで、このページの中で、並べて見せているプログラムが",
  elsewhere: (file) => `ほかの場所で（ファイル ${file} による）`,
  when: "いつ",
  trials: "回数",
  once: "1 回",
  spread: (count, middle, low, high) => `${count} 回：中央値 ${middle}、${low} から ${high} まで`,
  machine: "ブラウザー",
  cores: (count) => `${count} コア`,
  page: "ページ",
  isolated: "ほかのサイトから隔離されている",
  notIsolated: "隔離されていない：共有メモリなし",
  grain: "時計の刻み",
  tracing: "トレース",
  on: "あり（その分だけ遅い）",
  off: "なし",
  time: "時計とシード",
  go: "Go",
  command: "コマンド",
  unknown: "不明",
  fromPlain: (when) =>
    `この値は、${when} のトレースなしの実行のものです。今トレースした実行は、タイムラインのためのものです。`,
  onlyTraced:
    "この値は、トレースしながらの実行のもので、その分だけ遅くなっています。このコマンドはまだトレースなしで実行していません。",
  measurePlain: "トレースなしで計測する",
  measureSeveral: (count) => `${count} 回計測する`,
  measuring: (done, all) => `トレースなしで計測しています：${all} 回のうち ${done} 回。`,
};

const ko: EvidenceWords = {
  title: "이 값의 근거",
  show: (label) => `${label}: 이 값의 근거`,
  measured: "측정",
  here: "여기, 이 페이지에서, 옆에 있는 프로그램이",
  elsewhere: (file) => `다른 곳에서(파일 ${file}에 따름)`,
  when: "언제",
  trials: "횟수",
  once: "1번",
  spread: (count, middle, low, high) => `${count}번: 중앙값 ${middle}, ${low}부터 ${high}까지`,
  machine: "브라우저",
  cores: (count) => `코어 ${count}개`,
  page: "페이지",
  isolated: "다른 사이트로부터 격리됨",
  notIsolated: "격리되지 않음: 공유 메모리 없음",
  grain: "시계의 눈금",
  tracing: "추적",
  on: "켬(그만큼 느림)",
  off: "끔",
  time: "시계와 시드",
  go: "Go",
  command: "명령",
  unknown: "알 수 없음",
  fromPlain: (when) =>
    `이 값은 ${when}에 추적 없이 실행한 것입니다. 방금 추적한 실행은 타임라인을 위한 것입니다.`,
  onlyTraced:
    "이 값은 추적하면서 실행한 것이라 그만큼 느립니다. 이 명령을 아직 추적 없이 실행하지 않았습니다.",
  measurePlain: "추적 없이 측정",
  measureSeveral: (count) => `${count}번 측정`,
  measuring: (done, all) => `추적 없이 측정하는 중입니다: ${all}번 가운데 ${done}번.`,
};

const all: Record<Language, EvidenceWords> = { en, ja, ko };

export const evidenceWordsOf = (language: Language): EvidenceWords => all[language];
