import { html, nothing, type TemplateResult } from 'lit';
import { getTransactionEntries, type Transaction } from '../../api/transactions.ts';
import type { Column } from '../../elements/data-list.ts';
import { type TagKind, tag } from '../../elements/tag.ts';
import { timeAgo } from '../../elements/time.ts';
import { href } from '../../router.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { openEntries } from '../invoices/entries-dialog.ts';
import { exact, exactWords } from '../invoices/figures.ts';
import { paidForWords } from '../invoices/paid-for.ts';

export const transactionColumns = (own: boolean): readonly Column<Transaction>[] => [
  { id: 'what', label: t('transactions.type'), isLead: true, cell: (transaction) => what(transaction, own) },
  {
    id: 'when',
    label: t('transactions.when'),
    cell: ({ occurredAt }) => html`<span class="muted">${timeAgo(occurredAt)}</span>`,
  },
  ...(own ? [] : clientColumns()),
  { id: 'amount', label: t('transactions.amount'), isEnd: true, isExtra: true, cell: ({ amount }) => exact(amount) },
  {
    id: 'fee',
    label: t('transactions.fee'),
    isEnd: true,
    isWide: true,
    cell: ({ fee }) => (fee.amountMinor === 0 ? nothing : exact(fee)),
  },
  { id: 'total', label: t('invoices.total'), isEnd: true, cell: (transaction) => total(transaction, own) },
  {
    id: 'balance',
    label: own ? t('transactions.available') : t('invoices.balance'),
    isEnd: true,
    isWide: true,
    cell: ({ balance }) => (balance ? html`<span class="muted">${exact(balance)}</span>` : nothing),
  },
];

const clientColumns = (): readonly Column<Transaction>[] => [
  {
    id: 'team',
    label: t('invoices.team'),
    isWide: true,
    cell: ({ team }) => (team ? html`<span class="nowrap">${team}</span>` : nothing),
  },
  {
    id: 'order',
    label: t('invoices.purchaseOrder'),
    isWide: true,
    cell: ({ purchaseOrder }) => purchaseOrder ?? nothing,
  },
  { id: 'costCenter', label: t('invoices.costCenter'), isExtra: true, cell: ({ costCenter }) => costCenter ?? nothing },
  { id: 'paidWith', label: t('transactions.paidWith'), isExtra: true, cell: ({ paidWith }) => paidWith ?? nothing },
];

const saidByType: ReadonlySet<string> = new Set(['connects', 'topUp']);

function what({ type, description, contract, freelancer, state, invoice }: Transaction, own: boolean): TemplateResult {
  const path = (id: string) => (own ? `/my/contracts/${id}` : `/contracts/${id}`);
  // What was bought often names its contract already.
  const isNamed = contract !== null && contract.title !== '' && description.includes(contract.title);
  // A statement says of some purchases no more than their type does.
  const words = saidByType.has(type) ? '' : paidForWords(description, contract?.title);
  const invoicePath = (id: string) => (own ? `/my/invoices/${id}` : `/billing/invoices/${id}`);
  return html`<span class="strong">${wordsFor('transactionType', type) ?? type}</span>
    ${state === 'posted' ? nothing : stateTag(state)}
    ${words && !isNamed ? html`<div class="small">${words}</div>` : nothing}
    ${contract ? html`<div class="small"><a class="target" href=${href(path(contract.id))}>${isNamed ? words : contract.title || contract.id}</a></div>` : nothing}
    <div class="muted small">
      ${freelancer?.name ? html`${freelancer.name}${invoice ? ' · ' : nothing}` : nothing}${invoice ? html`<a class="target nowrap" href=${href(invoicePath(invoice.id))}>${invoice.number ?? t('invoices.draft')}</a>` : nothing}
    </div>`;
}

const kinds: Readonly<Record<Transaction['state'], TagKind>> = {
  pending: 'warning',
  actionNeeded: 'danger',
  posted: 'success',
  voided: 'neutral',
};
const stateTag = (state: Transaction['state']): TemplateResult =>
  tag(kinds[state], wordsFor('transactionState', state) ?? state);

/** The figure opens what is behind it. */
function total({ id, type, total: sum, state }: Transaction, own: boolean): TemplateResult {
  const words = exactWords(sum);
  const heading = wordsFor('transactionType', type) ?? type;
  const open = () => openEntries(heading, () => getTransactionEntries(own, id));
  return html`<button class="link-button money" type="button" @click=${open} aria-label=${t('entries.of', { amount: words, what: heading })}>${state === 'voided' ? html`<s>${words}</s>` : words}</button>`;
}
