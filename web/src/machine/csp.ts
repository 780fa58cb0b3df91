/**
 * The document of the jail's frame. It holds one inline script, a constant of
 * the build, so that the page's own policy (which a srcdoc frame inherits) and
 * the frame's can both admit it by its digest and nothing else inline.
 */

/** The frame's own policy: its script, workers from blob: or data:, Wasm; no network at all. */
export function jailPolicy(digest: string): string {
  const script = `script-src '${digest}' 'wasm-unsafe-eval' blob: data:`;
  return ["default-src 'none'", script, "worker-src blob: data:"].join("; ");
}

/** The srcdoc of a frame that runs bootstrap, whose digest (sha256-…=) the page's policy names. */
export function jailDocument(bootstrap: string, digest: string): string {
  // Written so that a script which holds this one may stand in an element itself.
  if (/<\/script|<[!]--/i.test(bootstrap)) {
    throw new Error("the jail's bootstrap would end its own script element");
  }
  const policy = `<meta http-equiv="Content-Security-Policy" content="${jailPolicy(digest)}">`;
  return `<!doctype html><meta charset="utf-8">${policy}<script>${bootstrap}</script>`;
}
