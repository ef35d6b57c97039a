import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { problemWords } from '../../api/problem.ts';
import type { ReportEntries } from '../../api/reports.ts';
import { openDialog } from '../../elements/dialog.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { timeAgo } from '../../elements/time.ts';
import { icon } from '../../icons/icon.ts';
import { circleAlert, circleCheck } from '../../icons/icons.generated.ts';
import { href } from '../../router.ts';
import { toast } from '../../shell/toasts.ts';
import { formatNumber } from '../../strings/format.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { exact, exactWords } from '../invoices/figures.ts';
import { codeWords } from './cell-words.ts';

type Money = { amountMinor: number; currency: string };
export type FigureOptions = {
  /** `Total $1,250.00` */
  figure: string;
  /** `Platform, Nov 2026` */
  of: string;
  /** What the figure says; the entries must come to it. */
  amounts: readonly Money[];
  own: boolean;
  read: (cursor: string | undefined, signal?: AbortSignal) => Promise<ReportEntries>;
  onClose: () => void;
};

/** The ledger entries behind a figure, their sum beside it. */
class EntriesPanel extends PortalElement {
  static override properties = { items: { state: true }, nextCursor: { state: true } };
  declare items: ReportEntries['items'];
  declare nextCursor: string | null;
  readonly #options: FigureOptions;
  readonly #task: Task<readonly [], ReportEntries>;

  constructor(options: FigureOptions) {
    super();
    this.#options = options;
    this.items = [];
    this.nextCursor = null;
    this.#task = new Task(this, {
      args: () => [] as const,
      task: (_, { signal }) => options.read(undefined, signal),
      onComplete: ({ items, nextCursor }) => {
        this.items = items;
        this.nextCursor = nextCursor;
      },
    });
  }

  protected override firstUpdated(): void {
    this.querySelector('dialog')?.showModal();
  }

  protected override render(): TemplateResult {
    const { figure, of } = this.#options;
    return html`<dialog class="wide" aria-labelledby="figure-title" @close=${this.#closed}>
      <form method="dialog">
        <div class="stack tight">
          <h2 id="figure-title">${t('figures.title', { figure })}</h2>
          <p class="muted">${of} · ${t('figures.lead')}</p>
        </div>
        ${this.#task.render({
          pending: () => loading(4),
          error: (problem) => failed(problem, () => void this.#task.run()),
          complete: (entries) => this.#entries(entries),
        })}
        <div class="actions"><button class="button primary">${t('shell.done')}</button></div>
      </form>
    </dialog>`;
  }

  #closed = (): void => {
    this.remove();
    this.#options.onClose();
  };

  #entries({ sums, count }: ReportEntries): TemplateResult {
    if (count === 0) return html`<p class="muted">${t('figures.none')}</p>`;
    return html`<div class="report-scroll" role="region" tabindex="0" aria-label=${t('figures.lead')}>
        <table class="table cards">
          <thead>
            <tr>
              <th scope="col">${t('figures.kind')}</th>
              <th scope="col">${t('entries.account')}</th>
              <th scope="col">${t('entries.when')}</th>
              <th scope="col" class="end">${t('transactions.amount')}</th>
            </tr>
          </thead>
          <tbody>${this.items.map((item) => this.#row(item))}</tbody>
          <tfoot>
            ${sums.map((sum) => html`<tr><th scope="row" colspan="3">${t('figures.sum')}</th><td class="end"><strong>${exact(sum)}</strong></td></tr>`)}
          </tfoot>
        </table>
      </div>
      <div class="row apart">
        ${
          this.#matches(sums)
            ? html`<span class="row small">${icon(circleCheck)}${t('figures.matches')}</span>`
            : html`<span class="row small" role="alert">${icon(circleAlert)}${t('figures.differs')}</span>`
        }
        <span class="row">
          <span class="muted small number">${t('figures.shown', { n: this.items.length, all: formatNumber(count) })}</span>
          ${this.nextCursor ? html`<button class="button small" type="button" @click=${this.#more}>${t('figures.more')}</button>` : nothing}
        </span>
      </div>`;
  }

  #row({ kind, account, amount, at, transferId, contractId, invoice }: ReportEntries['items'][number]): TemplateResult {
    const { own } = this.#options;
    return html`<tr>
      <td class="lead-cell">
        ${wordsFor('transferKind', kind) ?? codeWords('entries', 'kind', kind)}
        <div class="muted small">
          ${contractId ? html`<a href=${href(`${own ? '/my' : ''}/contracts/${contractId}`)}>${t('figures.contract')}</a>` : nothing}
          ${contractId && invoice ? '·' : nothing}
          ${invoice ? html`<a class="nowrap" href=${href(`${own ? '/my' : '/billing'}/invoices/${invoice.id}`)}>${invoice.number ?? t('invoices.draft')}</a>` : nothing}
        </div>
      </td>
      <td data-label=${t('entries.account')}>${wordsFor('account', account) ?? account}<div class="muted small"><code>${transferId}</code></div></td>
      <td class="muted" data-label=${t('entries.when')}>${timeAgo(at)}</td>
      <td class="end" data-label=${t('transactions.amount')}>${exact(amount)}</td>
    </tr>`;
  }

  #matches(sums: readonly Money[]): boolean {
    const said = this.#options.amounts.map(exactWords).sort().join();
    return said === sums.map(exactWords).sort().join();
  }

  #more = async (): Promise<void> => {
    try {
      const { items, nextCursor } = await this.#options.read(this.nextCursor ?? undefined);
      this.items = [...this.items, ...items];
      this.nextCursor = nextCursor;
    } catch (problem) {
      toast(problemWords(problem));
    }
  };
}

define('portal-entries-panel', EntriesPanel);

export const openFigure = (options: FigureOptions): void => {
  openDialog(new EntriesPanel(options));
};
