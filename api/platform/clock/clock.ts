import { randomBytes } from 'node:crypto';

/** The only source of the present. A tenant may run on a virtual one. */
export interface Clock {
  /** Epoch milliseconds, UTC. */
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

/** A clock that stands until it is moved: for tests and demos of timed rules. */
export type VirtualClock = Clock & { advance(ms: number): void };

export function virtualClock(startMs: number): VirtualClock {
  let nowMs = startMs;
  return {
    now: () => nowMs,
    advance: (ms) => {
      nowMs += ms;
    },
  };
}

export type NewId = (kind: string) => string;

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** `ms_…`: the kind, an underscore and 130 random bits in Crockford's base 32. */
export const randomId: NewId = (kind) => {
  let text = '';
  for (const byte of randomBytes(26)) text += alphabet[byte & 31];
  return `${kind}_${text}`;
};

export function isoInstant(epochMs: number): string {
  return Temporal.Instant.fromEpochMilliseconds(epochMs).toString({ smallestUnit: 'millisecond' });
}
