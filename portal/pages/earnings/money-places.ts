import { html, nothing, type TemplateResult } from 'lit';
import type { OwnMoneyOfCurrency } from '../../api/payouts.ts';
import { money } from '../../elements/money-field.ts';
import { payoutStatus } from '../../elements/status.ts';
import { timeAgo } from '../../elements/time.ts';
import { href } from '../../router.ts';
import { formatDate } from '../../strings/format.ts';
import { t, wordsFor } from '../../strings/strings.ts';

/** The four places where money can be, in the order in which it passes them. */
export const moneyFigures = ({ inSecurity, available, onTheWay, paidOut }: OwnMoneyOfCurrency): TemplateResult =>
  html`<dl class="figures">
    <div><dt>${t('earnings.inSecurity')}</dt><dd>${money(inSecurity)}</dd></div>
    <div><dt>${t('earnings.available')}</dt><dd>${money(available)}</dd></div>
    <div><dt>${t('earnings.onTheWay')}</dt><dd>${money(onTheWay)}</dd></div>
    <div><dt>${t('earnings.paidOut')}</dt><dd>${money(paidOut)}</dd></div>
  </dl>`;

/** What arrives next: payouts on their way, then what becomes available. */
export function comingRows({ coming, underWay, nextPayoutAt }: OwnMoneyOfCurrency, max: number): TemplateResult {
  const ways = underWay.slice(0, max);
  return html`<ul class="rows">
      ${ways.map(
        ({ state, method, arrivesAt, net }) => html`<li>
          <div class="grow">
            <a class="quiet strong" href=${href('/payouts')}>${method.label}</a>
            <div class="muted small">${arrivesAt ? t('earnings.arrives', { date: formatDate(arrivesAt) }) : nothing}</div>
          </div>
          ${payoutStatus(state)} ${money(net)}
        </li>`,
      )}
      ${coming.slice(0, max - ways.length).map(
        ({ subject, contractId, contractTitle, net, availableAt }) => html`<li>
          <div class="grow">
            <a class="quiet strong" href=${href(`/my/contracts/${contractId}`)}>${contractTitle || subjectWords(subject.kind)}</a>
            <div class="muted small">${contractTitle ? `${subjectWords(subject.kind)} · ` : nothing}${t('earnings.becomes')} ${timeAgo(availableAt)}</div>
          </div>
          ${money(net)}
        </li>`,
      )}
    </ul>
    ${nextPayoutAt ? html`<p class="pad muted small">${t('earnings.nextPayout', { date: formatDate(nextPayoutAt) })}</p>` : nothing}`;
}

const subjectWords = (kind: string): string => wordsFor('earnings.subject', kind) ?? kind;
