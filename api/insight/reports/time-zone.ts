import { z } from '../../platform/http/routes.ts';

/** An IANA time zone that this machine knows. */
export function defineTimeZone() {
  return z.string().max(60).refine(isTimeZone, 'This is no IANA time zone, as Europe/Berlin is.');
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return !/^[+-]/.test(name);
  } catch {
    return false;
  }
}
