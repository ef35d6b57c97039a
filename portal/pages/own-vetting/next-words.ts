import { html, nothing, type TemplateResult } from 'lit';
import type { OwnVetting } from '../../api/vetting.ts';
import { formatAppointment, formatDate } from '../../strings/format.ts';
import { t } from '../../strings/strings.ts';

/** What happens next, whose turn it is and when. A place lasts until a day; what is agreed or due has its time. */
export const nextWords = ({ step, by, until }: OwnVetting['next']): TemplateResult =>
  step === 'enjoy' && until
    ? html`<strong>${t('ownVetting.memberUntil', { date: formatDate(until) })}</strong>`
    : html`<strong>${t(`ownVettingNext.${step}`)}</strong>
    <span class="muted">${by === 'nobody' ? nothing : t(`ownVettingBy.${by}`)} ${until ? t('ownVetting.when', { date: formatAppointment(until) }) : nothing}</span>`;
