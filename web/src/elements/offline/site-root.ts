/** The site's root, seen from a script in dist/assets/. */
export const siteRoot = (): URL => new URL("../", import.meta.url);
