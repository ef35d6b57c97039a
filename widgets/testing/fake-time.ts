/** Time that passes when a test says so, and a page that is hidden when it says so. */
export function fakeTime() {
  const { setTimeout: realSetTimeout, clearTimeout: realClearTimeout } = globalThis;
  const realNow = Date.now;
  const timers = new Map<number, { at: number; run: () => void }>();
  const delays: number[] = [];
  let now = 1_800_000_000_000;
  let nextId = 1;
  let hidden = false;

  Date.now = () => now;
  globalThis.setTimeout = ((run: () => void, delayMs = 0) => {
    delays.push(delayMs);
    timers.set(nextId, { at: now + delayMs, run });
    return nextId++;
  }) as unknown as typeof setTimeout;
  globalThis.clearTimeout = ((id: number) => timers.delete(id)) as unknown as typeof clearTimeout;
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });

  /** Promises that are ready get their turn: a real task comes after all of them. */
  const settle = () => new Promise<void>((resolve) => realSetTimeout(resolve));

  return {
    delays,
    waiting: () => timers.size,
    hide() {
      hidden = true;
    },
    async show() {
      hidden = false;
      document.dispatchEvent(new Event('visibilitychange'));
      await settle();
    },
    async pass(ms: number) {
      const end = now + ms;
      await settle();
      for (;;) {
        const [id, timer] = [...timers].sort(([, one], [, other]) => one.at - other.at)[0] ?? [];
        if (id === undefined || timer!.at > end) break;
        timers.delete(id);
        now = timer!.at;
        timer!.run();
        await settle();
      }
      now = end;
    },
    restore() {
      globalThis.setTimeout = realSetTimeout;
      globalThis.clearTimeout = realClearTimeout;
      Date.now = realNow;
      // The own property hides the document's real one.
      delete (document as { hidden?: boolean }).hidden;
    },
  };
}
