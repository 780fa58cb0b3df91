// What embed.js itself says; everything else is said inside the frame.

export interface Words {
  /** The frame's title, for screen readers. */
  lesson(name: string): string;
  map: string;
  show: string;
  forbidden(host: string): string;
  silent(host: string): string;
  noName(name: string): string;
  open: string;
  gone: string;
}

const en: Words = {
  lesson: (name) => (name ? `A Go lesson that runs here: ${name}` : "A Go program that runs here"),
  map: "The map of PEP references",
  show: "Show it here",
  forbidden: (host) =>
    `The security policy of this page allows no frame from ${host}, so this cannot be shown here.`,
  silent: (host) =>
    `${host} does not answer, so this cannot be shown here: there may be no network, or something keeps the frame out.`,
  noName: (name) => `“${name}” is not the name of a lesson.`,
  open: "Open it on its own page",
  gone: "This embed was taken out of its page.",
};

const ja: Words = {
  lesson: (name) => (name ? `ここで動く Go のレッスン: ${name}` : "ここで動く Go のプログラム"),
  map: "PEP の参照マップ",
  show: "ここに表示する",
  forbidden: (host) =>
    `このページのセキュリティポリシーが ${host} のフレームを許可していないため、ここには表示できません。`,
  silent: (host) =>
    `${host} から応答がないため、ここには表示できません。ネットワークに接続されていないか、フレームの読み込みが妨げられている可能性があります。`,
  noName: (name) => `「${name}」はレッスンの名前ではありません。`,
  open: "専用のページで開く",
  gone: "この埋め込みはページから取り除かれました。",
};

const ko: Words = {
  lesson: (name) => (name ? `여기서 실행되는 Go 레슨: ${name}` : "여기서 실행되는 Go 프로그램"),
  map: "PEP 참조 지도",
  show: "여기에 보이기",
  forbidden: (host) =>
    `이 페이지의 보안 정책이 ${host}의 프레임을 허용하지 않아 여기에 보여 줄 수 없습니다.`,
  silent: (host) =>
    `${host}에서 응답이 없어 여기에 보여 줄 수 없습니다. 네트워크가 없거나 프레임을 막는 것이 있을 수 있습니다.`,
  noName: (name) => `‘${name}’은(는) 레슨 이름이 아닙니다.`,
  open: "전용 페이지에서 열기",
  gone: "이 임베드는 페이지에서 제거되었습니다.",
};

export const wordsOf = (language: string): Words => ({ en, ja, ko })[language] ?? en;
