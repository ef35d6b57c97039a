import { Task } from '@lit/task';
import { type InvoiceState, invoiceStates } from '@portico/api/money/invoices/invoice.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { getInvoices, type InvoiceSummary, invoiceDocument } from '../../api/invoices.ts';
import { problemWords } from '../../api/problem.ts';
import { countTabs } from '../../elements/count-tabs.ts';
import { type Column, dataList } from '../../elements/data-list.ts';
import { noneFit, nothingYet } from '../../elements/empty-state.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { invoiceStatus } from '../../elements/status.ts';
import { icon } from '../../icons/icon.ts';
import { download, fileText } from '../../icons/icons.generated.ts';
import { currentQuery, href, replaceQuery } from '../../router.ts';
import { toast } from '../../shell/toasts.ts';
import { formatDate } from '../../strings/format.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { exact } from './figures.ts';

type Shown = InvoiceState | 'all';

/** Invoices, receipts and credit notes of a company, or with `own` of a freelancer. */
class InvoicesPage extends PortalElement {
  static override properties = {
    own: { attribute: false },
    shown: { state: true },
    items: { state: true },
    nextCursor: { state: true },
  };
  declare own: boolean;
  declare shown: Shown;
  declare items: readonly InvoiceSummary[];
  declare nextCursor: string | null;

  #load = new Task(this, {
    args: () => [this.own, this.shown] as const,
    task: ([own], { signal }) => getInvoices(own, this.#query, signal),
    onComplete: ({ items, nextCursor }) => {
      this.items = items;
      this.nextCursor = nextCursor;
    },
  });

  constructor() {
    super();
    const asked = currentQuery().get('state');
    this.own = false;
    this.shown = invoiceStates.find((state) => state === asked) ?? 'all';
    this.items = [];
    this.nextCursor = null;
  }

  protected override updated(): void {
    replaceQuery(new URLSearchParams(this.shown === 'all' ? {} : { state: this.shown }));
  }

  get #query() {
    return { state: this.shown === 'all' ? undefined : this.shown };
  }

  protected override render(): TemplateResult {
    const isKnown = this.#load.value !== undefined;
    return html`${pageHead(t('invoices.title'), this.own ? t('invoices.ownLead') : t('invoices.lead'))}
      ${this.own ? nothing : html`<div class="filter-bar">${this.#tabs()}</div>`}
      <div class="card">
        ${this.#load.render({
          pending: () => (isKnown ? this.#list() : loading(8)),
          error: (problem) => html`<div class="pad">${failed(problem, () => void this.#load.run())}</div>`,
          complete: () => (this.items.length > 0 ? this.#list() : this.#none()),
        })}
      </div>`;
  }

  #tabs(): TemplateResult {
    const states: readonly InvoiceState[] = ['draft', 'issued', 'partlyPaid', 'overdue', 'paid', 'credited'];
    return countTabs<Shown>(
      t('jobPost.state'),
      this.shown,
      [
        { value: 'all', label: t('jobPosts.all') },
        ...states.map((value) => ({ value, label: wordsFor('invoiceState', value) ?? value })),
      ],
      (shown) => {
        this.shown = shown;
      },
    );
  }

  #list(): TemplateResult {
    return dataList<InvoiceSummary>({
      name: this.own ? 'ownInvoices' : 'invoices',
      label: t('invoices.title'),
      columns: columns(this.own),
      rows: this.items,
      keyOf: ({ id }) => id,
      nameOf: ({ number }) => number ?? t('invoices.draft'),
      footer: this.nextCursor
        ? html`<button class="button small" type="button" @click=${() => void this.#more()}>${t('shell.more')}</button>`
        : nothing,
    });
  }

  #none(): TemplateResult {
    if (this.shown !== 'all')
      return noneFit(
        fileText,
        t('invoices.noneFit'),
        t('invoices.noneFitText'),
        () => {
          this.shown = 'all';
        },
        t('list.showAll'),
      );
    return nothingYet({
      shape: fileText,
      title: t('invoices.none'),
      text: this.own ? t('invoices.ownNoneText') : t('invoices.noneText'),
      next: 'itself',
    });
  }

  async #more(): Promise<void> {
    try {
      const { items, nextCursor } = await getInvoices(this.own, {
        ...this.#query,
        cursor: this.nextCursor ?? undefined,
      });
      this.items = [...this.items, ...items];
      this.nextCursor = nextCursor;
    } catch (problem) {
      toast(problemWords(problem));
    }
  }
}

const columns = (own: boolean): readonly Column<InvoiceSummary>[] => [
  {
    id: 'number',
    label: t('invoices.number'),
    isLead: true,
    cell: ({ id, number, kind }) =>
      html`<a class="quiet strong nowrap" href=${href(own ? `/my/invoices/${id}` : `/billing/invoices/${id}`)}>${number ?? t('invoices.draft')}</a>
        <div class="muted small">${wordsFor('invoiceKind', kind) ?? kind}</div>`,
  },
  {
    id: 'state',
    label: t('jobPost.state'),
    isPlain: true,
    cell: ({ state, kind }) => (kind === 'creditNote' || kind === 'earning' ? nothing : invoiceStatus(state)),
  },
  {
    id: 'date',
    label: t('invoices.date'),
    cell: ({ issuedAt }) => (issuedAt ? html`<span class="muted nowrap">${formatDate(issuedAt)}</span>` : nothing),
  },
  ...(own
    ? []
    : [
        {
          id: 'due',
          label: t('invoices.due'),
          cell: ({ dueAt }: InvoiceSummary) => (dueAt ? formatDate(dueAt) : nothing),
        },
        {
          id: 'order',
          label: t('invoices.purchaseOrder'),
          isWide: true,
          cell: ({ purchaseOrder }: InvoiceSummary) => purchaseOrder ?? nothing,
        },
      ]),
  { id: 'total', label: t('invoices.total'), isEnd: true, cell: ({ total }) => exact(total) },
  ...(own
    ? []
    : [
        {
          id: 'open',
          label: t('invoices.open'),
          isEnd: true,
          cell: ({ open }: InvoiceSummary) => (open.amountMinor > 0 ? exact(open) : nothing),
        },
      ]),
  {
    id: 'document',
    label: '',
    isEnd: true,
    isPlain: true,
    cell: ({ id, number }) =>
      html`<a class="button plain small" href=${href(invoiceDocument(own, id))} download aria-label=${t('invoices.downloadOf', { number: number ?? '' })}>${icon(download)}${t('invoices.pdf')}</a>`,
  },
];

define('portal-invoices-page', InvoicesPage);
