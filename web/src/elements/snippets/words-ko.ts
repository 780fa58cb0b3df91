import type { Words } from "./words";

export const ko: Words = {
  heading: { lesson: "이 레슨을 끼워 넣기", map: "이 지도를 끼워 넣기" },
  close: "닫기",
  platform: "넣을 곳",
  language: "보여 줄 언어",
  theme: "색",
  themes: { auto: "둘레의 페이지에 맞추기", light: "밝게", dark: "어둡게" },
  carries: (what) => `지금의 설정도 함께 갑니다: ${what}`,
  carriesProgram: "편집기에 있는 프로그램도 함께 갑니다.",
  tooLong:
    "프로그램이 너무 길어 주소에 들어가지 않습니다. 본문에 코드를 쓰는 방법에만 함께 갑니다.",
  where: {
    post: "글에 쓸 것",
    page: "페이지에 한 번, 또는 레이아웃에",
    file: "한 번, 파일로",
    settings: "한 번, 설정에",
  },
  file: (name) => `한 번, 파일 ${name}(으)로`,
  copy: "복사",
  copied: "복사했습니다",
  copyByHand: "브라우저가 복사를 막았습니다. 텍스트를 선택해 두었습니다.",
  proof: {
    tried: "실제 소프트웨어로 시험했습니다.",
    imitated: "이 플랫폼을 흉내 낸 페이지로 시험했고, 실제 서비스에서는 시험하지 않았습니다.",
    read: "플랫폼의 소스 코드에서 확인했고, 실제로 시험하지는 않았습니다.",
    memory: "기억에 따른 것으로, 확인하지 못했습니다.",
  },
  names: {
    script: "어느 페이지든: 스크립트와 요소",
    frame: "어느 페이지든: 보통의 프레임",
    markdown: "HTML 없는 Markdown",
  },
  notes: {
    script:
      "높이는 내용을, 색은 페이지를 따릅니다. JavaScript가 없는 곳과 피드에는 링크나 코드가 남습니다.",
    frame:
      "스크립트가 필요 없습니다. 페이지에 embed.js가 없고 페이지가 스스로 높이를 받지도 않으면 높이는 쓴 대로 남습니다.",
    markdown: "코드와 링크입니다. 어느 Markdown에서나 보입니다.",
    jekyll: "include는 한 번만 씁니다. {{ 나 {% 가 있는 코드는 {% raw %}로 Liquid에게서 지킵니다.",
    hugo: "Hugo는 따로 정하지 않으면 Markdown 안의 HTML을 지우므로 숏코드를 씁니다.",
    hatena: "HTML이나 Markdown으로 쓰는 글에 넣습니다.",
    blogger: "글의 HTML 보기에 넣습니다.",
    wordpress:
      "주소만 있는 줄이 프레임이 됩니다(Ahiru 사이트를 SITE=와 함께 빌드했을 때). 설정을 함께 보내려면 ‘사용자 정의 HTML’ 블록을 쓰는데, WordPress.com에서는 요금제에 따라 지워집니다.",
    zenn: "Zenn은 몇몇 사이트의 프레임만 보여 줍니다. 주소만 있는 줄은 그림이 있는 카드가 됩니다(Ahiru 사이트를 SITE=와 함께 빌드했을 때).",
    qiita:
      "Qiita는 몇몇 사이트의 프레임만 보여 줍니다. 주소만 있는 줄은 그림이 있는 카드가 됩니다(Ahiru 사이트를 SITE=와 함께 빌드했을 때).",
    velog: "velog는 몇몇 사이트의 프레임만 받으므로 코드와 링크로 씁니다.",
    tistory: "편집기의 HTML 모드에 넣습니다.",
    devto: "dev.to는 전용 태그가 없는 주소를 카드로 만듭니다.",
    notion: "주소를 붙여 넣고 ‘임베드 생성’을 고릅니다.",
    sphinx:
      "더 짧게 쓰는 디렉티브 ahiru가 문서에 있습니다. 프로그램의 탭은 Sphinx가 빈칸으로 바꿉니다.",
    mkdocs: "MkDocs의 Markdown은 HTML을 그대로 받습니다. 탭은 빈칸이 됩니다.",
  },
  more: "임베드의 모든 것과 스크립트로 할 수 있는 것",
};
