import type { Strings } from "./strings";

const faults = {
  missing: "이 주소에는 아무것도 없습니다",
  unreachable: "이 주소에 연결할 수 없습니다",
  refused: "서버가 거부했습니다",
  incomplete: "도중에 끊겼습니다",
  unreadable: "받은 내용이 올바르지 않습니다",
};

const number = (n: number) => n.toLocaleString("ko");

export const ko: Strings = {
  run: "실행",
  stop: "중지",
  retry: "다시 시도",
  keys: "Ctrl+Enter로 실행, Esc로 중지",

  loadingLesson: "레슨을 불러오는 중입니다.",
  ready: "준비되었습니다. 프로그램은 이 페이지 안에서 실행됩니다.",
  fetching: "프로그램을 불러오는 중입니다.",
  bytes: (got, total) => `${total} 중 ${got}`,
  starting: "프로그램을 시작하는 중입니다.",
  waitingTurn:
    "기다리는 중입니다. 이 페이지나 같은 페이지의 다른 탭에서 다른 레슨이 실행되고 있습니다.",
  running: "실행 중입니다.",
  finished: (time) => `${time} 만에 끝났습니다(종료 코드 0).`,
  exited: (status, time) =>
    `${time} 만에 종료 코드 ${status}(으)로 끝났습니다. 이유는 출력에 있습니다.`,
  stopped: (time) => `${time} 만에 중지했습니다.`,
  limited: (time) =>
    `${time} 만에 한도에 도달하여 멈췄습니다. 어떤 한도인지는 출력의 마지막 줄에 있습니다.`,
  alreadyRunning: "이 레슨은 이미 실행 중입니다. 먼저 중지하세요.",
  stoppedBeforeStart: "프로그램이 시작되기 전에 중지했습니다.",
  takenAway: "이 레슨은 이제 이 페이지에 없습니다.",
  load: (fault, url, status) =>
    `${url}을(를) 불러오지 못했습니다. ${faults[fault]}${status ? `(HTTP ${status})` : ""}.`,
  fallbackStays: "아래 코드가 이 레슨의 프로그램입니다. 불러올 때까지는 실행할 수 없습니다.",

  settings: "프로그램의 플래그",
  reset: "되돌리기",
  command: "같은 실행을 명령줄에서",
  problem: (p) => {
    switch (p.kind) {
      case "range":
        return `${p.min}부터 ${p.max}까지의 값이 아닙니다. 이대로 실행하면 프로그램도 오류를 냅니다.`;
      case "choice":
        return `${p.choices.join(", ")} 중 하나가 아닙니다. 이대로 실행하면 프로그램도 오류를 냅니다.`;
      case "duration":
        return "시간 형식이 아닙니다. 100ms, 1.5s, 1m30s처럼 단위를 붙이세요.";
      case "whole":
        return "정수가 아닙니다.";
      case "natural":
        return "부호 없는 0 이상의 정수가 아닙니다.";
      case "bool":
        return "true도 false도 아닙니다.";
      case "number":
        return "숫자가 아닙니다.";
    }
  },
  range: (min, max) => `${min}~${max}`,
  unknownFlags: (names) => `이 레슨에는 ${names}(이)라는 플래그가 없어서 쓰지 않았습니다.`,
  fromLink: "이 값은 링크에 들어 있던 것입니다.",
  notSharedHere:
    "이 페이지 안에서는 스레드가 메모리를 공유할 수 없어서, 공유 메모리가 필요한 부분은 여기서 빠집니다.",
  openFullPage: "레슨 페이지 열기",
  notIsolated:
    "이 페이지는 다른 사이트와 격리되지 않은 채 제공되어 스레드가 메모리를 공유할 수 없고, 공유 메모리가 필요한 부분은 빠집니다.",
  whatToServe: "서버가 보내야 하는 것",
  browserShares:
    "이 브라우저는 여기서 스레드가 메모리를 공유하게 하지 않아서, 공유 메모리가 필요한 부분은 빠집니다. Chromium과 Firefox에서는 모두 실행됩니다.",

  copy: "복사",
  copyLink: "링크 복사",
  copyResult: "결과 복사",
  copyOutput: "출력 복사",
  copied: "복사했습니다",
  copyPicture: "그림 복사",
  pictureSaved: "파일로 저장했습니다",
  pictureFailed: "그림을 만들 수 없었습니다",
  pictureRefused:
    "여기서는 브라우저가 그림을 클립보드에 넣지 못하게 해서 파일로 저장했습니다. 파일이 보이지 않으면 아래 그림을 저장하세요.",
  linesLeftOut: (n) => `${number(n)}줄 더 있음`,
  copyRefused: "브라우저가 복사를 허용하지 않았습니다. 다음 텍스트를 선택해 두었습니다.",

  lineNotes: (file) => `${file}의 줄 설명`,
  programs: "프로그램",
  showAll: (lines) => `${lines}줄 모두 보기`,
  showLess: "접기",
  pythonNotRun: "Python은 비교를 위해 실었습니다. 이 페이지에서는 실행하지 않습니다.",
  pythonRecorded: (version, date, machine) =>
    `CPython ${version} 실행 기록(${date}, ${machine}). 이 페이지에서 실행한 것이 아닙니다`,
  output: "출력",
  noOutput: "프로그램이 아무것도 출력하지 않았습니다.",
  nothingYet: "아직 실행하지 않았습니다.",
  standardError: "표준 오류",
  stderrMark: "err",
  toNewest: "최신 줄로",
  linesOfOutput: (n) => `출력 ${number(n)}줄.`,
  linesSkipped: (n) =>
    `여기서는 ${number(n)}줄을 생략했습니다. ‘출력 복사’로 남아 있는 출력을 모두 가져올 수 있습니다.`,
  charactersMore: (n) => `(${number(n)}자 더 있음)`,

  figures: "측정 결과",
  nothingMeasured: "프로그램이 측정한 값이 여기에 나타납니다.",
  runTime: "실행에 걸린 시간",
  measuredHere: (browser, cores, when) =>
    `지금 여기서 실행해 측정한 값입니다(${browser}, 코어 ${number(cores)}개, ${when}).`,
  timesSmallest: "×는 가장 작은 값의 몇 배인지를 나타냅니다.",
  boards: "이번 실행의 표",
  boardState: "상태",
  boardKill: "강제 종료",
  boardKillRow: (row) => `${row}의 프로세스 강제 종료`,
  states: {
    running: "실행 중",
    runnable: "실행 대기",
    blocked: "블로킹",
    sleeping: "수면",
    done: "시작 전이나 끝난 뒤",
  },
  recorded: (date, go, platform) => `사이트를 만들 때의 기록(${date}, ${go}, ${platform})`,
  recordedNote:
    "여러분의 브라우저에서 실행한 것이 아닙니다. ‘실행’을 누르면 여기서 직접 실행할 수 있습니다.",
  doesNotCompile: (file) => `${file}은(는) 컴파일되지 않습니다`,
  compilerSaid: "컴파일러가 실제로 낸 메시지(사이트를 만들 때의 기록)",
  line: (line) => `${line}번째 줄`,
};
