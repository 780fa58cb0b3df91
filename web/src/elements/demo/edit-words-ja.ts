import type { EditWords } from "./edit-words";

const parts = {
  compiler: "Go のコンパイラー",
  linker: "Go のリンカー",
  packages: "プログラムがインポートするパッケージ",
  planner: "ビルドの手順を決めるプログラム",
};

const steps = new Map([
  ["packages", "標準ライブラリーとレッスン用ライブラリーのコンパイル"],
  ["tools", "コンパイラーとリンカーのビルド"],
  ["planner", "ビルドの手順を決めるプログラムのビルド"],
  ["split", "パッケージの分割"],
  ["compresses", "圧縮"],
]);

const faults = {
  missing: "このファイルやサイトには含まれていません",
  unreachable: "接続できず、以前に保存したものもありません",
  refused: "サーバーに拒否されました",
  damaged: "届いたものが二度続けて壊れていました",
  unusable: "このブラウザーでは動かせません",
};

const number = (n: number) => n.toLocaleString("ja");

export const ja: EditWords = {
  edit: "編集",
  editHint: "プログラムを書き換えられます。「実行」を押すと、このページの中でコンパイルします。",
  edited: "編集済み",
  tools: "プログラムの道具",
  undo: "元に戻す",
  redo: "やり直す",
  find: "検索",
  format: "整形",
  formatKeys: "gofmt で整形し、インポートを追加・削除します(Ctrl+S または Shift+Alt+F)",
  restore: "レッスンの内容に戻す",
  download: "ダウンロード",
  openFile: "ファイルを開く",
  share: "このプログラムへのリンクをコピー",
  examples: "例",
  chooseExample: "例を選ぶ",

  kept: "前回あなたが書いたものです。このブラウザーに保存されていました。",
  notKept:
    "このブラウザーはこのページの内容を保存しません。ページを閉じると、入力したものは消えます。",
  fromLink:
    "このプログラムはリンクに入っていたものです。まだ実行していません。内容を確かめてから「実行」を押してください。",
  leaveLink: "リンクのプログラムを閉じる",
  linkUnreadable:
    "このリンクのプログラムは読み取れません。一部が欠けているか、壊れています。ページは元のままです。",
  linkTooLong: "このリンクは、このサイトが作るどのリンクよりも長いものです。ページは元のままです。",
  programTooLong: (size) =>
    `このプログラムのリンクは ${size} になり、途中で切られてしまうことがあります。代わりにダウンロードしてください。このサイトの「ファイルを開く」で、また開けます。`,
  fileUnreadable: "このファイルは UTF-8 のテキストではありません。何も変えていません。",
  fileTooLong: (limit) => `このファイルは、ここで扱えるプログラムの上限(${limit})を超えています。`,
  editorFailed: "エディターを読み込めませんでした。「編集」を押すと、もう一度試します。",

  stdin: "標準入力",
  stdinHint: "プログラムが os.Stdin から読むものです。",
  args: "コマンドライン引数",
  argsHint: "シェルと同じ書き方です。引用符で囲むと、空白を含められます。",
  inputs: "入力と引数",

  problems: (n) => `Go のコンパイラーの指摘: ${number(n)} 件`,
  refused: (n) =>
    n === 0
      ? "プログラムをビルドできませんでした。理由は出力に書かれています。"
      : `プログラムをコンパイルできません。指摘が ${number(n)} 件あります。`,
  fault: (fault, size) => {
    switch (fault.kind) {
      case "large":
        return `プログラムが、ここでの上限(${size(fault.limit)})を超えています。`;
      case "name":
        return `「${fault.name}」はファイルの名前にできません。「..」を含まない相対パスにしてください。`;
      case "twice":
        return `「${fault.name}」という名前のファイルが二つあります。`;
    }
  },

  fetchingToolchain: (part) => `${parts[part]}を読み込んでいます(最初の一度だけです)。`,
  making: (step, done, total) => {
    const name = steps.get(step);
    return name === undefined
      ? "このサイトの Go ツールチェーンを作っているところです。できあがると、コンパイルできるようになります。"
      : `このサイトの Go ツールチェーンを作っているところです(全 ${total} 段階の ${done + 1}: ${name})。できあがると、コンパイルできるようになります。`;
  },
  makingFar: (step, done, total) =>
    `${step === "compresses" ? "ファイル" : "パッケージ"}: ${number(total)} 個のうち ${number(done)} 個`,
  notMaking: (command) =>
    `このサイトの Go ツールチェーンはまだなく、作っている様子もありません(しばらく何も変わっていません)。サイトをビルドしたところで「${command}」を実行すると作られます。このページは待ち続けます。`,
  startingToolchain: "Go のツールチェーンを起動しています。",
  toolchainReady:
    "Go のツールチェーンがそろいました。「実行」を押すと、このページの中でコンパイルします。",
  building: "コンパイルとリンクをしています。",
  cancel: "キャンセル",
  cancelled: "読み込みをキャンセルしました。「実行」を押すと、また始めます。",
  toolchain: (fault) => `Go のツールチェーンを用意できませんでした。${faults[fault]}。`,

  formatting: "整形しています。",
  formatted: (added, removed) =>
    [
      "整形しました。",
      added.length > 0 ? `追加したインポート: ${added.join("、")}。` : "",
      removed.length > 0 ? `削除したインポート: ${removed.join("、")}。` : "",
    ].join(""),
  notFormatted: "整形しませんでした。まだ Go として読めません。",
  formatFailed: (reason) => `整形できませんでした: ${reason}`,
  importsLeft: "パッケージの一覧を読み込めなかったため、インポートはそのままです。",
};
