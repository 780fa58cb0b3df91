import type { Strings } from "./strings";

export const ja: Strings = {
  timeline: "タイムライン",
  comma: "、",
  colon: "：",
  trace: "実行をトレースする",
  off: "「実行をトレースする」を入れて「実行」を押すと、すべての goroutine が何をしたかを、プログラム自身の実行トレースからここに描きます。",
  waiting: "「実行」を押すと、すべての goroutine が何をしたかをここに描きます。",
  loading: "トレースを読むプログラムを読み込んでいます（1 MB）。",
  live: "実行中です。",
  noYield: "譲らない間のことは、次に譲ったときに描きます。",
  paused: (known) => `一時停止しています。それまでに書かれたトレースは ${known} までです。`,
  whole: (lanes, end) => `goroutine ${lanes} 個、${end}。`,
  hidden: (count) => `ランタイムの ${count} 個は描いていません。`,
  missing: (count, from) =>
    `${from} からあとは、欠けている出来事があります。200,000 件を残し、ほかに ${count} 件を読みました。`,
  fault: (worker, reason) =>
    `${worker}のトレースは途中で終わっています。読めたところまでを描きました。${reason}`,
  killed: (_, workers) =>
    `${workers} は外から終わらせられました。最後の 0.1 秒までの動きは記録されていません。`,
  tooLong: (worker, lost) =>
    `${worker} のトレースは長くなりすぎたので、終わりがありません${lost ? `（${lost} は残していません）` : ""}。`,
  endedHere: "外から終了",
  failed: (reason) => `トレースを読めません。${reason}`,
  cost: (traced, plain, times) =>
    `トレースの代償：トレースした実行は ${traced} で、直前のトレースなしの実行 ${plain} の ${times} でした。`,
  costUnknown:
    "ここでトレースにどれだけかかるかは、まだわかりません。このコマンドをトレースなしで実行していないためです。",
  opened: (file) =>
    `トレースのファイル ${file} を開いています。ここで記録したものではなく、このページの外へは出ません。`,
  endUnknown:
    "トレースには、プログラムがどう終わったかは書かれていません。最後に待っていた goroutine がまだ起きられたかどうかは、分かりません。",
  tooLarge: (file, most) => `${file} は大きすぎます。読めるのは ${most} MiB までです。`,
  nothingInFile: (file) => `${file} には、描ける goroutine がありません。`,
  closeFile: "ファイルを閉じる",
  evidence: "根拠",
  behind: "この値の根拠",
  traced: "トレースしながらの実行です。その分だけ遅いので、値はトレースなしの実行で見てください。",
  picture: (lanes, end) => `goroutine ${lanes} 個の ${end} を、状態ごとの帯で表した図`,
  states: {
    running: "実行中",
    runnable: "実行可能",
    blocked: "ブロック",
    sleeping: "スリープ",
    done: "終了",
  },
  things: { lock: "ロック", gil: "GIL", barrier: "バリア", pool: "プール", pipe: "パイプ" },

  tools: "検索、拡大、ファイル",
  search: "名前、理由、行で検索",
  searchHint: "名前、理由、9 行目",
  nearer: "拡大",
  farther: "縮小",
  fit: "全体",
  arrows: "誰が誰を起こしたか",
  tooManyArrows: (count) => `矢印 ${count} 本：拡大すると見えます`,
  groups: "グループを畳む",
  format: "形式",
  download: "保存",
  openTrace: "トレースのファイルを開く",
  help: "キーと操作",
  close: "閉じる",
  legend: "状態：押すと隠します",
  library: (count) => `ライブラリのもの ${count} 個`,
  showAll: "すべて見せる",
  shown: (shown, all) => `goroutine ${all} 個のうち ${shown} 個を見せています。`,

  walk: "時間をたどる",
  previous: "前の出来事",
  next: "次の出来事",
  play: "再生",
  stopPlaying: "再生を止める",
  moment: "時点",
  letGo: "解除",
  keyHelp: {
    zoom: "拡大と縮小",
    pan: "左と右へ移動",
    fit: "選んだ範囲、または全体を幅いっぱいに",
    step: "前と次の出来事へ。goroutine を選んでいれば、その中で",
    lane: "上と下の goroutine を選ぶ",
    toggle: "すべてのグループを畳む、開く",
    mark: "見ている時点を、選ぶ範囲の始まりと終わりにする",
    play: "実行を再生する、止める",
    letGo: "範囲を、次に時点を解除する",
    help: "この一覧",
  },
  handHelp:
    "図をドラッグすると時間を移動し、上端に沿って（または Shift を押しながら）ドラッグすると範囲を選びます。2 本の指、または Ctrl とホイールで拡大します。帯を押すと詳細が出て、グループの名前を押すと畳めます。",
  keys: "W と S で拡大と縮小、A と D で移動、F で全体、コンマとピリオドで出来事を順に、Esc で解除、? ですべてのキー",

  worker: (number) => `ワーカー ${number}`,
  workerNamed: (kind, id, name) => {
    if (id === 1) return "メインプログラム";
    const called = kind === "thread" ? "スレッド" : kind === "process" ? "プロセス" : "ワーカー";
    return name ? `${called} ${id}（${name}）` : `${called} ${id}`;
  },
  group: (name, count) => `${name} × ${count}`,
  span: (state, length) => `${state}、${length}`,
  line: (number) => `${number} 行目`,
  lit: (line, spans, total) =>
    `${line} 行目：${spans} か所を示しています。合わせて ${total} です。`,
  fromTo: (from, to) => `${from} から ${to} まで`,
  since: (length) => `${length} 前から`,
  wokenBy: (lane, at) => (lane ? `${at} に ${lane} が起こした` : `${at} にタイマーが起こした`),
  wakes: (count, lanes) => `${lanes}${count > 5 ? `などを ${count} 回` : " を"}起こした`,
  startedBy: (lane) => `${lane} が始めた`,
  startedAt: (line) => `${line} 行目で始まった`,
  endedAt: (at) => `${at} に終わった`,
  zoomToIt: "ここを拡大",
  details: "詳細",
  momentTitle: "この時点のすべて",
  at: (moment) => `${moment} の時点`,
  noState: "いない",
  heldBy: (lanes) => `${lanes} が持っている`,
  heldByNone: "空いている",
  awaitedBy: (count, lanes) => `${lanes}${count > 5 ? `、ほか ${count - 5} 個` : ""}が待っている`,
  unknownYet: "まだ何もわかりません：譲っていません",

  transcript: "実行を文で",
  transcriptCut: (shown, all) => `${all} 件のうち、最初の ${shown} 件です。`,
  collector: "ガベージコレクション",
  holds: (thing, length) => `${thing} を ${length} の間持つ`,
  message: (from, to, bytes) =>
    to
      ? `${from} が ${to} へ ${bytes} バイトを送る`
      : `${from} が ${bytes} バイトを送る。受け取ったものはいない`,
  task: (name) => (name ? `タスク ${name}` : "トレースより前に始まったタスク"),
  region: (name) => `区間 ${name}`,
  log: (category, message) => (category ? `ログ、${category}：${message}` : `ログ：${message}`),
  noted: (what, length) => `${what}、${length || "終わらなかった"}`,
  inRegions: (names) => `${names} の中`,
  underWay: (tasks) => `進行中：${tasks}`,

  findings: "目立つこと",
  left: (count) => `実行が終わったとき、まだ待っていた goroutine が ${count} 個あります。`,
  leaked: "リーク：もう何も起こせない",
  more: (count) => `ほかに ${count} 個。`,
  cycle: (count) =>
    count === 1
      ? "自分自身を待っているため、先へ進めません。"
      : `${count} 個が輪になって互いを待っているため、どれも先へ進めません。`,
  waitsFor: (thing, holder) => `は ${holder} が持つ${thing}を待つ`,
  neverYields: (length, others) =>
    `は ${length} の間譲っていません。ほかに ${others} 個が実行可能でした。`,
  keepsThread: (length, others) =>
    `は ${length} の間スレッドを離しませんでした。ほかに ${others} 個が実行可能でした。`,
  slowCallback: (name, length) =>
    `は ${name} を ${length} 続けて実行しました。その間イベントループは止まっていました。`,

  totals: "合計",
  totalsOf: (from, to) => `すべての goroutine の合計、${from} から ${to} まで`,
  fillSelection: "選んだ範囲を拡大",
  clearSelection: "範囲を解除",
  where: "場所",
  what: "していたこと",
  times: "回数",
  total: "合計",

  keep: "比べるために残す",
  kept: (title) => `次にトレースする実行と比べるために残しました：${title}`,
  dropKept: "比較をやめる",
  compared: "2 つの実行を並べて",
  firstRun: "実行 1",
  secondRun: "実行 2",
  ratio: "2 : 1",
  tracedTime: "トレースありの時間",
  plainTime: "トレースなしの時間",
  goroutines: "goroutine の数",
  allTogether: (state) => `${state}、全部の合計`,
  spread: (count, middle, low, high) =>
    count === 1 ? `${middle}、1 回` : `${count} 回の中央値 ${middle}、${low} から ${high} まで`,
};
