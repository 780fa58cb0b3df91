import type { Strings } from "./strings";

export const ko: Strings = {
  timeline: "타임라인",
  comma: ", ",
  colon: ": ",
  trace: "실행을 추적하기",
  off: "‘실행을 추적하기’를 켜고 ‘실행’을 누르면, 모든 고루틴이 무엇을 했는지 프로그램 자신의 실행 추적에서 읽어 여기에 그립니다.",
  waiting: "‘실행’을 누르면 모든 고루틴이 무엇을 했는지 여기에 그립니다.",
  loading: "추적을 읽는 프로그램을 불러오는 중입니다(1 MB).",
  live: "실행 중입니다.",
  noYield: "양보하지 않는 동안의 일은 다음에 양보할 때 그립니다.",
  paused: (known) => `일시 중지했습니다. 그때까지 적힌 추적은 ${known}까지입니다.`,
  whole: (lanes, end) => `고루틴 ${lanes}개, ${end}.`,
  hidden: (count) => `런타임의 ${count}개는 그리지 않았습니다.`,
  missing: (count, from) =>
    `${from}부터는 빠진 사건이 있습니다. 200,000개를 남겼고, 그 밖에 ${count}개를 읽었습니다.`,
  fault: (worker, reason) =>
    `${worker}의 추적이 도중에 끝났습니다. 읽은 데까지 그렸습니다. ${reason}`,
  killed: (_, workers) =>
    `밖에서 끝낸 것: ${workers}. 마지막 0.1초까지의 동작은 기록되지 않았습니다.`,
  tooLong: (worker, lost) =>
    `${worker}의 추적이 너무 길어져 끝부분이 없습니다${lost ? `(${lost}는 보관하지 않음)` : ""}.`,
  endedHere: "밖에서 끝남",
  failed: (reason) => `추적을 읽을 수 없습니다. ${reason}`,
  cost: (traced, plain, times) =>
    `추적의 대가: 추적한 실행 ${traced}, 바로 앞의 추적하지 않은 실행 ${plain}, 곧 ${times}입니다.`,
  costUnknown:
    "여기서 추적에 시간이 얼마나 드는지는 아직 모릅니다. 이 명령을 추적 없이 실행한 적이 없습니다.",
  opened: (file) =>
    `추적 파일 ${file}을(를) 열었습니다. 여기서 기록한 것이 아니며, 이 페이지 밖으로 나가지 않습니다.`,
  endUnknown:
    "추적에는 프로그램이 어떻게 끝났는지 적혀 있지 않습니다. 마지막에 기다리던 고루틴이 아직 깨어날 수 있었는지는 알 수 없습니다.",
  tooLarge: (file, most) => `${file}: 너무 큽니다. ${most} MiB까지 읽습니다.`,
  nothingInFile: (file) => `${file}: 그릴 수 있는 고루틴이 없습니다.`,
  closeFile: "파일 닫기",
  evidence: "근거",
  behind: "이 값의 근거",
  traced: "추적하면서 실행했습니다. 그만큼 느리므로 값은 추적하지 않은 실행에서 보세요.",
  picture: (lanes, end) => `고루틴 ${lanes}개의 ${end}를 상태별 띠로 나타낸 그림`,
  states: {
    running: "실행 중",
    runnable: "실행 가능",
    blocked: "블로킹",
    sleeping: "잠듦",
    done: "끝남",
  },
  things: { lock: "락", gil: "GIL", barrier: "배리어", pool: "풀", pipe: "파이프" },

  tools: "찾기, 확대, 파일",
  search: "이름, 이유, 줄로 찾기",
  searchHint: "이름, 이유, 9번째 줄",
  nearer: "확대",
  farther: "축소",
  fit: "전체",
  arrows: "누가 누구를 깨웠나",
  tooManyArrows: (count) => `화살표 ${count}개: 확대하면 보입니다`,
  groups: "묶음 접기",
  format: "형식",
  download: "저장",
  openTrace: "추적 파일 열기",
  help: "키와 동작",
  close: "닫기",
  legend: "상태: 누르면 숨깁니다",
  library: (count) => `라이브러리의 것 ${count}개`,
  showAll: "모두 보이기",
  shown: (shown, all) => `고루틴 ${all}개 가운데 ${shown}개를 보이고 있습니다.`,

  walk: "시간을 따라가기",
  previous: "이전 사건",
  next: "다음 사건",
  play: "재생",
  stopPlaying: "재생 멈추기",
  moment: "시점",
  letGo: "해제",
  keyHelp: {
    zoom: "확대와 축소",
    pan: "왼쪽과 오른쪽으로 이동",
    fit: "고른 범위나 전체를 너비에 맞춤",
    step: "이전과 다음 사건으로. 고루틴을 골랐으면 그 안에서",
    lane: "위와 아래의 고루틴 고르기",
    toggle: "모든 묶음을 접거나 펴기",
    mark: "보고 있는 시점을 고르는 범위의 처음과 끝으로",
    play: "실행을 재생하고 멈추기",
    letGo: "범위를, 다음에 시점을 해제",
    help: "이 목록",
  },
  handHelp:
    "그림을 끌면 시간을 이동하고, 위쪽 가장자리를 따라(또는 Shift를 누른 채) 끌면 범위를 고릅니다. 두 손가락이나 Ctrl과 휠로 확대합니다. 띠를 누르면 자세히 보이고, 묶음의 이름을 누르면 접힙니다.",
  keys: "W와 S로 확대와 축소, A와 D로 이동, F로 전체, 쉼표와 마침표로 사건을 차례로, Esc로 해제, ?로 모든 키",

  worker: (number) => `워커 ${number}`,
  workerNamed: (kind, id, name) => {
    if (id === 1) return "주 프로그램";
    const called = kind === "thread" ? "스레드" : kind === "process" ? "프로세스" : "워커";
    return name ? `${called} ${id}(${name})` : `${called} ${id}`;
  },
  group: (name, count) => `${name} × ${count}`,
  span: (state, length) => `${state}, ${length}`,
  line: (number) => `${number}번째 줄`,
  lit: (line, spans, total) => `${line}번째 줄: ${spans}곳을 밝혔습니다. 모두 더해 ${total}입니다.`,
  fromTo: (from, to) => `${from}부터 ${to}까지`,
  since: (length) => `${length} 전부터`,
  wokenBy: (lane, at) => (lane ? `${at}에 ${lane}이(가) 깨움` : `${at}에 타이머가 깨움`),
  wakes: (count, lanes) => `${lanes}${count > 5 ? ` 등을 ${count}번` : "을(를)"} 깨움`,
  startedBy: (lane) => `${lane}이(가) 시작함`,
  startedAt: (line) => `${line}번째 줄에서 시작`,
  endedAt: (at) => `${at}에 끝남`,
  zoomToIt: "여기를 확대",
  details: "자세히",
  momentTitle: "이 시점의 모두",
  at: (moment) => `${moment} 시점`,
  noState: "없음",
  heldBy: (lanes) => `${lanes}이(가) 가짐`,
  heldByNone: "비어 있음",
  awaitedBy: (count, lanes) => `${lanes}${count > 5 ? ` 외 ${count - 5}개` : ""}이(가) 기다림`,
  unknownYet: "아직 알 수 없음: 양보하지 않았습니다",

  transcript: "실행을 글로",
  transcriptCut: (shown, all) => `${all}개 가운데 처음 ${shown}개입니다.`,
  collector: "가비지 컬렉션",
  holds: (thing, length) => `${thing}을(를) ${length} 동안 가짐`,
  message: (from, to, bytes) =>
    to
      ? `${from}이(가) ${to}에게 ${bytes}바이트를 보냄`
      : `${from}이(가) ${bytes}바이트를 보냄. 받은 것이 없음`,
  task: (name) => (name ? `작업 ${name}` : "추적보다 먼저 시작한 작업"),
  region: (name) => `구간 ${name}`,
  log: (category, message) => (category ? `로그, ${category}: ${message}` : `로그: ${message}`),
  noted: (what, length) => `${what}, ${length || "끝나지 않음"}`,
  inRegions: (names) => `${names} 안`,
  underWay: (tasks) => `진행 중: ${tasks}`,

  findings: "눈에 띄는 것",
  left: (count) => `실행이 끝났을 때 아직 기다리던 고루틴이 ${count}개 있습니다.`,
  leaked: "누수: 이제 아무것도 깨울 수 없음",
  more: (count) => `그 밖에 ${count}개.`,
  cycle: (count) =>
    count === 1
      ? "자기 자신을 기다려 나아갈 수 없습니다."
      : `${count}개가 고리를 이루어 서로 기다리므로 아무도 나아갈 수 없습니다.`,
  waitsFor: (thing, holder) => `— ${holder}이(가) 가진 ${thing}을(를) 기다림`,
  neverYields: (length, others) =>
    `— ${length} 동안 양보하지 않았습니다. 다른 ${others}개가 실행될 수 있었습니다.`,
  keepsThread: (length, others) =>
    `— ${length} 동안 스레드를 놓지 않았습니다. 다른 ${others}개가 실행될 수 있었습니다.`,
  slowCallback: (name, length) =>
    `— ${name}을(를) ${length} 동안 이어서 실행했습니다. 그동안 이벤트 루프가 멈춰 있었습니다.`,

  totals: "합계",
  totalsOf: (from, to) => `모든 고루틴의 합계, ${from}부터 ${to}까지`,
  fillSelection: "고른 범위를 확대",
  clearSelection: "범위 해제",
  where: "곳",
  what: "하던 일",
  times: "횟수",
  total: "합계",

  keep: "비교하려고 남기기",
  kept: (title) => `다음에 추적할 실행과 비교하려고 남겼습니다: ${title}`,
  dropKept: "비교 끝내기",
  compared: "두 실행을 나란히",
  firstRun: "실행 1",
  secondRun: "실행 2",
  ratio: "2 : 1",
  tracedTime: "추적한 시간",
  plainTime: "추적하지 않은 시간",
  goroutines: "고루틴 수",
  allTogether: (state) => `${state}, 모두 더해`,
  spread: (count, middle, low, high) =>
    count === 1 ? `${middle}, 한 번` : `${count}번의 중앙값 ${middle}, ${low}부터 ${high}까지`,
};
