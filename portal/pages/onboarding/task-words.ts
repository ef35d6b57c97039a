import { html, nothing, type TemplateResult } from 'lit';
import type { OnboardingTask } from '../../api/onboarding.ts';
import { type TagKind, tag } from '../../elements/tag.ts';
import { timeAgo } from '../../elements/time.ts';
import { formatDate } from '../../strings/format.ts';
import { t, wordsFor } from '../../strings/strings.ts';

const kinds = {
  open: 'warning',
  submitted: 'info',
  returned: 'danger',
  accepted: 'success',
  overridden: 'neutral',
  expired: 'danger',
  dropped: 'neutral',
} as const satisfies Record<OnboardingTask['state'], TagKind>;

export const taskStatus = ({ state, reusedFrom }: OnboardingTask): TemplateResult =>
  tag(kinds[state], reusedFrom ? t('beforeWork.reused') : (wordsFor('taskState', state) ?? state));

/** Whom it waits for, as the reader would say it. */
export function waitsWords({ waitsFor, freelancer, client }: OnboardingTask, side: 'client' | 'freelancer'): string {
  if (waitsFor === null) return '';
  if (waitsFor === side) return t('beforeWork.waitsForYou');
  if (waitsFor === 'operator') return t('beforeWork.waitsForOperator');
  return t('beforeWork.waitsFor', { name: waitsFor === 'freelancer' ? freelancer.name : client });
}

/** Until when it is to be done, or holds. */
export function whenWords({ state, dueAt, isLate, validUntil }: OnboardingTask): TemplateResult | typeof nothing {
  if (state === 'open' || state === 'returned' || state === 'submitted')
    return html`<span class=${isLate ? 'strong' : 'muted'}>${t('beforeWork.due')} ${timeAgo(dueAt)}</span>`;
  if (!validUntil || state === 'dropped') return nothing;
  return html`<span class="muted">${state === 'expired' ? t('beforeWork.heldUntil', { date: formatDate(validUntil) }) : t('beforeWork.validUntil', { date: formatDate(validUntil) })}</span>`;
}

/** What the button of an own task says. */
export function doLabel({ needsSignature, needsDocument, classification }: OnboardingTask): string {
  if (classification) return t('beforeWork.answer');
  if (needsSignature && !needsDocument) return t('beforeWork.readAndSign');
  return needsDocument ? t('beforeWork.handIn') : t('beforeWork.confirm');
}
