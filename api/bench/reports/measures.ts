import autocannon from 'autocannon';
import { exampleFreelancer } from '../../testing/example-freelancer.ts';

/** A steady load that a server has room for, so that what is measured is waiting and not a queue of its own making. */
const requestsPerSecond = 200;
const connections = 8;

/** Profile reads from a thread of their own, for so long or until the signal. */
export async function loadProfiles(url: string, profiles: number, seconds: number, signal?: AbortSignal) {
  const requests = Array.from({ length: profiles }, (_, n) => ({
    method: 'GET' as const,
    path: `/v1/freelancers/${exampleFreelancer((n * 7919) % profiles).row.id}`,
  }));
  const cannon = { url, connections, requests, duration: seconds, overallRate: requestsPerSecond };
  const {
    requests: sent,
    latency,
    non2xx,
    errors,
  } = await new Promise<autocannon.Result>((resolve, reject) => {
    const running = autocannon(cannon, (error, result) => (error ? reject(error) : resolve(result)));
    signal?.addEventListener('abort', () => (running as unknown as { stop(): void }).stop());
  });
  if (non2xx + errors > 0) throw new Error(`${non2xx} answers were no success, ${errors} requests failed`);
  return { perSecond: Math.round(sent.average), p99Ms: latency.p99 };
}

/** Resident memory of the whole process from now on: threads are part of it. */
export function watchMemory(): { peakMb(): number } {
  globalThis.gc?.();
  const idle = process.memoryUsage.rss();
  let peak = idle;
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 25);
  return {
    peakMb: () => {
      clearInterval(timer);
      return Math.round((Math.max(peak, process.memoryUsage.rss()) - idle) / 1e6);
    },
  };
}
