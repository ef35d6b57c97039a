/** Hours of 09:00–17:00 that two places share, by their offsets from UTC. */

const workdayMinutes = 8 * 60;
const dayMinutes = 24 * 60;

export function sharedWorkMinutes(offsetMinutes: number, otherOffsetMinutes: number): number {
  const apart = Math.abs(offsetMinutes - otherOffsetMinutes) % dayMinutes;
  return Math.max(0, workdayMinutes - Math.min(apart, dayMinutes - apart));
}

export function offsetMinutesAt(timeZone: string, epochMs: number): number {
  const { offsetNanoseconds } = Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(timeZone);
  return offsetNanoseconds / 60e9;
}

/** Named zones and `UTC` only: a bare offset such as `+02:00` knows no summer time. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+/-]*$/.test(name)) return false;
  try {
    offsetMinutesAt(name, 0);
    return true;
  } catch {
    return false;
  }
}
