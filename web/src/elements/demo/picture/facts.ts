import type { Lane } from "../lesson";

/** What the picture of a run says. All words are in the page's language. */
export interface PictureFacts {
  title: string;
  command: string;
  ribbons: { label: string; span: string; lanes: (Lane & { shares: string })[] }[];
  /** Figures of one unit each, which share a scale. */
  scales: { label: string; value: string; amount: number; ratio: string }[][];
  /** Lines that the program printed. */
  output: string[];
  linesLeftOut(count: number): string;
  /** How the run ended, where and when it was made, and where it can be repeated. */
  ending: string;
  origin: string;
  link: string;
}
