import type { Fault } from "../../offline/messages";

export interface Strings {
  /** Of the button; size is "" while it is not known. */
  make(size: string): string;
  cancel: string;
  remove: string;
  working(received: string, total: string): string;
  all(size: string): string;
  cancelled(missing: string): string;
  removed: string;
  failed: Record<Fault, string>;
  none: string;
  newVersion: string;
  reload: string;
  later: string;
}

const texts: Record<string, Strings> = {
  en: {
    make: (size) => (size ? `Make available offline (${size})` : "Make available offline"),
    cancel: "Cancel",
    remove: "Remove",
    working: (received, total) => `${received} of ${total}`,
    all: (size) => `All lessons, the map and the compiler are available offline (${size}).`,
    cancelled: (missing) => `Cancelled. What has come is kept; ${missing} are missing.`,
    removed: "Removed. Pages that you have visited still open offline.",
    failed: {
      full: "The browser has no room for all of it. What has come is kept, and what you typed is not touched.",
      unreachable:
        "The site cannot be reached. What has come is kept; try again when you are online.",
      damaged:
        "A file did not arrive as it should. The site may have a new version: reload and try again.",
      cancelled: "Cancelled.",
    },
    none: "This browser keeps nothing for this site, as in a private window or on a full disk. Everything works while you are online.",
    newVersion: "A new version of this site is ready.",
    reload: "Reload",
    later: "Later",
  },
  ja: {
    make: (size) =>
      size ? `オフラインで使えるようにする（${size}）` : "オフラインで使えるようにする",
    cancel: "中止",
    remove: "削除",
    working: (received, total) => `${received} / ${total}`,
    all: (size) => `すべてのレッスン、マップ、コンパイラーがオフラインで使えます（${size}）。`,
    cancelled: (missing) => `中止しました。届いた分は保存されています。残りは ${missing} です。`,
    removed: "削除しました。一度開いたページは引き続きオフラインで開けます。",
    failed: {
      full: "ブラウザーに全部を保存する空きがありません。届いた分は保存されており、入力した内容には影響しません。",
      unreachable:
        "サイトにつながりません。届いた分は保存されています。オンラインのときにもう一度お試しください。",
      damaged:
        "正しく届かなかったファイルがあります。新しい版が出ているかもしれません。再読み込みしてからもう一度お試しください。",
      cancelled: "中止しました。",
    },
    none: "プライベートウィンドウや空き容量の不足のため、ブラウザーがこのサイトのデータを保存しません。オンラインの間はすべて使えます。",
    newVersion: "このサイトの新しい版が用意できました。",
    reload: "再読み込み",
    later: "あとで",
  },
  ko: {
    make: (size) =>
      size ? `오프라인에서 쓸 수 있게 하기 (${size})` : "오프라인에서 쓸 수 있게 하기",
    cancel: "취소",
    remove: "삭제",
    working: (received, total) => `${received} / ${total}`,
    all: (size) => `모든 레슨과 지도, 컴파일러를 오프라인에서 쓸 수 있습니다 (${size}).`,
    cancelled: (missing) => `취소했습니다. 받은 만큼은 저장되어 있고 ${missing}가 남았습니다.`,
    removed: "삭제했습니다. 한 번 연 페이지는 계속 오프라인에서 열립니다.",
    failed: {
      full: "브라우저에 모두 저장할 공간이 없습니다. 받은 만큼은 저장되어 있고, 입력한 내용은 그대로입니다.",
      unreachable:
        "사이트에 연결할 수 없습니다. 받은 만큼은 저장되어 있으니 온라인일 때 다시 시도하세요.",
      damaged:
        "제대로 도착하지 않은 파일이 있습니다. 새 버전이 나왔을 수 있으니 새로고침한 뒤 다시 시도하세요.",
      cancelled: "취소했습니다.",
    },
    none: "시크릿 창이거나 저장 공간이 없어 브라우저가 이 사이트의 데이터를 저장하지 않습니다. 온라인일 때는 모두 쓸 수 있습니다.",
    newVersion: "이 사이트의 새 버전이 준비되었습니다.",
    reload: "새로고침",
    later: "나중에",
  },
};

export const stringsOf = (lang: string): Strings => texts[lang] ?? texts.en!;
