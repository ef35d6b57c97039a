import { html, type TemplateResult } from 'lit';
import type { Bid } from '../../api/own-work.ts';
import { money } from '../../elements/money-field.ts';
import { t } from '../../strings/strings.ts';

/** What is asked for, in one line. */
export function bidWords(bid: Bid): TemplateResult {
  switch (bid.kind) {
    case 'hourly':
      return html`${money(bid.rate)} <span class="muted small">${t('propose.perHour')}</span>`;
    case 'fixed':
      return money(bid.total);
    case 'milestones':
      return html`${money(bid.total)} <span class="muted small">${t('ownProposals.inMilestones', { n: bid.milestones.length })}</span>`;
  }
}
