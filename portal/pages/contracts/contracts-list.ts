import type { ContractSummary, FreelancerContractSummary } from '@portico/api/work/contracts/schema.ts';
import { html, type TemplateResult } from 'lit';
import { dataList } from '../../elements/data-list.ts';
import { empty } from '../../elements/states.ts';
import { contractStatus } from '../../elements/status.ts';
import { handshake } from '../../icons/icons.generated.ts';
import { href } from '../../router.ts';
import { formatDate } from '../../strings/format.ts';
import { t } from '../../strings/strings.ts';
import { paymentWords } from '../offer-parts/payment-view.ts';

type Row = ContractSummary | FreelancerContractSummary;
export type ContractRows = { items: readonly Row[]; nextCursor: string | null };

/** Contracts of either side; each names the other one. */
export function contractsList(
  pages: readonly ContractRows[],
  pathOf: (id: string) => string,
  loadMore: (cursor: string) => void,
): TemplateResult {
  const rows = pages.flatMap(({ items }) => items);
  const nextCursor = pages.at(-1)?.nextCursor;
  if (rows.length === 0) return empty(handshake, t('ownContracts.emptyTitle'), t('ownContracts.emptyText'));
  return dataList<Row>({
    name: 'contracts',
    label: t('ownContracts.title'),
    rows,
    keyOf: ({ id }) => id,
    nameOf: ({ title }) => title,
    columns: [
      {
        id: 'title',
        label: t('ownContracts.contract'),
        isLead: true,
        cell: (row) =>
          html`<a class="quiet strong" href=${href(pathOf(row.id))}>${row.title}</a>
            <div class="muted small">${'client' in row ? row.client.name : row.freelancer.name}</div>`,
      },
      { id: 'state', label: t('ownProposals.state'), isPlain: true, cell: ({ state }) => contractStatus(state) },
      {
        id: 'payment',
        label: t('offer.payment'),
        isEnd: true,
        cell: ({ payment }) => html`<span class="money">${paymentWords(payment)}</span>`,
      },
      { id: 'starts', label: t('offer.startsOn'), cell: ({ startsOn }) => formatDate(startsOn) },
      {
        id: 'ends',
        label: t('offer.endsOn'),
        cell: ({ endsOn }) => (endsOn ? formatDate(endsOn) : t('offer.openEnd')),
      },
    ],
    footer: nextCursor
      ? html`<button class="button" type="button" @click=${() => loadMore(nextCursor)}>${t('list.more')}</button>`
      : undefined,
  });
}
