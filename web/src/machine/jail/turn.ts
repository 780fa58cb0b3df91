/**
 * Runs task after the messages that have already arrived at this frame: a
 * message to itself queues up behind them. (A timer would not do: browsers
 * slow the timers of frames that nobody sees.)
 */
export function afterPending(task: () => void): void {
  waiting.push(task);
  channel.port2.postMessage(null);
}

const waiting: (() => void)[] = [];
const channel = new MessageChannel();
channel.port1.onmessage = () => waiting.shift()?.();
