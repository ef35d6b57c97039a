import { html, nothing, type TemplateResult } from 'lit';
import type { ContractStatus } from '../../api/contract-status.ts';
import { sums } from '../../elements/sums.ts';
import { formatMoney } from '../../strings/format.ts';
import { t } from '../../strings/strings.ts';

/** Where the money of a contract is: each figure says what it is, and the parts sum to what was funded. */
export function moneyFacts({ money, side, isSandbox }: ContractStatus): TemplateResult {
  const { funded, inEscrow, held, released, net, paid, remaining } = money;
  return html`<section class="card pad stack close">
    <h2>${t('room.money')}</h2>
    ${sums([
      { label: t('room.inEscrow'), note: t('room.inEscrowNote'), value: formatMoney(inEscrow) },
      held.amountMinor > 0 && { label: t('room.held'), note: t('room.heldNote'), value: formatMoney(held) },
      { label: t('room.released'), note: t('room.releasedNote'), value: formatMoney(released) },
      { label: t('room.funded'), note: t('room.fundedNote'), value: formatMoney(funded), isTotal: true },
    ])}
    ${sums([
      remaining !== null && {
        label: t('room.remaining'),
        note: t('room.remainingNote'),
        value: formatMoney(remaining),
      },
      paid !== null && { label: t('room.paid'), note: t('room.paidNote'), value: formatMoney(paid) },
      side === 'freelancer' && { label: t('room.net'), note: t('room.netNote'), value: formatMoney(net) },
    ])}
    ${isSandbox ? html`<p class="muted small">${t('room.sandbox')}</p>` : nothing}
  </section>`;
}
