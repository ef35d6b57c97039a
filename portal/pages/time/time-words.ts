import type { ChargeState, TimesheetState } from '@portico/api/work/timesheets/timesheet.ts';
import type { TemplateResult } from 'lit';
import { type TagKind, tag } from '../../elements/tag.ts';
import { intl } from '../../strings/intl.ts';
import { locale, t, wordsFor } from '../../strings/strings.ts';
import { textOfMinutes } from './typed-time.ts';

/** `12:30 h`, as hours are said everywhere. */
export const hours = (minutes: number): string => t('time.hours', { time: textOfMinutes(minutes) });

export const zone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** `Mon 23`, of a local date. */
export function dayName(date: string): string {
  const format = intl('DateTimeFormat', locale(), { weekday: 'short', day: 'numeric', timeZone: 'UTC' });
  return format.format(new Date(`${date}T00:00:00Z`));
}

export function clockTime(instant: string | number): string {
  return intl('DateTimeFormat', locale(), { hour: 'numeric', minute: '2-digit' }).format(new Date(instant));
}

/** `23 – 29 Nov 2026` of a UTC week. */
export function weekRange(startsAt: string, endsAt: string): string {
  const format = intl('DateTimeFormat', locale(), {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return format.formatRange(new Date(startsAt), new Date(Date.parse(endsAt) - 1));
}

const kinds: Record<TimesheetState, TagKind> = {
  open: 'info',
  freelancerReview: 'warning',
  clientReview: 'warning',
  accepted: 'success',
  disputed: 'danger',
  security: 'success',
  available: 'success',
  unbilled: 'neutral',
  refunded: 'neutral',
};

/** A week whose charge was declined is first of all not paid. */
export function weekStatus({ state, charge }: { state: TimesheetState; charge: ChargeState }): TemplateResult {
  if (charge === 'declined') return tag('danger', t('time.notPaid'));
  return tag(kinds[state], wordsFor('timesheetState', state) ?? state);
}

/** Why something cannot be done now, in words. */
export const whyNot = (code: string | null): string | undefined =>
  code === null ? undefined : (wordsFor('timeRight', code) ?? t('timeRight.other'));
