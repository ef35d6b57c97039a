import { html, nothing } from 'lit';
import type { PurchaseOrderSummary } from '../../api/spending.ts';
import type { Column } from '../../elements/data-list.ts';
import { exactMoney } from '../../elements/money-field.ts';
import { purchaseOrderStatus } from '../../elements/status.ts';
import { href } from '../../router.ts';
import { formatDate } from '../../strings/format.ts';
import { t } from '../../strings/strings.ts';
import { signed, useMeter } from './use-meter.ts';

export const purchaseOrderColumns = (): readonly Column<PurchaseOrderSummary>[] => [
  {
    id: 'number',
    label: t('purchaseOrders.number'),
    isLead: true,
    cell: ({
      id,
      number,
      title,
      supplierName,
    }) => html`<a class="quiet strong" href=${href(`/purchase-orders/${id}`)}>${number}</a>
      <div class="muted small">${[title, supplierName].filter(Boolean).join(' · ')}</div>`,
  },
  { id: 'state', label: t('jobPost.state'), isPlain: true, cell: ({ state }) => purchaseOrderStatus(state) },
  { id: 'used', label: t('purchaseOrders.used'), cell: ({ usedPercent }) => useMeter(usedPercent) },
  { id: 'left', label: t('purchaseOrders.left'), isEnd: true, cell: ({ left }) => signed(left) },
  { id: 'amount', label: t('purchaseOrders.amount'), isEnd: true, cell: ({ amount }) => exactMoney(amount) },
  {
    id: 'committed',
    label: t('purchaseOrders.committed'),
    isEnd: true,
    isWide: true,
    cell: ({ committed }) => exactMoney(committed),
  },
  { id: 'spent', label: t('purchaseOrders.spent'), isEnd: true, isWide: true, cell: ({ spent }) => exactMoney(spent) },
  {
    id: 'validThrough',
    label: t('purchaseOrders.validThrough'),
    cell: ({ validThrough, isEndingSoon }) =>
      html`<span class="nowrap">${formatDate(validThrough)}</span>${isEndingSoon ? html`<div class="muted small">${t('procurement.ending')}</div>` : nothing}`,
  },
];
