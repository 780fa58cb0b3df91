import type { Language } from "../strings";

/** The words around a plan. */
export interface PlanStrings {
  plan: string;
  step: string;
  stepBack: string;
  stepOn: string;
  stepOf(step: number, all: number): string;
  settledAndFrontier(settled: number, frontier: number): string;
  settledPlace: string;
  frontierPlace: string;
  way: string;
  noWay: string;
  closedWay: string;
  lastSettled(place: string): string;
  corridorAt(room: string): string;
  stepsAsText: string;
  stepInWords(place: string, cost: string, reached: string): string;
  evidence: string;
}

const en: PlanStrings = {
  plan: "On the floors",
  step: "Steps taken",
  stepBack: "One step back",
  stepOn: "One step on",
  stepOf: (step, all) => `step ${step} of ${all}`,
  settledAndFrontier: (settled, frontier) => `${settled} settled, ${frontier} on the frontier.`,
  settledPlace: "settled: the best way there is known",
  frontierPlace: "frontier: reached, not settled",
  way: "the way found",
  noWay: "There is no way.",
  closedWay: "closed",
  lastSettled: (place) => `Settled last: ${place}.`,
  corridorAt: (room) => (room ? `corridor at ${room}` : "corridor"),
  stepsAsText: "All steps in words",
  stepInWords: (place, cost, reached) =>
    `${place}, after ${cost}${reached ? `; from there: ${reached}` : ""}`,
  evidence: "Drawn from what this run reported, step by step.",
};

const ja: PlanStrings = {
  plan: "各階の図",
  step: "進んだ手数",
  stepBack: "一手戻る",
  stepOn: "一手進む",
  stepOf: (step, all) => `${all} 手のうち ${step} 手`,
  settledAndFrontier: (settled, frontier) => `確定 ${settled}、フロンティア ${frontier}。`,
  settledPlace: "確定：そこまでの最良の道がわかった",
  frontierPlace: "フロンティア：届いたが、未確定",
  way: "見つけた道",
  noWay: "道はありません。",
  closedWay: "通行止め",
  lastSettled: (place) => `最後に確定したのは ${place}。`,
  corridorAt: (room) => (room ? `${room} の前の廊下` : "廊下"),
  stepsAsText: "すべての手を文で",
  stepInWords: (place, cost, reached) =>
    `${place}、${cost} で確定${reached ? `。そこから：${reached}` : ""}`,
  evidence: "この実行が一手ずつ報告した内容を描いたものです。",
};

const ko: PlanStrings = {
  plan: "층별 그림",
  step: "진행한 단계",
  stepBack: "한 단계 뒤로",
  stepOn: "한 단계 앞으로",
  stepOf: (step, all) => `${all}단계 중 ${step}단계`,
  settledAndFrontier: (settled, frontier) => `확정 ${settled}, 프런티어 ${frontier}.`,
  settledPlace: "확정: 거기까지의 가장 좋은 길을 안다",
  frontierPlace: "프런티어: 닿았지만 아직 확정되지 않았다",
  way: "찾은 길",
  noWay: "길이 없습니다.",
  closedWay: "통행금지",
  lastSettled: (place) => `마지막으로 확정된 곳: ${place}.`,
  corridorAt: (room) => (room ? `${room} 앞 복도` : "복도"),
  stepsAsText: "모든 단계를 글로",
  stepInWords: (place, cost, reached) =>
    `${place}, ${cost}에 확정${reached ? `. 거기서: ${reached}` : ""}`,
  evidence: "이번 실행이 한 단계씩 보고한 것을 그렸습니다.",
};

const all: Record<Language, PlanStrings> = { en, ja, ko };

export const planStringsOf = (language: Language): PlanStrings => all[language];
