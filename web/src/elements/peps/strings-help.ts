// The words of the panel that tells how the map is used.

export const helpRows = [
  "mark",
  "open",
  "more",
  "area",
  "why",
  "group",
  "hulls",
  "zoom",
  "pan",
  "fit",
  "frame",
  "full",
  "move",
  "unpin",
  "search",
  "undo",
  "redo",
  "leave",
  "help",
] as const;
export type HelpRow = (typeof helpRows)[number];

interface HelpWords {
  label: string;
  title: string;
  intro: string;
  what: string;
  pointer: string;
  key: string;
  /** What is done, and how by pointer. */
  rows: Record<HelpRow, readonly [what: string, pointer: string]>;
  /** Told about a community that a key led to, with its most cited PEP. */
  group(name: string, peps: number, told: string): string;
  noGroups: string;
  noLine(a: number, b: number): string;
  markFirst: string;
  hullsOn: string;
  hullsOff: string;
}

export const helpEn: HelpWords = {
  label: "Help",
  title: "How to use the map",
  intro:
    "Each point is a PEP, each line a reference. Choose a point, or search. The keys work while the map has the focus.",
  what: "What",
  pointer: "Pointer or finger",
  key: "Key",
  rows: {
    mark: ["See a PEP’s title and references", "point at it"],
    open: ["Open a PEP", "click it"],
    more: ["Select one more, or one less", "Shift and click; or the dashed frame, then tap"],
    area: ["Select all in sight", "Shift and drag; or the dashed frame, then draw"],
    why: ["See why the open PEP and the marked one are joined", "click the line"],
    group: ["Go to the next community, or back", "its row under Groups"],
    hulls: ["Outline the communities", "the box under Look"],
    zoom: ["Closer, farther", "wheel, two fingers, double click"],
    pan: ["Move the view", "drag; or the small map"],
    fit: ["Show everything", "the frame without a circle"],
    frame: ["Show the selection", "the frame with a circle"],
    full: ["Full screen", "the two arrows apart"],
    move: ["Move a PEP: then arrows, then M again", "drag it"],
    unpin: ["Let a moved PEP go", "the button in its sheet"],
    search: ["Search", "the field"],
    undo: ["Undo", "the arrow back"],
    redo: ["Do again", "the arrow on"],
    leave: ["Close what is open", "the cross, or free ground"],
    help: ["This list", "Help"],
  },
  group: (name, peps, told) => `Community ${name}, ${peps} PEPs. Most cited: ${told}`,
  noGroups: "There is no community of four PEPs or more.",
  noLine: (a, b) => `No reference joins PEP ${a} and PEP ${b}.`,
  markFirst: "Open a PEP and walk to another with the arrow keys first.",
  hullsOn: "Communities are outlined.",
  hullsOff: "Communities are no longer outlined.",
};

export const helpJa: HelpWords = {
  label: "使い方",
  title: "マップの使い方",
  intro:
    "点が PEP、線が参照です。点を選ぶか、検索してください。キーはマップにフォーカスがあるときに働きます。",
  what: "すること",
  pointer: "マウスまたは指",
  key: "キー",
  rows: {
    mark: ["PEP のタイトルと参照を見る", "ポインターを重ねる"],
    open: ["PEP を開く", "クリック"],
    more: ["選択に加える、外す", "Shift とクリック。または破線の枠を押してからタップ"],
    area: ["見えているものをすべて選択", "Shift とドラッグ。または破線の枠を押してから囲む"],
    why: ["開いている PEP と印のある PEP がつながる理由", "線をクリック"],
    group: ["次のコミュニティ、前のコミュニティへ", "「グループ」の行"],
    hulls: ["コミュニティを囲む", "「見た目」のチェック"],
    zoom: ["拡大、縮小", "ホイール、二本指、ダブルクリック"],
    pan: ["表示位置を動かす", "ドラッグ。または小さなマップ"],
    fit: ["全体を表示", "丸のない枠"],
    frame: ["選択範囲を表示", "丸のある枠"],
    full: ["全画面", "離れる二つの矢印"],
    move: ["PEP を動かす（矢印キーで動かし、もう一度 M）", "PEP をドラッグ"],
    unpin: ["動かした PEP の固定を外す", "詳細の中のボタン"],
    search: ["検索", "検索欄"],
    undo: ["元に戻す", "戻る矢印"],
    redo: ["やり直す", "進む矢印"],
    leave: ["開いているものを閉じる", "×、または何もない所"],
    help: ["この一覧", "使い方"],
  },
  group: (name, peps, told) =>
    `コミュニティ ${name}、${peps} 件の PEP。最も参照されているのは ${told}`,
  noGroups: "4 件以上の PEP からなるコミュニティはありません。",
  noLine: (a, b) => `PEP ${a} と PEP ${b} の間に参照はありません。`,
  markFirst: "先に PEP を開き、矢印キーで別の PEP へ移ってください。",
  hullsOn: "コミュニティを囲みました。",
  hullsOff: "コミュニティの囲みを消しました。",
};

export const helpKo: HelpWords = {
  label: "사용법",
  title: "지도 사용법",
  intro:
    "점 하나가 PEP, 선 하나가 참조입니다. 점을 고르거나 검색하세요. 키는 지도에 포커스가 있을 때 동작합니다.",
  what: "할 일",
  pointer: "마우스나 손가락",
  key: "키",
  rows: {
    mark: ["PEP의 제목과 참조 보기", "포인터를 올린다"],
    open: ["PEP 열기", "클릭"],
    more: ["선택에 더하기, 빼기", "Shift와 클릭. 또는 점선 틀을 누른 뒤 탭"],
    area: ["보이는 것 모두 선택", "Shift와 드래그. 또는 점선 틀을 누른 뒤 그리기"],
    why: ["연 PEP와 표시된 PEP가 이어진 까닭", "선을 클릭"],
    group: ["다음 커뮤니티, 이전 커뮤니티로", "‘묶음’의 행"],
    hulls: ["커뮤니티에 윤곽 그리기", "‘모양’의 체크 상자"],
    zoom: ["확대, 축소", "휠, 두 손가락, 더블 클릭"],
    pan: ["화면 옮기기", "드래그. 또는 작은 지도"],
    fit: ["전체 보기", "동그라미 없는 틀"],
    frame: ["선택한 곳 보기", "동그라미 있는 틀"],
    full: ["전체 화면", "벌어지는 두 화살표"],
    move: ["PEP 옮기기(화살표로 옮기고 다시 M)", "PEP를 드래그"],
    unpin: ["옮긴 PEP의 고정 풀기", "상세 창의 버튼"],
    search: ["검색", "검색 칸"],
    undo: ["되돌리기", "뒤로 화살표"],
    redo: ["다시 실행", "앞으로 화살표"],
    leave: ["열린 것 닫기", "×, 또는 빈 곳"],
    help: ["이 목록", "사용법"],
  },
  group: (name, peps, told) => `커뮤니티 ${name}, PEP ${peps}개. 가장 많이 참조된 것은 ${told}`,
  noGroups: "PEP가 네 개 이상인 커뮤니티가 없습니다.",
  noLine: (a, b) => `PEP ${a}와 PEP ${b} 사이에는 참조가 없습니다.`,
  markFirst: "먼저 PEP를 열고 화살표 키로 다른 PEP로 옮겨 가세요.",
  hullsOn: "커뮤니티에 윤곽을 그렸습니다.",
  hullsOff: "커뮤니티 윤곽을 지웠습니다.",
};
