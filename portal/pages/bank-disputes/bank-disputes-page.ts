import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { type BankDisputeShape, type BankDisputes, getBankDisputes } from '../../api/payments.ts';
import { dataList } from '../../elements/data-list.ts';
import { nothingYet } from '../../elements/empty-state.ts';
import { exactMoney } from '../../elements/money-field.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { sandboxNote } from '../../elements/sandbox-note.ts';
import { failed, loading } from '../../elements/states.ts';
import { type TagKind, tag } from '../../elements/tag.ts';
import { timeAgo } from '../../elements/time.ts';
import { scale } from '../../icons/icons.generated.ts';
import { href } from '../../router.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { paidForWords } from '../invoices/paid-for.ts';

const marks: Record<BankDisputeShape['state'], TagKind> = {
  needsResponse: 'warning',
  underReview: 'warning',
  won: 'success',
  lost: 'danger',
};

/** What the client's banks took back. */
class BankDisputesPage extends PortalElement {
  static override properties = { more: { state: true } };
  declare more: readonly BankDisputes[];

  constructor() {
    super();
    this.more = [];
  }

  #load = new Task(this, {
    args: () => [],
    task: (_, { signal }) => getBankDisputes(undefined, signal),
    onComplete: () => {
      this.more = [];
    },
  });

  protected override render(): TemplateResult {
    return html`${pageHead(t('bankDisputes.title'), t('bankDisputes.lead'))}
      ${this.#load.render({
        pending: () => html`<div class="card">${loading()}</div>`,
        error: (problem) => failed(problem, () => void this.#load.run()),
        complete: (page) => this.#whole(page),
      })}`;
  }

  #whole(page: BankDisputes): TemplateResult {
    const rows = [page, ...this.more].flatMap(({ items }) => items);
    const { nextCursor } = this.more.at(-1) ?? page;
    if (rows.length === 0)
      return html`<div class="card">${nothingYet({
        shape: scale,
        title: t('bankDisputes.none'),
        text: t('bankDisputes.noneText'),
        next: 'itself',
      })}</div>`;
    return html`<div class="stack">
      ${sandboxNote(rows.some(({ processor }) => processor === 'sandbox'))}
      <section class="card">
        ${dataList<BankDisputeShape>({
          name: 'bankDisputes',
          label: t('bankDisputes.title'),
          rows,
          keyOf: ({ id }) => id,
          nameOf: ({ payment }) => paidForWords(payment.description),
          columns: [
            {
              id: 'what',
              label: t('bankDisputes.what'),
              isLead: true,
              cell: ({
                payment,
              }) => html`<a class="strong" href=${href(`/billing/payments/${payment.id}`)}>${paidForWords(payment.description)}</a>
                <div class="small muted">${payment.method}</div>`,
            },
            {
              id: 'reason',
              label: t('bankDisputes.reason'),
              cell: ({ reason }) => wordsFor('bankReason', reason) ?? reason.replaceAll('_', ' '),
            },
            {
              id: 'state',
              label: t('bankDisputes.state'),
              cell: ({ state }) => tag(marks[state], t(`bankDisputeState.${state}`)),
            },
            { id: 'opened', label: t('bankDisputes.opened'), isWide: true, cell: ({ openedAt }) => timeAgo(openedAt) },
            { id: 'amount', label: t('bankDisputes.amount'), isEnd: true, cell: ({ amount }) => exactMoney(amount) },
          ],
          footer: nextCursor
            ? html`<button class="button" type="button" @click=${() => void this.#loadMore(nextCursor)}>${t('list.more')}</button>`
            : nothing,
        })}
      </section>
    </div>`;
  }

  async #loadMore(cursor: string): Promise<void> {
    this.more = [...this.more, await getBankDisputes(cursor)];
  }
}

define('portal-bank-disputes-page', BankDisputesPage);
