import type { EditWords } from "./edit-words";

const parts = {
  compiler: "Go 컴파일러",
  linker: "Go 링커",
  packages: "프로그램이 임포트하는 패키지",
  planner: "빌드 순서를 정하는 프로그램",
};

const steps = new Map([
  ["packages", "표준 라이브러리와 레슨용 라이브러리 컴파일"],
  ["tools", "컴파일러와 링커 빌드"],
  ["planner", "빌드 순서를 정하는 프로그램 빌드"],
  ["split", "패키지 나누기"],
  ["compresses", "압축"],
]);

const faults = {
  missing: "이 파일이나 사이트에는 들어 있지 않습니다",
  unreachable: "연결할 수 없고, 전에 저장해 둔 것도 없습니다",
  refused: "서버가 거부했습니다",
  damaged: "받은 것이 두 번 잇따라 손상되어 있었습니다",
  unusable: "이 브라우저에서는 실행할 수 없습니다",
};

const number = (n: number) => n.toLocaleString("ko");

export const ko: EditWords = {
  edit: "편집",
  editHint: "프로그램을 고칠 수 있습니다. ‘실행’을 누르면 이 페이지 안에서 컴파일합니다.",
  edited: "편집됨",
  tools: "프로그램 도구",
  undo: "실행 취소",
  redo: "다시 실행",
  find: "찾기",
  format: "정리",
  formatKeys: "gofmt로 정리하고 임포트를 추가하거나 지웁니다(Ctrl+S 또는 Shift+Alt+F)",
  restore: "레슨 내용으로 되돌리기",
  download: "다운로드",
  openFile: "파일 열기",
  share: "이 프로그램의 링크 복사",
  examples: "예제",
  chooseExample: "예제 고르기",

  kept: "지난번에 직접 쓴 내용입니다. 이 브라우저에 저장되어 있었습니다.",
  notKept:
    "이 브라우저는 이 페이지의 내용을 저장하지 않습니다. 페이지를 닫으면 입력한 내용이 사라집니다.",
  fromLink:
    "이 프로그램은 링크에 들어 있던 것입니다. 아직 실행하지 않았습니다. 내용을 읽어 본 뒤 ‘실행’을 누르세요.",
  leaveLink: "링크의 프로그램 닫기",
  linkUnreadable:
    "이 링크의 프로그램을 읽을 수 없습니다. 일부가 없거나 손상되었습니다. 페이지는 그대로입니다.",
  linkTooLong: "이 링크는 이 사이트가 만드는 어떤 링크보다도 깁니다. 페이지는 그대로입니다.",
  programTooLong: (size) =>
    `이 프로그램의 링크는 ${size}가 되어 도중에 잘릴 수 있습니다. 대신 다운로드하세요. 이 사이트의 ‘파일 열기’로 다시 열 수 있습니다.`,
  fileUnreadable: "이 파일은 UTF-8 텍스트가 아닙니다. 아무것도 바꾸지 않았습니다.",
  fileTooLong: (limit) => `이 파일은 여기서 다룰 수 있는 프로그램의 한도(${limit})를 넘습니다.`,
  editorFailed: "편집기를 불러오지 못했습니다. ‘편집’을 누르면 다시 시도합니다.",

  stdin: "표준 입력",
  stdinHint: "프로그램이 os.Stdin에서 읽는 내용입니다.",
  args: "명령줄 인수",
  argsHint: "셸에서처럼 씁니다. 따옴표로 묶으면 공백을 넣을 수 있습니다.",
  inputs: "입력과 인수",

  problems: (n) => `Go 컴파일러의 지적 ${number(n)}개`,
  refused: (n) =>
    n === 0
      ? "프로그램을 빌드하지 못했습니다. 이유는 출력에 있습니다."
      : `프로그램이 컴파일되지 않습니다. 지적이 ${number(n)}개 있습니다.`,
  fault: (fault, size) => {
    switch (fault.kind) {
      case "large":
        return `프로그램이 여기서의 한도(${size(fault.limit)})보다 큽니다.`;
      case "name":
        return `‘${fault.name}’은(는) 파일 이름으로 쓸 수 없습니다. ‘..’이 없는 상대 경로로 적으세요.`;
      case "twice":
        return `‘${fault.name}’(이)라는 파일이 둘 있습니다.`;
    }
  },

  fetchingToolchain: (part) => `${parts[part]}을(를) 불러오는 중입니다(처음 한 번만).`,
  making: (step, done, total) => {
    const name = steps.get(step);
    return name === undefined
      ? "이 사이트의 Go 툴체인을 만드는 중입니다. 다 되면 컴파일할 수 있습니다."
      : `이 사이트의 Go 툴체인을 만드는 중입니다(${total}단계 중 ${done + 1}: ${name}). 다 되면 컴파일할 수 있습니다.`;
  },
  makingFar: (step, done, total) =>
    `${step === "compresses" ? "파일" : "패키지"}: ${number(total)}개 중 ${number(done)}개`,
  notMaking: (command) =>
    `이 사이트의 Go 툴체인이 아직 없고, 만들고 있는 것 같지도 않습니다(한동안 아무 변화가 없습니다). 사이트를 빌드한 곳에서 ‘${command}’를 실행하면 만들어집니다. 이 페이지는 계속 기다립니다.`,
  startingToolchain: "Go 툴체인을 시작하는 중입니다.",
  toolchainReady: "Go 툴체인이 준비되었습니다. ‘실행’을 누르면 이 페이지 안에서 컴파일합니다.",
  building: "컴파일하고 링크하는 중입니다.",
  cancel: "취소",
  cancelled: "불러오기를 취소했습니다. ‘실행’을 누르면 다시 시작합니다.",
  toolchain: (fault) => `Go 툴체인을 준비하지 못했습니다. ${faults[fault]}.`,

  formatting: "정리하는 중입니다.",
  formatted: (added, removed) =>
    [
      "정리했습니다.",
      added.length > 0 ? `추가한 임포트: ${added.join(", ")}.` : "",
      removed.length > 0 ? `지운 임포트: ${removed.join(", ")}.` : "",
    ]
      .filter(Boolean)
      .join(" "),
  notFormatted: "정리하지 않았습니다. 아직 Go 코드로 읽을 수 없습니다.",
  formatFailed: (reason) => `정리하지 못했습니다: ${reason}`,
  importsLeft: "패키지 목록을 불러오지 못해 임포트는 그대로 두었습니다.",
};
