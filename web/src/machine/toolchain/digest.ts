import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";

/** Bytes hashed between two looks at what else the page has to do. */
const stride = 1 << 20;

/**
 * SHA-256 in hexadecimal. Browsers give a page their own only over https and
 * on localhost; elsewhere a library does it, a piece at a time.
 */
export async function digest(bytes: ArrayBuffer): Promise<string> {
  const subtle = globalThis.crypto?.subtle as SubtleCrypto | undefined;
  if (subtle) return bytesToHex(new Uint8Array(await subtle.digest("SHA-256", bytes)));
  return digestHere(bytes);
}

/** The same without the browser's. */
export async function digestHere(bytes: ArrayBuffer): Promise<string> {
  const hash = sha256.create();
  for (let at = 0; at < bytes.byteLength; at += stride) {
    hash.update(new Uint8Array(bytes, at, Math.min(stride, bytes.byteLength - at)));
    await new Promise((go) => setTimeout(go));
  }
  return bytesToHex(hash.digest());
}

/** A short name for a text: the same for the same text. */
export function nameOf(text: string): string {
  return bytesToHex(sha256(new TextEncoder().encode(text))).slice(0, 12);
}
