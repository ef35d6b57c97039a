import { html, nothing, type TemplateResult } from 'lit';
import type { ContractNextStep, ContractSide, ContractStatusItem } from '../../api/contract-status.ts';
import { now } from '../../shell/now.ts';
import { formatDate, formatInstant, formatRelative } from '../../strings/format.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import type { PlainKey } from '../../strings/text-keys.ts';
import type { RoomPart } from './room-parts.ts';

/** What has to be done, in words: `Fund “Design”`. */
export function stepWords({ what, subject }: ContractNextStep): string {
  const name = subject?.kind === 'timesheet' ? formatDate(subject.name) : (subject?.name ?? '');
  return filled(wordsFor('step', what) ?? what, { name });
}

/** Whom it waits for. */
export function whoWords({ who }: ContractNextStep, side: ContractSide, other: string): string {
  if (who === side) return t('room.waitsForYou');
  return who === 'nobody' ? t('room.waitsForNobody') : t('room.waitsFor', { name: other });
}

/** When, and what happens then by itself; the exact instant on hover and focus. */
export function dueWords({ what, dueAt }: ContractNextStep): TemplateResult | typeof nothing {
  if (dueAt === null) return nothing;
  const when = formatRelative(dueAt, now());
  const words = wordsFor('stepDue', what);
  return html`<time class="muted small" datetime=${dueAt} title=${formatInstant(dueAt)} tabindex="0">${words ? filled(words, { when }) : t('room.due', { when })}</time>`;
}

/** A step in a list: what, who and until when. */
export const stepCell = ({ nextStep, other }: ContractStatusItem, side: ContractSide): TemplateResult =>
  nextStep
    ? html`<span class=${nextStep.who === side ? 'strong' : ''}>${stepWords(nextStep)}</span>
        <div class="muted small">${whoWords(nextStep, side, other.name)}${nextStep.dueAt ? ' · ' : nothing}${dueWords(nextStep)}</div>`
    : html`<span class="muted">${t('room.over')}</span>`;

/** Which part of the room an action is found in. */
export function partOf({ what }: ContractNextStep): RoomPart {
  if (what === 'onboardingTask') return 'onboarding';
  if (/milestone|submi|work|payment|refund/i.test(what) && what !== 'payWeek') return 'milestones';
  if (/week|time/i.test(what)) return 'time';
  return /amendment/i.test(what) ? 'terms' : 'overview';
}

export const partLabels = {
  overview: 'room.overview',
  milestones: 'room.milestones',
  time: 'room.time',
  terms: 'room.terms',
  onboarding: 'room.onboarding',
  timeline: 'room.timeline',
} as const satisfies Record<RoomPart, PlainKey>;

/** Where a contract's room and its parts are. */
export function roomPath(side: ContractSide, id: string, part: RoomPart = 'overview'): string {
  const room = `${side === 'client' ? '' : '/my'}/contracts/${id}`;
  return part === 'overview' ? room : `${room}/${part}`;
}

/** Words that are chosen by data have their values filled in here. */
export function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
