const channel = new MessageChannel();
const waiting: (() => void)[] = [];
channel.port1.onmessage = () => waiting.shift()?.();

/** Lets the page do what else it has to: what follows is another task. */
export function turn(): Promise<void> {
  return new Promise((go) => {
    waiting.push(go);
    channel.port2.postMessage(null);
  });
}

/** Lets the page be laid out and drawn: to measure it then costs nothing. */
export async function painted(): Promise<void> {
  await new Promise(requestAnimationFrame);
  await turn();
}
