import { type FieldProblem, unprocessable } from '../../platform/http/problem.ts';
import type { AgreedContract } from '../contracts/read-contracts.ts';
import { entryMinutesMax, isOnGrid, type Span, segmentOf, weekStartNamed } from './time-entry.ts';

const minuteMs = 60_000;
const dayMs = 86_400_000;

/**
 * What no time may be, whoever enters it.
 * @throws 422 not_in_segments, time_empty, day_too_long, time_in_future, before_contract_start, after_contract_end
 */
export function requirePossible(contract: AgreedContract, { startMs, endMs }: Span, nowMs: number): void {
  if (!isOnGrid(startMs)) throw refused('/startsAt', 'not_in_segments', 'Time begins on a whole ten minutes.');
  if (!isOnGrid(endMs)) throw refused('/endsAt', 'not_in_segments', 'Time ends on a whole ten minutes.');
  if (endMs <= startMs) throw refused('/endsAt', 'time_empty', 'Time ends after it begins.');
  if (endMs - startMs > entryMinutesMax * minuteMs)
    throw refused('/endsAt', 'day_too_long', 'No day has more than 24 hours.');
  if (endMs > nowMs) throw refused('/endsAt', 'time_in_future', 'This time has not passed yet.');
  if (startMs < firstSegmentOf(contract))
    throw refused('/startsAt', 'before_contract_start', 'The contract had not started then.');
  const endsMs = endOf(contract);
  if (endsMs !== null && endMs > endsMs) throw refused('/endsAt', 'after_contract_end', 'The contract had ended then.');
}

export function firstSegmentOf({ startsAt }: Pick<AgreedContract, 'startsAt'>): number {
  return segmentOf(startsAt);
}

/** The first instant after its last day; null where none was agreed. */
export function endOf({ terms, endedAt }: AgreedContract): number | null {
  const agreed = terms.endsOn === null ? null : Date.parse(`${terms.endsOn}T00:00:00Z`) + dayMs;
  if (endedAt === null) return agreed;
  return agreed === null ? endedAt : Math.min(agreed, endedAt);
}

export function refused(pointer: string, code: string, message: string) {
  const errors: FieldProblem[] = [{ pointer, code, message }];
  return unprocessable(code, `${message} Nothing was changed; correct it and save again.`, errors);
}

/** @throws 422 week_not_monday */
export function requireMonday(week: string): number {
  const weekStartsAt = weekStartNamed(week);
  if (weekStartsAt === undefined) throw refused('/week', 'week_not_monday', 'A week is named by its Monday.');
  return weekStartsAt;
}
