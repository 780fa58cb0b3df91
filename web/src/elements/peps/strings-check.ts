// What a check of the PEPs can say.

import type { Finding, Rule } from "./findings";
import { faultEn, faultJa, faultKo, type FaultWords } from "./strings-faults";

export interface CheckWords {
  rules: Record<Rule, string>;
  finding(finding: Finding): string;
  fault: FaultWords;
}

export const checkEn: CheckWords = {
  rules: {
    problem: "cannot be read as it stands",
    unknown: "refers to a PEP that does not exist",
    replaces: "Replaces is not mirrored",
    "superseded-by": "Superseded-By is not mirrored",
    status: "successor, but another status",
    "no-successor": "superseded without a successor",
    circle: "succession in a circle",
    rests: "requires a fallen PEP",
  },
  finding: ({ rule, pep, other, text, fault, circle }) =>
    ({
      problem: fault ? faultEn(fault) : text,
      unknown: `PEP ${pep} mentions PEP ${other}, which does not exist.`,
      replaces: `PEP ${pep} replaces PEP ${other}, which does not name it in Superseded-By.`,
      "superseded-by": `PEP ${pep} is superseded by PEP ${other}, which does not name it in Replaces.`,
      status: `PEP ${pep} names PEP ${other} as its successor, but its status is not Superseded.`,
      "no-successor": `PEP ${pep} is Superseded, but names no successor.`,
      circle: `PEPs ${(circle ?? [pep, other]).join(", ")} succeed one another in a circle.`,
      rests: `PEP ${pep} requires PEP ${other}, which was rejected, withdrawn or superseded.`,
    })[rule],
  fault: faultEn,
};

export const checkJa: CheckWords = {
  rules: {
    problem: "そのままでは読めない",
    unknown: "存在しない PEP への参照",
    replaces: "Replaces に対応がない",
    "superseded-by": "Superseded-By に対応がない",
    status: "後継があるのに別の状態",
    "no-successor": "後継のない Superseded",
    circle: "後継関係の循環",
    rests: "退けられた PEP が必須",
  },
  finding: ({ rule, pep, other, text, fault, circle }) =>
    ({
      problem: fault ? faultJa(fault) : text,
      unknown: `PEP ${pep} が、存在しない PEP ${other} に言及しています。`,
      replaces: `PEP ${pep} の Replaces に PEP ${other} がありますが、PEP ${other} の Superseded-By に PEP ${pep} がありません。`,
      "superseded-by": `PEP ${pep} の Superseded-By に PEP ${other} がありますが、PEP ${other} の Replaces に PEP ${pep} がありません。`,
      status: `PEP ${pep} は後継として PEP ${other} を挙げていますが、状態が Superseded ではありません。`,
      "no-successor": `PEP ${pep} の状態は Superseded ですが、後継が示されていません。`,
      circle: `PEP ${(circle ?? [pep, other]).join("、")} の後継関係が循環しています。`,
      rests: `PEP ${pep} は、却下、撤回、または置き換えられた PEP ${other} を必要としています。`,
    })[rule],
  fault: faultJa,
};

export const checkKo: CheckWords = {
  rules: {
    problem: "그대로는 읽을 수 없음",
    unknown: "없는 PEP 참조",
    replaces: "Replaces에 짝이 없음",
    "superseded-by": "Superseded-By에 짝이 없음",
    status: "후속이 있는데 상태가 다름",
    "no-successor": "후속 없는 Superseded",
    circle: "후속 관계의 순환",
    rests: "물러난 PEP가 필수",
  },
  finding: ({ rule, pep, other, text, fault, circle }) =>
    ({
      problem: fault ? faultKo(fault) : text,
      unknown: `PEP ${pep}에서 존재하지 않는 PEP ${other}번을 언급합니다.`,
      replaces: `PEP ${pep}의 Replaces에 PEP ${other}이(가) 있지만, PEP ${other}의 Superseded-By에는 PEP ${pep}이(가) 없습니다.`,
      "superseded-by": `PEP ${pep}의 Superseded-By에 PEP ${other}이(가) 있지만, PEP ${other}의 Replaces에는 PEP ${pep}이(가) 없습니다.`,
      status: `PEP ${pep} 문서는 후속으로 PEP ${other}번을 들지만 상태가 Superseded가 아닙니다.`,
      "no-successor": `PEP ${pep}의 상태는 Superseded이지만 후속이 적혀 있지 않습니다.`,
      circle: `PEP ${(circle ?? [pep, other]).join(", ")}번의 후속 관계가 순환합니다.`,
      rests: `PEP ${pep} 문서는 거부되었거나 철회되었거나 대체된 PEP ${other}번을 필요로 합니다.`,
    })[rule],
  fault: faultKo,
};
