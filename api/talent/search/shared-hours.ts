import { offsetMinutesAt, sharedWorkMinutes } from './overlap.ts';

/** Zone names are looked up again after this long, so that a change to or from summer time is noticed. */
const offsetsLifeMs = 15 * 60_000;

/** Which zones share how many working hours with another, at an instant. Offsets are looked up once a quarter of an hour. */
export function createSharedHours() {
  let offsets = new Map<string, number>();
  let bestBeforeMs = 0;

  function offsetOf(zone: string, nowMs: number): number | undefined {
    if (nowMs >= bestBeforeMs || nowMs < bestBeforeMs - offsetsLifeMs) {
      offsets = new Map();
      bestBeforeMs = (Math.floor(nowMs / offsetsLifeMs) + 1) * offsetsLifeMs;
    }
    const known = offsets.get(zone);
    if (known !== undefined) return known;
    try {
      const offset = offsetMinutesAt(zone, nowMs);
      offsets.set(zone, offset);
      return offset;
    } catch {
      // A profile may name a zone that a newer zone database has and this one has not.
      return undefined;
    }
  }

  return {
    hoursShared(zone: string, other: string, nowMs: number): number {
      const [one, two] = [offsetOf(zone, nowMs), offsetOf(other, nowMs)];
      return one === undefined || two === undefined ? 0 : sharedWorkMinutes(one, two) / 60;
    },
  };
}
export type SharedHours = ReturnType<typeof createSharedHours>;
