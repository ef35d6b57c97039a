import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { type CreditLine, getCreditLines, getOpenInvoices, type OpenInvoice } from '../../api/credit.ts';
import { type Column, dataList } from '../../elements/data-list.ts';
import { nothingYet } from '../../elements/empty-state.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { invoiceStatus } from '../../elements/status.ts';
import { tag } from '../../elements/tag.ts';
import { icon } from '../../icons/icon.ts';
import { fileText, plus, wallet } from '../../icons/icons.generated.ts';
import { formatDate } from '../../strings/format.ts';
import { t } from '../../strings/strings.ts';
import { exact } from '../invoices/figures.ts';
import { openBankTransfer } from './bank-transfer-dialog.ts';
import { openCreditLine } from './credit-line-dialog.ts';

/** The operator's: what is owed, and who may buy before they pay. */
class CreditPage extends PortalElement {
  #load = new Task(this, {
    args: () => [] as const,
    task: async (_, { signal }) => {
      const [invoices, lines] = await Promise.all([getOpenInvoices(signal), getCreditLines(signal)]);
      return { invoices, lines };
    },
  });

  protected override render(): TemplateResult {
    const known = this.#load.value;
    const add = html`<button class="button primary" type="button" @click=${() => openCreditLine(undefined, this.#reload)}>${icon(plus)}${t('credit.give')}</button>`;
    return html`${pageHead(t('credit.title'), t('credit.lead'), add)}
      ${this.#load.render({
        pending: () => (known ? this.#view(known) : html`<div class="card">${loading(8)}</div>`),
        error: (problem) => failed(problem, () => void this.#load.run()),
        complete: (loaded) => this.#view(loaded),
      })}`;
  }

  readonly #reload = () => void this.#load.run();

  #view({ invoices, lines }: { invoices: readonly OpenInvoice[]; lines: readonly CreditLine[] }): TemplateResult {
    return html`<div class="stack">
      <section class="card">
        <header><h2>${t('credit.open')}</h2></header>
        ${
          invoices.length === 0
            ? nothingYet({
                shape: fileText,
                title: t('credit.noneOpen'),
                text: t('credit.noneOpenText'),
                next: 'itself',
              })
            : dataList<OpenInvoice>({
                name: 'openInvoices',
                label: t('credit.open'),
                columns: this.#invoiceColumns,
                rows: invoices,
                keyOf: ({ id }) => id,
                nameOf: ({ number }) => number,
              })
        }
      </section>
      <section class="card">
        <header><h2>${t('credit.lines')}</h2></header>
        ${
          lines.length === 0
            ? nothingYet({
                shape: wallet,
                title: t('credit.noneLines'),
                text: t('credit.noneLinesText'),
                next: 'beside',
              })
            : dataList<CreditLine>({
                name: 'creditLines',
                label: t('credit.lines'),
                columns: this.#lineColumns,
                rows: lines,
                keyOf: ({ tenant }) => tenant.id,
                nameOf: ({ tenant }) => tenant.name,
              })
        }
      </section>
    </div>`;
  }

  readonly #invoiceColumns: readonly Column<OpenInvoice>[] = [
    {
      id: 'number',
      label: t('invoices.number'),
      isLead: true,
      cell: ({ number, tenant }) =>
        html`<span class="strong">${number}</span><div class="muted small">${tenant.name}</div>`,
    },
    {
      id: 'state',
      label: t('jobPost.state'),
      isPlain: true,
      cell: ({ state }) => invoiceStatus(state as Parameters<typeof invoiceStatus>[0]),
    },
    { id: 'due', label: t('invoices.due'), cell: ({ dueAt }) => (dueAt ? formatDate(dueAt) : nothing) },
    { id: 'total', label: t('invoices.total'), isEnd: true, isWide: true, cell: ({ total }) => exact(total) },
    { id: 'open', label: t('invoices.open'), isEnd: true, cell: ({ open }) => exact(open) },
    {
      id: 'note',
      label: '',
      isEnd: true,
      isPlain: true,
      cell: (invoice) =>
        html`<button class="button small" type="button" @click=${() => openBankTransfer(invoice, this.#reload)}>${t('credit.noteTransfer')}</button>`,
    },
  ];

  readonly #lineColumns: readonly Column<CreditLine>[] = [
    {
      id: 'tenant',
      label: t('credit.tenant'),
      isLead: true,
      cell: ({ tenant, isOverdue }) =>
        html`<span class="strong">${tenant.name}</span> ${isOverdue ? tag('danger', t('credit.overdue')) : nothing}<div class="muted small">${tenant.slug}</div>`,
    },
    { id: 'days', label: t('credit.days'), isEnd: true, cell: ({ days }) => days ?? nothing },
    { id: 'limit', label: t('credit.limit'), isEnd: true, cell: ({ limit }) => (limit ? exact(limit) : nothing) },
    { id: 'used', label: t('credit.used'), isEnd: true, cell: ({ used }) => (used ? exact(used) : nothing) },
    {
      id: 'available',
      label: t('credit.available'),
      isEnd: true,
      isWide: true,
      cell: ({ available }) => (available ? exact(available) : nothing),
    },
    {
      id: 'change',
      label: '',
      isEnd: true,
      isPlain: true,
      cell: (line) =>
        html`<button class="button small" type="button" @click=${() => openCreditLine(line, this.#reload)}>${t('credit.change')}</button>`,
    },
  ];
}

define('portal-credit-page', CreditPage);
