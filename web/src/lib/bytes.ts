/** A number of bytes for reading: "640 B", "12 kB", "2.6 MB" (decimal units). */
export function formatBytes(bytes: number, lang = "en"): string {
  const [size, unit, fraction] =
    bytes < 1000 ? [bytes, "B", 0] : bytes < 1e6 ? [bytes / 1e3, "kB", 0] : [bytes / 1e6, "MB", 1];
  const text = size.toLocaleString(lang, {
    minimumFractionDigits: fraction,
    maximumFractionDigits: fraction,
  });
  return `${text}\u00a0${unit}`;
}
