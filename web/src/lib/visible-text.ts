// Characters that would change how a terminal or a browser shows what stands
// around them: controls, and the marks that reverse the direction of text.
const hidden = /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

const names =
  "NUL SOH STX ETX EOT ENQ ACK BEL BS HT LF VT FF CR SO SI DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC FS GS RS US".split(
    " ",
  );

/**
 * Text of a program as a page may show it: a control character appears by its
 * name (‹ESC›), a direction mark by its code (‹U+202E›). Tabs stay.
 */
export function visibleText(text: string): string {
  return text.replace(hidden, (character) => {
    const code = character.charCodeAt(0);
    return `‹${names[code] ?? `U+${code.toString(16).toUpperCase().padStart(4, "0")}`}›`;
  });
}
