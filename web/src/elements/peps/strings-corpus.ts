// The words about corpora: bringing one, checking it, telling two dates apart.

import { formatBytes } from "../../lib/bytes";
import { counted, peps, references } from "./counted";
import type { Change } from "./changes";
import { checkEn, checkJa, checkKo, type CheckWords } from "./strings-check";

const numbers = (lang: string) => (n: number) => n.toLocaleString(lang);

interface CorpusWords extends CheckWords {
  data: string;
  dataTitle: string;
  shipped(day: string): string;
  shows(name: string, peps: number, references: number): string;
  bring: string;
  local: string;
  archive: string;
  folder: string;
  compare: string;
  back: string;
  cancel: string;
  stages: Record<string, string>;
  bytes(done: number, total: number | null): string;
  count(done: number, total: number): string;
  rounds(done: number, total: number): string;
  failed(name: string, reason: string): string;
  cancelled: string;
  tooLarge(limit: number): string;
  noFiles: string;
  noDrop: string;
  opened(name: string, peps: number, references: number): string;
  since(name: string): string;
  nothingChanged: string;
  changes: Record<Change, string>;
  changedPeps(added: number, changed: number, removed: number): string;
  changedEdges(added: number, changed: number, removed: number): string;
  show: string;
  lists: Record<"peps" | "edges", string>;
  mark: string;
  unmark: string;
  what: string;
  changedWord: string;
  becomes(before: string, after: string): string;
  times(before: number, after: number): string;
  mentions(n: number): string;
  more(n: number): string;
  checkLabel: string;
  checkTitle: string;
  nothingFound: string;
  found(n: number): string;
}

const enNumber = numbers("en");

export const corpusEn: CorpusWords = {
  data: "Data",
  dataTitle: "Which PEPs the map shows",
  shipped: (day) => `the data that came with the page, as of ${day}`,
  shows: (name, nodes, edges) => `The map shows ${name}: ${peps(nodes)}, ${references(edges)}.`,
  bring:
    "Bring your own: an archive of python/peps of any date (.tar, .tar.gz, .tar.xz, .zip), or the folder of a checkout. It can also be dropped on the map.",
  local: "It is read in this page. Nothing leaves your machine.",
  archive: "Open an archive",
  folder: "Choose a folder",
  compare: "Compare it with what the map shows now",
  back: "Back to the page’s own data",
  cancel: "Cancel",
  stages: {
    engine: "Starting a reader",
    bytes: "Taking the files",
    unpacking: "Unpacking",
    reading: "Reading the PEPs",
    comparing: "Comparing",
    placing: "Placing the PEPs",
  },
  bytes: (done, total) =>
    total === null
      ? formatBytes(done, "en")
      : `${formatBytes(done, "en")} of ${formatBytes(total, "en")}`,
  count: (done, total) => `${enNumber(done)} of ${counted(total, "file")}`,
  rounds: (done, total) => `${enNumber(done)} of ${counted(total, "round")}`,
  failed: (name, reason) => `${name} could not be read: ${reason} The map is as it was.`,
  cancelled: "Given up. The map is as it was.",
  tooLarge: (limit) =>
    `it has more than ${formatBytes(limit, "en")}, which no archive of PEPs has.`,
  noFiles: "there is no file of a PEP (pep-0008.rst, say) in it.",
  noDrop: "What was dropped is neither one file nor a folder.",
  opened: (name, nodes, edges) => `${name} has been read: ${peps(nodes)}, ${references(edges)}.`,
  since: (name) => `Changes since ${name}`,
  nothingChanged: "Nothing is different.",
  changes: { added: "added", changed: "changed", removed: "removed", same: "unchanged" },
  changedPeps: (added, changed, removed) =>
    `PEPs: ${added} added, ${changed} changed, ${removed} removed.`,
  changedEdges: (added, changed, removed) =>
    `References: ${added} added, ${changed} with other mentions, ${removed} removed.`,
  show: "Show",
  lists: { peps: "PEPs", edges: "references" },
  mark: "Mark on the map",
  unmark: "Take the marks away",
  what: "What",
  changedWord: "Change",
  becomes: (before, after) => `${before || "nothing"} → ${after || "nothing"}`,
  times: (before, after) => `${before} → ${after} mentions`,
  mentions: (n) => (n === 1 ? "1 mention" : `${n} mentions`),
  more: (n) => `and ${enNumber(n)} more`,
  checkLabel: "Check",
  checkTitle: "What does not fit in these PEPs",
  ...checkEn,
  nothingFound: "Everything fits.",
  found: (n) => (n === 1 ? "1 finding." : `${enNumber(n)} findings.`),
};

const jaNumber = numbers("ja");

export const corpusJa: CorpusWords = {
  data: "データ",
  dataTitle: "マップに表示する PEP",
  shipped: (day) => `ページ付属のデータ（${day}時点）`,
  shows: (name, peps, references) =>
    `表示中：${name}。PEP ${jaNumber(peps)} 件、参照 ${jaNumber(references)} 件。`,
  bring:
    "手元のデータも使えます。好きな時点の python/peps のアーカイブ（.tar、.tar.gz、.tar.xz、.zip）か、チェックアウトのフォルダーを選んでください。マップにドロップすることもできます。",
  local: "読み込みはこのページの中で行われ、どこにも送信されません。",
  archive: "アーカイブを開く",
  folder: "フォルダーを選ぶ",
  compare: "今の表示と比較する",
  back: "ページ付属のデータに戻す",
  cancel: "キャンセル",
  stages: {
    engine: "読み込みの準備",
    bytes: "ファイルの受け取り",
    unpacking: "展開",
    reading: "PEP の読み取り",
    comparing: "比較",
    placing: "PEP の配置",
  },
  bytes: (done, total) =>
    total === null
      ? formatBytes(done, "ja")
      : `${formatBytes(total, "ja")} 中 ${formatBytes(done, "ja")}`,
  count: (done, total) => `${jaNumber(total)} ファイル中 ${jaNumber(done)}`,
  rounds: (done, total) => `${jaNumber(total)} 回中 ${jaNumber(done)} 回`,
  failed: (name, reason) => `${name} を読み込めませんでした。${reason} マップは元のままです。`,
  cancelled: "キャンセルしました。マップは元のままです。",
  tooLarge: (limit) =>
    `${formatBytes(limit, "ja")} を超えています。PEP のアーカイブならこれほど大きくなりません。`,
  noFiles: "PEP のファイル（pep-0008.rst など）がありません。",
  noDrop: "ドロップできるのは、ファイル一つかフォルダー一つです。",
  opened: (name, peps, references) =>
    `${name} を読み込みました。PEP ${jaNumber(peps)} 件、参照 ${jaNumber(references)} 件。`,
  since: (name) => `${name}からの変更`,
  nothingChanged: "違いはありません。",
  changes: { added: "追加", changed: "変更", removed: "削除", same: "変更なし" },
  changedPeps: (added, changed, removed) =>
    `PEP：追加 ${added} 件、変更 ${changed} 件、削除 ${removed} 件。`,
  changedEdges: (added, changed, removed) =>
    `参照：追加 ${added} 件、言及回数の変更 ${changed} 件、削除 ${removed} 件。`,
  show: "表示",
  lists: { peps: "PEP", edges: "参照" },
  mark: "マップに印をつける",
  unmark: "印を消す",
  what: "内容",
  changedWord: "変更",
  becomes: (before, after) => `${before || "なし"} → ${after || "なし"}`,
  times: (before, after) => `言及 ${before} 回 → ${after} 回`,
  mentions: (n) => `言及 ${n} 回`,
  more: (n) => `ほか ${jaNumber(n)} 件`,
  checkLabel: "検査",
  checkTitle: "つじつまの合わないところ",
  ...checkJa,
  nothingFound: "問題は見つかりませんでした。",
  found: (n) => `${jaNumber(n)} 件見つかりました。`,
};

const koNumber = numbers("ko");

export const corpusKo: CorpusWords = {
  data: "데이터",
  dataTitle: "지도에 보일 PEP",
  shipped: (day) => `페이지에 딸린 데이터(${day} 기준)`,
  shows: (name, peps, references) =>
    `보이는 것: ${name}. PEP ${koNumber(peps)}개, 참조 ${koNumber(references)}개.`,
  bring:
    "가지고 있는 데이터도 쓸 수 있습니다. 원하는 시점의 python/peps 아카이브(.tar, .tar.gz, .tar.xz, .zip)나 체크아웃 폴더를 고르세요. 지도에 끌어다 놓아도 됩니다.",
  local: "이 페이지 안에서 읽으며 어디로도 보내지 않습니다.",
  archive: "아카이브 열기",
  folder: "폴더 고르기",
  compare: "지금 보이는 것과 비교하기",
  back: "페이지에 딸린 데이터로 돌아가기",
  cancel: "취소",
  stages: {
    engine: "읽을 준비",
    bytes: "파일 받기",
    unpacking: "압축 풀기",
    reading: "PEP 읽기",
    comparing: "비교",
    placing: "PEP 배치",
  },
  bytes: (done, total) =>
    total === null
      ? formatBytes(done, "ko")
      : `${formatBytes(total, "ko")} 중 ${formatBytes(done, "ko")}`,
  count: (done, total) => `파일 ${koNumber(total)}개 중 ${koNumber(done)}개`,
  rounds: (done, total) => `${koNumber(total)}회 중 ${koNumber(done)}회`,
  failed: (name, reason) => `${name}: 읽지 못했습니다. ${reason} 지도는 그대로입니다.`,
  cancelled: "취소했습니다. 지도는 그대로입니다.",
  tooLarge: (limit) =>
    `${formatBytes(limit, "ko")}보다 큽니다. PEP 아카이브는 이렇게 크지 않습니다.`,
  noFiles: "PEP 파일(예: pep-0008.rst)이 없습니다.",
  noDrop: "파일 하나나 폴더 하나만 놓을 수 있습니다.",
  opened: (name, peps, references) =>
    `${name}: 다 읽었습니다. PEP ${koNumber(peps)}개, 참조 ${koNumber(references)}개.`,
  since: (name) => `${name} 이후의 변경`,
  nothingChanged: "다른 점이 없습니다.",
  changes: { added: "추가", changed: "변경", removed: "삭제", same: "그대로" },
  changedPeps: (added, changed, removed) =>
    `PEP: 추가 ${added}개, 변경 ${changed}개, 삭제 ${removed}개.`,
  changedEdges: (added, changed, removed) =>
    `참조: 추가 ${added}개, 언급 횟수 변경 ${changed}개, 삭제 ${removed}개.`,
  show: "보기",
  lists: { peps: "PEP", edges: "참조" },
  mark: "지도에 표시하기",
  unmark: "표시 지우기",
  what: "내용",
  changedWord: "변경",
  becomes: (before, after) => `${before || "없음"} → ${after || "없음"}`,
  times: (before, after) => `언급 ${before}번 → ${after}번`,
  mentions: (n) => `언급 ${n}번`,
  more: (n) => `그 밖에 ${koNumber(n)}개`,
  checkLabel: "검사",
  checkTitle: "앞뒤가 맞지 않는 곳",
  ...checkKo,
  nothingFound: "문제를 찾지 못했습니다.",
  found: (n) => `${koNumber(n)}개를 찾았습니다.`,
};
