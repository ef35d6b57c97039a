import { createState } from './state.ts';

/** `offline`: this device has no network. `unreachable`: it has, but the server does not answer, as while it restarts. */
export type Connection = 'online' | 'offline' | 'unreachable';

export const connection = createState<Connection>(navigator.onLine ? 'online' : 'offline');

const firstRetryMs = 1_000;
const lastRetryMs = 15_000;

let ask: () => Promise<boolean> = async () => true;
let timer: ReturnType<typeof setTimeout> | undefined;
const returns = new EventTarget();

/** Runs when the server answers again after it did not. @returns what stops it */
export function whenBack(listener: () => void): () => void {
  returns.addEventListener('back', listener);
  return () => returns.removeEventListener('back', listener);
}

/** Told by each request that found nobody, or a server that is starting. */
export function noteUnreachable(): void {
  if (connection.get() !== 'online') return;
  connection.set(navigator.onLine ? 'unreachable' : 'offline');
  retryAfter(firstRetryMs);
}

/** @param isThere asks the server whether it answers @returns what stops it */
export function watchConnection(isThere: () => Promise<boolean>): () => void {
  ask = isThere;
  if (connection.get() === 'unreachable') retryAfter(firstRetryMs);
  const stop = new AbortController();
  addEventListener('offline', () => connection.set('offline'), { signal: stop.signal });
  addEventListener('online', () => void retry(firstRetryMs), { signal: stop.signal });
  return () => {
    stop.abort();
    clearTimeout(timer);
  };
}

function retryAfter(ms: number): void {
  clearTimeout(timer);
  timer = setTimeout(() => void retry(Math.min(ms * 2, lastRetryMs)), ms);
}

async function retry(nextMs: number): Promise<void> {
  clearTimeout(timer);
  if (!navigator.onLine) return;
  if (!(await ask())) {
    connection.set('unreachable');
    retryAfter(nextMs);
    return;
  }
  if (connection.get() === 'online') return;
  connection.set('online');
  returns.dispatchEvent(new Event('back'));
}
