import { getTimer, type TimerStanding, tellTimer } from '../api/time.ts';
import { now } from './now.ts';
import { me } from './session.ts';
import { createState } from './state.ts';

/** The freelancer's timer as every page knows it; undefined: not known yet. */
export const timerStanding = createState<TimerStanding | undefined>(undefined);
/** A sign of life did not get through: time since the last one counts only if the next one does. */
export const isTimerSilent = createState(false);

export const isRunning = (): boolean => timerStanding.get()?.timer?.state === 'running';

/** What happens each time ten more minutes were counted: the page may owe a picture. */
let onHeard: (standing: TimerStanding) => void = () => {};
export function whenTimerHeard(listener: (standing: TimerStanding) => void): void {
  onHeard = listener;
}

export function showTimer(standing: TimerStanding): void {
  timerStanding.set(standing);
  isTimerSilent.set(false);
}

/** Minutes of the last run by the server's clock: what the frame and the timer show. */
export function runningMinutes(): number {
  const timer = timerStanding.get()?.timer;
  if (!timer) return 0;
  const endMs = timer.stoppedAt ? Date.parse(timer.stoppedAt) : now();
  return Math.max(0, Math.floor((endMs - Date.parse(timer.startedAt)) / 60_000));
}

const lookMs = 10_000;

/** Sends signs of life while the timer runs, whichever page is open. @returns what stops it */
export function watchTimer(): () => void {
  let heardMs = 0;
  const ask = async () => {
    if (!me.get()?.freelancerId) return;
    const standing = timerStanding.get();
    const everyMs = (standing?.heartbeatSeconds ?? 0) * 1000;
    if (standing && (!isRunning() || Date.now() - heardMs < everyMs)) return;
    heardMs = Date.now();
    try {
      const heard = standing ? await tellTimer('heartbeat') : await getTimer();
      showTimer(heard);
      onHeard(heard);
    } catch {
      // The server keeps what it heard; the next sign of life may still come in time.
      isTimerSilent.set(isRunning());
    }
  };
  const timer = setInterval(() => void ask(), lookMs);
  const stopMe = me.subscribe(() => {
    timerStanding.set(undefined);
    void ask();
  });
  void ask();
  return () => {
    clearInterval(timer);
    stopMe();
  };
}
