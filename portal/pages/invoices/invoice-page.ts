import { Task } from '@lit/task';
import { invoiceCan } from '@portico/api/money/invoices/invoice.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { getInvoice, type Invoice, invoiceDocument, invoiceTimeline } from '../../api/invoices.ts';
import { backLink } from '../../elements/back-link.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { failed, loading, notice } from '../../elements/states.ts';
import { invoiceStatus } from '../../elements/status.ts';
import { sums } from '../../elements/sums.ts';
import '../../elements/timeline.ts';
import { icon } from '../../icons/icon.ts';
import { download, hourglass, info, pencil, triangleAlert, wallet } from '../../icons/icons.generated.ts';
import { href } from '../../router.ts';
import { mayOpen } from '../../shell/session.ts';
import { formatDate } from '../../strings/format.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { exact, exactWords } from './figures.ts';
import { invoiceGroups } from './invoice-lines.ts';
import { openPayInvoice } from './pay-invoice-dialog.ts';
import { openPurchaseOrder } from './purchase-order-dialog.ts';

/** One document with everything on it; with `own` a freelancer's. */
class InvoicePage extends PortalElement {
  static override properties = { invoiceId: { attribute: false }, own: { attribute: false } };
  declare invoiceId: string;
  declare own: boolean;

  constructor() {
    super();
    this.own = false;
  }

  #load = new Task(this, {
    args: () => [this.own, this.invoiceId] as const,
    task: ([own, invoiceId], { signal }) => getInvoice(own, invoiceId, signal),
  });

  protected override render(): TemplateResult {
    const known = this.#load.value;
    return html`${backLink(this.own ? '/my/invoices' : '/billing/invoices', t('invoices.title'))}
      ${this.#load.render({
        pending: () => (known ? this.#view(known.data, known.etag) : html`<div class="card">${loading(8)}</div>`),
        error: (problem) => failed(problem, () => void this.#load.run()),
        complete: ({ data, etag }) => this.#view(data, etag),
      })}`;
  }

  #view(invoice: Invoice, etag: string | undefined): TemplateResult {
    const { kind, number, state } = invoice;
    const hasState = kind !== 'creditNote' && kind !== 'earning';
    return html`${pageHead(
      number ?? t('invoices.draft'),
      html`${wordsFor('invoiceKind', kind) ?? kind}${hasState ? html` · ${invoiceStatus(state)}` : nothing}`,
      this.#actions(invoice, etag),
    )}
      <div class="columns">
        <div class="stack">${this.#notices(invoice)} ${invoiceGroups(invoice, this.own)} ${paymentsCard(invoice)}</div>
        <aside class="stack">
          <section class="card pad stack close"><h2>${t('invoices.sums')}</h2>${sumsOf(invoice)}</section>
          <section class="card pad stack close"><h2>${t('invoices.facts')}</h2>${factsOf(invoice, this.own)}</section>
          ${
            this.own
              ? nothing
              : html`<section class="card pad stack close">
                  <h2>${t('timeline.title')}</h2>
                  <portal-timeline .noun=${'invoice'} .path=${invoiceTimeline(invoice.id)}></portal-timeline>
                </section>`
          }
        </aside>
      </div>`;
  }

  #actions(invoice: Invoice, etag: string | undefined): TemplateResult {
    const { id, kind, open } = invoice;
    const mayPay = !this.own && mayOpen('payer');
    const canPay = mayPay && kind === 'consolidated' && invoiceCan.pay(invoice) && open.amountMinor > 0;
    const lacksOrder =
      mayPay &&
      (kind === 'payment' || kind === 'consolidated') &&
      invoice.groups.some(({ lines }) => lines.some(({ purchaseOrder }) => purchaseOrder === null));
    const reload = () => {
      void this.#load.run();
      void this.querySelector('portal-timeline')?.reload();
    };
    return html`${lacksOrder ? html`<button class="button" type="button" @click=${() => openPurchaseOrder(invoice, etag, reload)}>${icon(pencil)}${t('invoices.nameOrder')}</button>` : nothing}
      <a class="button" href=${href(invoiceDocument(this.own, id))} download>${icon(download)}${t('invoices.pdf')}</a>
      ${canPay ? html`<button class="button primary" type="button" @click=${() => openPayInvoice(invoice, reload)}>${icon(wallet)}${t('invoices.pay')}</button>` : nothing}`;
  }

  #notices({ state, pending, dueAt, open, kind }: Invoice): TemplateResult {
    const due = dueAt ? formatDate(dueAt) : '';
    return html`${state === 'draft' ? notice('info', info, t('invoices.draftNote')) : nothing}
      ${state === 'overdue' ? notice('danger', triangleAlert, t('invoices.overdueNote', { amount: exactWords(open), date: due })) : nothing}
      ${pending.amountMinor > 0 ? notice('info', hourglass, t('invoices.pendingNote', { amount: exactWords(pending) })) : nothing}
      ${kind === 'earning' ? notice('info', info, t('invoices.earningNote')) : nothing}`;
  }
}

function sumsOf({ kind, net, tax, total, paid, credited, pending, open, state }: Invoice): TemplateResult {
  const isOwed = kind === 'consolidated' && state !== 'draft';
  return sums([
    tax.amountMinor !== 0 && { label: t('invoices.net'), value: exactWords(net) },
    tax.amountMinor !== 0 && { label: t('invoices.tax'), value: exactWords(tax) },
    {
      label: kind === 'earning' ? t('invoices.yours') : t('invoices.total'),
      value: exactWords(total),
      isTotal: true,
    },
    paid.amountMinor !== 0 && { label: t('invoices.paid'), value: exactWords(paid) },
    credited.amountMinor !== 0 && { label: t('invoices.credited'), value: exactWords(credited) },
    pending.amountMinor !== 0 && { label: t('invoices.pending'), value: exactWords(pending) },
    isOwed && { label: t('invoices.open'), value: exactWords(open), isTotal: true },
  ]);
}

function factsOf(invoice: Invoice, own: boolean): TemplateResult {
  const { billTo, seller, issuedAt, dueAt, periodFrom, periodTo, purchaseOrder, team, costCenter, reason } = invoice;
  const link = (to: { id: string; number: string }) =>
    html`<a href=${href(own ? `/my/invoices/${to.id}` : `/billing/invoices/${to.id}`)}>${to.number}</a>`;
  const party = ({ name, address, vatId }: Invoice['billTo']) =>
    html`${name}${[...address, ...(vatId ? [vatId] : [])].map((line) => html`<br />${line}`)}`;
  const facts: [string, unknown][] = [
    [t('invoices.billTo'), party(billTo)],
    [t('invoices.from'), seller.name ? party(seller) : nothing],
    [t('invoices.date'), issuedAt ? formatDate(issuedAt) : nothing],
    [t('invoices.due'), dueAt ? formatDate(dueAt) : nothing],
    [
      t('invoices.period'),
      periodFrom && periodTo ? `${formatDate(periodFrom.slice(0, 10))} – ${formatDate(lastDayOf(periodTo))}` : nothing,
    ],
    [t('invoices.purchaseOrder'), purchaseOrder ?? nothing],
    [t('invoices.team'), team ?? nothing],
    [t('invoices.costCenter'), costCenter ?? nothing],
    [t('invoices.credits'), invoice.credits ? link(invoice.credits) : nothing],
    [
      t('invoices.creditNotes'),
      invoice.creditNotes.length > 0
        ? invoice.creditNotes.map((note, index) => html`${index > 0 ? ', ' : nothing}${link(note)}`)
        : nothing,
    ],
    [t('invoices.reason'), reason ?? nothing],
  ];
  return html`<dl class="facts">
    ${facts.filter(([, value]) => value !== nothing).map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`)}
  </dl>`;
}

/** A period ends with the first instant after it. */
function lastDayOf(periodTo: string): string {
  return new Date(Date.parse(periodTo) - 1).toISOString().slice(0, 10);
}

function paymentsCard({ payments }: Invoice): TemplateResult | typeof nothing {
  if (payments.length === 0) return nothing;
  return html`<section class="card">
    <header><h2>${t('invoices.payments')}</h2></header>
    <ul class="rows">
      ${payments.map(
        ({ via, label, amount, state, occurredAt }) => html`<li>
          <span class="grow">${via === 'method' ? label : (wordsFor('paidVia', via) ?? via)}${via === 'bankTransfer' || via === 'creditNote' ? html` <span class="muted">${label}</span>` : nothing}
            ${state === 'posted' ? nothing : html`<span class="muted small">(${wordsFor('transactionState', state) ?? state})</span>`}</span>
          <span class="muted">${formatDate(occurredAt)}</span>
          ${state === 'voided' ? html`<s class="muted">${exact(amount)}</s>` : exact(amount)}
        </li>`,
      )}
    </ul>
  </section>`;
}

define('portal-invoice-page', InvoicePage);
