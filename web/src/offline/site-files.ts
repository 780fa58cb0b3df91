/** One file of the site as the builder lists it. */
export interface SiteFile {
  /** Below the site's root; a page is its folder. */
  path: string;
  /** Of the contents, in base64. */
  sha256: string;
  bytes: number;
  /** In gzip and in brotli; the same as bytes where there is no such copy. */
  gzip: number;
  brotli: number;
}

/** All that the worker knows of the site; web/build/worker.go writes it. */
export interface SiteFiles {
  build: string;
  /** A digest of the lists: two builds of one stamp may differ in what they recorded. */
  digest: string;
  /** Pages, scripts, styles, lessons: kept as a whole, when the worker is installed. */
  shell: SiteFile[];
  /** Programs, engines, facts: kept when first used. */
  large: SiteFile[];
  /** Large files that a page needs to be of use, by the page's folder without its language. */
  needs: Record<string, string[]>;
}

declare global {
  // The builder puts it before the worker's script.
  var ahiruSite: SiteFiles;
}

/** The lists of this worker. */
export const site = globalThis.ahiruSite;

const hashed = /^assets\/.*\.[0-9a-f]{16}\.\w+$/;

/** Whether a name carries a digest of the contents, so that it never changes. */
export function isHashed(path: string): boolean {
  return hashed.test(path);
}

export function integrityOf(file: SiteFile): string {
  return `sha256-${file.sha256}`;
}
