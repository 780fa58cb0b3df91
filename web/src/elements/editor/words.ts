import { EditorState, type Extension } from "@codemirror/state";

/** The editor's own words; CodeMirror's are looked up by their English. */
interface Words {
  label: string;
  /** How a keyboard gets out again. */
  escape: string;
  phrases: Record<string, string>;
}

const en: Words = {
  label: "Program, editable",
  escape: "Tab indents. Press Esc and then Tab to leave the editor.",
  phrases: {},
};

const ja: Words = {
  label: "プログラム(編集できます)",
  escape: "Tab キーは字下げです。エディターから出るには Esc を押してから Tab を押します。",
  phrases: {
    "Control character": "制御文字",
    Diagnostics: "エラー",
    "No diagnostics": "エラーはありません",
    "Go to line": "行へ移動",
    go: "移動",
    Find: "検索",
    Replace: "置換",
    next: "次",
    previous: "前",
    all: "すべて",
    "match case": "大文字と小文字を区別",
    regexp: "正規表現",
    "by word": "単語単位",
    replace: "置換",
    "replace all": "すべて置換",
    close: "閉じる",
    "Selection deleted": "選択範囲を削除しました",
    "current match": "現在の一致",
    "replaced $ matches": "$ 件を置換しました",
    "replaced match on line $": "$ 行目を置換しました",
    "on line": "行",
    to: "から",
  },
};

const ko: Words = {
  label: "프로그램(편집할 수 있음)",
  escape: "Tab 키는 들여쓰기입니다. 편집기에서 나가려면 Esc를 누른 다음 Tab을 누르세요.",
  phrases: {
    "Control character": "제어 문자",
    Diagnostics: "오류",
    "No diagnostics": "오류가 없습니다",
    "Go to line": "줄로 이동",
    go: "이동",
    Find: "찾기",
    Replace: "바꾸기",
    next: "다음",
    previous: "이전",
    all: "모두",
    "match case": "대소문자 구분",
    regexp: "정규식",
    "by word": "단어 단위",
    replace: "바꾸기",
    "replace all": "모두 바꾸기",
    close: "닫기",
    "Selection deleted": "선택 영역을 지웠습니다",
    "current match": "현재 일치",
    "replaced $ matches": "$개를 바꾸었습니다",
    "replaced match on line $": "$번째 줄을 바꾸었습니다",
    "on line": "줄",
    to: "부터",
  },
};

const all: Record<string, Words> = { en, ja, ko };

export const wordsFor = (language: string): Words => all[language] ?? en;

export const phrasesOf = ({ phrases }: Words): Extension => EditorState.phrases.of(phrases);
