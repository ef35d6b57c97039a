import type { PaymentProcessor } from './processor.ts';

export type AskDeps = {
  processor: PaymentProcessor;
  /** How long a processor may be silent before whoever waits is told to wait. */
  processorTimeoutMs?: number;
};

/** A processor may hang without heeding the signal: the silence ends here all the same. */
export async function askProcessor<Answer>(
  { processor, processorTimeoutMs = 20_000 }: AskDeps,
  ask: (processor: PaymentProcessor, signal: AbortSignal) => Promise<Answer>,
): Promise<Answer> {
  const signal = AbortSignal.timeout(processorTimeoutMs);
  const silence = new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
  return Promise.race([ask(processor, signal), silence]);
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** The longer it takes the more seldom: after as long again as it took so far, at least a minute, at most an hour. */
export function nextLookAfter(createdAt: number, nowMs: number): number {
  return nowMs + Math.min(hourMs, Math.max(minuteMs, nowMs - createdAt));
}
