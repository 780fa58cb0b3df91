import type { Strings } from "./strings";

const faults = {
  missing: "このアドレスには何もありません",
  unreachable: "このアドレスに接続できません",
  refused: "サーバーに拒否されました",
  incomplete: "途中で途切れました",
  unreadable: "届いた内容が正しくありません",
};

const number = (n: number) => n.toLocaleString("ja");

export const ja: Strings = {
  run: "実行",
  stop: "停止",
  retry: "もう一度試す",
  keys: "Ctrl+Enter で実行、Esc で停止",

  loadingLesson: "レッスンを読み込んでいます。",
  ready: "準備ができました。プログラムはこのページの中で動きます。",
  fetching: "プログラムを読み込んでいます。",
  bytes: (got, total) => `${total} のうち ${got}`,
  starting: "プログラムを起動しています。",
  waitingTurn:
    "待機中です。このページか、同じページの別のタブで、ほかのレッスンが実行されています。",
  running: "実行中です。",
  finished: (time) => `${time}で終わりました(終了コード 0)。`,
  exited: (status, time) =>
    `${time}で、終了コード ${status} で終わりました。理由は出力に書かれています。`,
  stopped: (time) => `${time}で停止しました。`,
  limited: (time) => `${time}で上限に達したため止めました。どの上限かは出力の最後の行にあります。`,
  alreadyRunning: "このレッスンはすでに実行中です。先に停止してください。",
  stoppedBeforeStart: "プログラムが始まる前に停止しました。",
  takenAway: "このレッスンはもうこのページにありません。",
  load: (fault, url, status) =>
    `${url} を読み込めませんでした。${faults[fault]}${status ? `(HTTP ${status})` : ""}。`,
  fallbackStays: "下のコードがこのレッスンのプログラムです。読み込めるまで実行はできません。",

  settings: "プログラムのフラグ",
  reset: "元に戻す",
  command: "同じ実行をコマンドラインで",
  problem: (p) => {
    switch (p.kind) {
      case "range":
        return `${p.min} から ${p.max} までの値ではありません。このまま実行すると、プログラムもエラーを出します。`;
      case "choice":
        return `${p.choices.join("、")} のどれでもありません。このまま実行すると、プログラムもエラーを出します。`;
      case "duration":
        return "時間の書き方ではありません。100ms、1.5s、1m30s のように単位を付けてください。";
      case "whole":
        return "整数ではありません。";
      case "natural":
        return "0 以上の整数(符号なし)ではありません。";
      case "bool":
        return "true でも false でもありません。";
      case "number":
        return "数値ではありません。";
    }
  },
  range: (min, max) => `${min}〜${max}`,
  unknownFlags: (names) => `このレッスンに ${names} というフラグはないので、使いませんでした。`,
  fromLink: "この値はリンクに入っていたものです。",
  notSharedHere:
    "このページの中ではスレッドがメモリを共有できないので、共有メモリの要る部分はここでは省かれます。",
  openFullPage: "レッスンのページを開く",
  notIsolated:
    "このページはほかのサイトから隔離されずに配信されたので、スレッドがメモリを共有できず、共有メモリの要る部分は省かれます。",
  whatToServe: "サーバーが送るべきもの",
  browserShares:
    "このブラウザーは、ここではスレッドにメモリを共有させないので、共有メモリの要る部分は省かれます。Chromium と Firefox ならすべて動きます。",

  copy: "コピー",
  copyLink: "リンクをコピー",
  copyResult: "結果をコピー",
  copyOutput: "出力をコピー",
  copied: "コピーしました",
  copyPicture: "画像をコピー",
  pictureSaved: "ファイルに保存しました",
  pictureFailed: "画像を作れませんでした",
  pictureRefused:
    "ここではブラウザーが画像をクリップボードに入れられないので、ファイルに保存しました。見つからないときは、次の画像を保存してください。",
  linesLeftOut: (n) => `あと ${number(n)} 行`,
  copyRefused: "ブラウザーがコピーを許可しませんでした。次のテキストを選択してあります。",

  lineNotes: (file) => `${file} の行についての説明`,
  programs: "プログラム",
  showAll: (lines) => `${lines} 行すべてを表示`,
  showLess: "折りたたむ",
  pythonNotRun: "Python は比較のために載せています。このページでは実行しません。",
  pythonRecorded: (version, date, machine) =>
    `CPython ${version} での記録(${date}、${machine})。このページで実行したものではありません`,
  output: "出力",
  noOutput: "プログラムは何も出力しませんでした。",
  nothingYet: "まだ何も実行していません。",
  standardError: "標準エラー出力",
  stderrMark: "err",
  toNewest: "最新の行へ",
  linesOfOutput: (n) => `${number(n)} 行の出力。`,
  linesSkipped: (n) =>
    `ここでは ${number(n)} 行を省いています。「出力をコピー」で、残っている出力をすべて取り出せます。`,
  charactersMore: (n) => `(あと ${number(n)} 文字)`,

  figures: "計測結果",
  nothingMeasured: "プログラムが計測した値がここに並びます。",
  runTime: "実行にかかった時間",
  measuredHere: (browser, cores, when) =>
    `今ここで実行して計測した値です(${browser}、${number(cores)} コア、${when})。`,
  timesSmallest: "× は一番小さい値の何倍かを表します。",
  boards: "この実行の表",
  boardState: "状態",
  boardKill: "強制終了",
  boardKillRow: (row) => `${row} のプロセスを強制終了`,
  states: {
    running: "実行中",
    runnable: "実行待ち",
    blocked: "ブロック",
    sleeping: "スリープ",
    done: "開始前か終了後",
  },
  recorded: (date, go, platform) => `サイトを作ったときの記録(${date}、${go}、${platform})`,
  recordedNote:
    "あなたのブラウザーで実行したものではありません。「実行」を押すと、ここで実行できます。",
  doesNotCompile: (file) => `${file} はコンパイルできません`,
  compilerSaid: "コンパイラーが実際に出したメッセージ(サイトを作ったときの記録)",
  line: (line) => `${line} 行目`,
};
