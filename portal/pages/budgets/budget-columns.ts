import { html } from 'lit';
import type { Budget } from '../../api/spending.ts';
import type { Column } from '../../elements/data-list.ts';
import { exactMoney } from '../../elements/money-field.ts';
import { href } from '../../router.ts';
import { formatDate } from '../../strings/format.ts';
import { t } from '../../strings/strings.ts';
import { signed, useMeter } from '../purchase-orders/use-meter.ts';

export const budgetColumns = (): readonly Column<Budget>[] => [
  {
    id: 'costCenter',
    label: t('budgets.costCenter'),
    isLead: true,
    cell: ({
      costCenter,
      costCenterName,
    }) => html`<a class="quiet strong" href=${href(`/budgets?costCenter=${encodeURIComponent(costCenter)}`)}>${costCenter}</a>
      <div class="muted small">${costCenterName}</div>`,
  },
  {
    id: 'period',
    label: t('budgets.period'),
    isLong: true,
    cell: ({ period, startsOn, endsOn }) => html`${t(`budgetPeriod.${period}`)}
      <div class="muted small nowrap">${t('rateCards.through', { from: formatDate(startsOn), through: formatDate(endsOn) })}</div>`,
  },
  { id: 'used', label: t('purchaseOrders.used'), cell: ({ usedPercent }) => useMeter(usedPercent) },
  { id: 'budget', label: t('budgets.budget'), isEnd: true, cell: ({ budget }) => exactMoney(budget) },
  { id: 'actual', label: t('budgets.actual'), isEnd: true, cell: ({ actual }) => exactMoney(actual) },
  {
    id: 'committed',
    label: t('budgets.committed'),
    isEnd: true,
    isWide: true,
    cell: ({ committed }) => exactMoney(committed),
  },
  { id: 'variance', label: t('budgets.variance'), isEnd: true, cell: ({ variance }) => signed(variance) },
  {
    id: 'forecast',
    label: t('budgets.forecast'),
    isEnd: true,
    isWide: true,
    cell: ({ forecast }) => exactMoney(forecast),
  },
];
