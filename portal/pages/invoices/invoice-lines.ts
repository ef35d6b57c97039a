import { html, nothing, type TemplateResult } from 'lit';
import { getLineEntries, type Invoice, type InvoiceGroup, type InvoiceLine } from '../../api/invoices.ts';
import { href } from '../../router.ts';
import { formatDate } from '../../strings/format.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { openEntries } from './entries-dialog.ts';
import { exact, exactWords, hoursWords, percentWords } from './figures.ts';
import { paidForWords } from './paid-for.ts';

/** Every line with the entries behind it, told apart as the client wants. */
export const invoiceGroups = (invoice: Invoice, own: boolean): TemplateResult =>
  html`${invoice.groups.map((group) => groupCard(invoice, group, own))}`;

function groupCard(invoice: Invoice, group: InvoiceGroup, own: boolean): TemplateResult {
  const { splitBy, groups } = invoice;
  const title = splitBy === 'none' ? t('invoices.lines') : (group.name ?? t('invoices.without'));
  return html`<section class="card">
    <header>
      <h2>${title}</h2>
      ${groups.length > 1 ? html`<strong>${exact(group.total)}</strong>` : nothing}
    </header>
    <table class="table cards" aria-label=${title}>
      <thead>
        <tr>
          <th scope="col">${t('invoices.description')}</th>
          <th scope="col" class="end">${t('invoices.quantity')}</th>
          <th scope="col" class="end">${t('transactions.amount')}</th>
        </tr>
      </thead>
      <tbody>
        ${group.lines.map((line) => lineRow(invoice, line, own))}
      </tbody>
    </table>
  </section>`;
}

function lineRow({ id, splitBy }: Invoice, line: InvoiceLine, own: boolean): TemplateResult {
  const { quantityMinutes, unitPrice, amount, number } = line;
  const words = lineWords(line);
  const open = () => openEntries(words, () => getLineEntries(own, id, number));
  return html`<tr>
    <td class="lead-cell">${line.kind === 'work' || line.kind === 'earned' ? html`<span class="strong">${words}</span>` : words}${aboutLine(line, splitBy, own)}</td>
    <td class="end ${quantityMinutes === null ? 'is-empty' : ''}" data-label=${quantityMinutes === null ? nothing : t('invoices.quantity')}>${quantityMinutes === null ? nothing : html`${hoursWords(quantityMinutes)} ${t('invoices.hours')}${unitPrice ? html`<div class="muted small nowrap">× ${exactWords(unitPrice)}</div>` : nothing}`}</td>
    <td class="end" data-label=${t('transactions.amount')}><button class="link-button money" type="button" @click=${open} aria-label=${t('entries.of', { amount: exactWords(amount), what: words })}>${exactWords(amount)}</button></td>
  </tr>`;
}

export function lineWords({ kind, description, purpose, tax, contract }: InvoiceLine): string {
  if (kind === 'credit') return t('invoices.creditFrom', { number: description });
  if (tax) {
    const rate = tax.basisPoints === null ? '' : percentWords(tax.basisPoints);
    return [wordsFor('lineKind', 'tax') ?? kind, rate, tax.country].filter(Boolean).join(' ');
  }
  if (kind !== 'work' && kind !== 'earned') return wordsFor('lineKind', kind) ?? kind;
  if (contract?.title && description.includes(contract.title)) return paidForWords(description, contract.title);
  const what = wordsFor('purpose', purpose) ?? wordsFor('lineKind', kind) ?? kind;
  return description ? `${what}: ${paidForWords(description)}` : what;
}

function aboutLine(line: InvoiceLine, splitBy: Invoice['splitBy'], own: boolean): TemplateResult | typeof nothing {
  const { contract, freelancer, team, costCenter, purchaseOrder, occurredAt, kind } = line;
  if (kind !== 'work' && kind !== 'earned') return nothing;
  const parts = [
    contract
      ? html`<a href=${href(own ? `/my/contracts/${contract.id}` : `/contracts/${contract.id}`)}>${contract.title || contract.id}</a>`
      : nothing,
    freelancer?.name || nothing,
    splitBy === 'team' ? nothing : (team ?? nothing),
    splitBy === 'costCenter' ? nothing : (costCenter ?? nothing),
    splitBy === 'purchaseOrder' ? nothing : (purchaseOrder ?? nothing),
    formatDate(occurredAt),
  ].filter((part) => part !== nothing);
  return html`<div class="muted small">${parts.map((part, index) => html`${index > 0 ? ' · ' : nothing}${part}`)}</div>`;
}
