import { html, nothing, type TemplateResult } from 'lit';
import type { OwnVetting } from '../../api/vetting.ts';
import { formatAppointment, formatDate } from '../../strings/format.ts';
import { t } from '../../strings/strings.ts';

/** What happens next, whose turn it is and when. */
export const nextWords = ({ step, by, until }: OwnVetting['next']): TemplateResult =>
  html`<strong>${t(`ownVettingNext.${step}`)}</strong>
    <span class="muted">${by === 'nobody' ? nothing : t(`ownVettingBy.${by}`)} ${until ? untilWords(step, until) : nothing}</span>`;

/** A place lasts until a day; what is agreed or due has its time. */
const untilWords = (step: OwnVetting['next']['step'], until: string): string =>
  step === 'enjoy'
    ? t('vetting.until', { date: formatDate(until) })
    : t('ownVetting.when', { date: formatAppointment(until) });
