/** Time and visibility as the session sees them; handed in so that its rules can be tested without waiting. */
export type PageClock = {
  now(): number;
  random(): number;
  after(delayMs: number, run: () => void): () => void;
  visible(): boolean;
  whenVisible(run: () => void): () => void;
};

export const pageClock: PageClock = {
  now: () => Date.now(),
  random: () => Math.random(),
  after(delayMs, run) {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
  visible: () => document.visibilityState === 'visible',
  whenVisible(run) {
    const listener = () => {
      if (document.visibilityState !== 'visible') return;
      document.removeEventListener('visibilitychange', listener);
      run();
    };
    document.addEventListener('visibilitychange', listener);
    return () => document.removeEventListener('visibilitychange', listener);
  },
};
