// The bundler (web/build/bundle) gives these imports as text.

/** An entry of ours, bundled and minified into one classic script. */
declare module "bundle:*" {
  const text: string;
  export default text;
}

/** A file of GOROOT/lib/wasm, as the Go release ships it. */
declare module "goroot:*" {
  const text: string;
  export default text;
}

/** A style sheet, for adoptedStyleSheets: the page's policy allows no inline style. */
declare module "*.css" {
  const text: string;
  export default text;
}

/** The digest of a bundle's text for a Content-Security-Policy: sha256-…= */
declare module "hash:*" {
  const digest: string;
  export default digest;
}
