import type { Words } from "./words";

export const ja: Words = {
  heading: { lesson: "このレッスンを埋め込む", map: "このマップを埋め込む" },
  close: "閉じる",
  platform: "埋め込む場所",
  language: "表示する言語",
  theme: "配色",
  themes: { auto: "周りのページに合わせる", light: "ライト", dark: "ダーク" },
  carries: (what) => `今の設定も引き継がれます: ${what}`,
  carriesProgram: "エディターの今のプログラムも引き継がれます。",
  tooLong: "プログラムが長すぎてアドレスに入りません。本文にコードを書く方法でだけ引き継がれます。",
  where: {
    post: "記事に書くもの",
    page: "ページに一度だけ、またはレイアウトに",
    file: "一度だけ、ファイルとして",
    settings: "一度だけ、設定に",
  },
  file: (name) => `一度だけ、ファイル ${name} として`,
  copy: "コピー",
  copied: "コピーしました",
  copyByHand: "ブラウザーがコピーを拒否しました。テキストを選択してあります。",
  proof: {
    tried: "実際のソフトウェアで試しました。",
    imitated: "このプラットフォームを模したページで試しました。実際のサービスでは試していません。",
    read: "プラットフォームのソースコードで確かめました。実際には試していません。",
    memory: "記憶に基づくもので、確かめられていません。",
  },
  names: {
    script: "どのページでも: スクリプトと要素",
    frame: "どのページでも: 普通のフレーム",
    markdown: "HTML を使わない Markdown",
  },
  notes: {
    script:
      "高さは中身に、配色はページに合わせて変わります。JavaScript のない環境やフィードでは、リンクかコードがそのまま残ります。",
    frame:
      "スクリプトは要りません。ページに embed.js がなく、ページ側でも高さの知らせを受け取らない場合、高さは書いたとおりのままです。",
    markdown: "コードとリンクです。どこの Markdown でも表示されます。",
    jekyll:
      "include は一度だけ書きます。{{ や {% を含むコードは {% raw %} で Liquid から守ります。",
    hugo: "Hugo は設定しないかぎり Markdown の中の HTML を取り除くので、ショートコードを使います。",
    hatena: "HTML か Markdown で書く記事に使えます。",
    blogger: "投稿の HTML ビューに書きます。",
    wordpress:
      "アドレスだけの行がフレームになります（Ahiru のサイトが SITE= を付けてビルドされている場合）。設定を引き継ぐには「カスタム HTML」ブロックを使いますが、WordPress.com ではプランによって取り除かれます。",
    zenn: "Zenn で表示できるフレームは一部のサイトのものだけです。アドレスだけの行は画像付きのカードになります（Ahiru のサイトが SITE= を付けてビルドされている場合）。",
    qiita:
      "Qiita で表示できるフレームは一部のサイトのものだけです。アドレスだけの行は画像付きのカードになります（Ahiru のサイトが SITE= を付けてビルドされている場合）。",
    velog: "velog で表示できるフレームは一部のサイトのものだけなので、コードとリンクにします。",
    tistory: "エディターの HTML モードに書きます。",
    devto: "dev.to は、専用のタグがないアドレスをカードにします。",
    notion: "アドレスを貼り付けて「埋め込みを作成」を選びます。",
    sphinx: "もっと短く書けるディレクティブ ahiru がドキュメントにあります。",
    mkdocs: "MkDocs の Markdown では HTML がそのまま使えます。",
  },
  more: "埋め込みのすべてと、スクリプトからできること",
};
