import { html, nothing, type TemplateResult } from 'lit';
import type { OwnVetting } from '../../api/vetting.ts';
import { formatAppointment } from '../../strings/format.ts';
import { t } from '../../strings/strings.ts';

/** What happens next, whose turn it is and when. */
export const nextWords = ({ step, by, until }: OwnVetting['next']): TemplateResult =>
  html`<strong>${t(`ownVettingNext.${step}`)}</strong>
    <span class="muted">${by === 'nobody' ? nothing : t(`ownVettingBy.${by}`)} ${until ? t('ownVetting.when', { date: formatAppointment(until) }) : nothing}</span>`;
