import { html, nothing, type TemplateResult } from 'lit';
import type { ContractStatus } from '../../api/contract-status.ts';
import { sums } from '../../elements/sums.ts';
import { formatAlike } from '../../strings/format.ts';
import { t } from '../../strings/strings.ts';

/** Where the money of a contract is: each figure says what it is, and the parts sum to what was funded. */
export function moneyFacts({ money, side, isSandbox }: ContractStatus): TemplateResult {
  const { funded, inEscrow, held, released, net, paid, remaining } = money;
  const shown = formatAlike([funded, inEscrow, held, released, net, paid, remaining]);
  return html`<section class="card pad stack close">
    <h2>${t('room.money')}</h2>
    ${sums([
      { label: t('room.inEscrow'), note: t('room.inEscrowNote'), value: shown(inEscrow) },
      held.amountMinor > 0 && { label: t('room.held'), note: t('room.heldNote'), value: shown(held) },
      {
        label: t('room.released'),
        note: side === 'freelancer' ? t('room.releasedNoteOwn') : t('room.releasedNote'),
        value: shown(released),
      },
      { label: t('room.funded'), note: t('room.fundedNote'), value: shown(funded), isTotal: true },
    ])}
    ${sums([
      remaining !== null && {
        label: t('room.remaining'),
        note: t('room.remainingNote'),
        value: shown(remaining),
      },
      paid !== null && { label: t('room.paid'), note: t('room.paidNote'), value: shown(paid) },
      side === 'freelancer' && { label: t('room.net'), note: t('room.netNote'), value: shown(net) },
    ])}
    ${isSandbox ? html`<p class="muted small">${t('room.sandbox')}</p>` : nothing}
  </section>`;
}
