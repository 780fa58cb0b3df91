const labels: Record<string, string> = { en: "Embed", ja: "埋め込む", ko: "끼워 넣기" };
const failures: Record<string, string> = {
  en: "What this button needs could not be loaded. Please try again.",
  ja: "このボタンに必要なものを読み込めませんでした。もう一度お試しください。",
  ko: "이 버튼에 필요한 것을 불러오지 못했습니다. 다시 시도해 주세요.",
};

/** The button's label, which every page has; the dialog's words come with it. */
export const labelOf = (lang: string): string => labels[lang] ?? labels.en!;
export const failureOf = (lang: string): string => failures[lang] ?? failures.en!;
