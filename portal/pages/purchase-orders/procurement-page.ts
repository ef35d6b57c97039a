import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import {
  type Budget,
  getBudgets,
  getPurchaseOrders,
  getWaiting,
  type PurchaseOrderSummary,
  type WaitingForPurchaseOrder,
} from '../../api/spending.ts';
import { type Column, dataList } from '../../elements/data-list.ts';
import { nothingYet } from '../../elements/empty-state.ts';
import { exactMoney } from '../../elements/money-field.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { empty, failed, loading } from '../../elements/states.ts';
import { timeAgo } from '../../elements/time.ts';
import { icon } from '../../icons/icon.ts';
import { circleCheck, clipboardList } from '../../icons/icons.generated.ts';
import { href } from '../../router.ts';
import { mayOpen } from '../../shell/session.ts';
import { t } from '../../strings/strings.ts';
import { spendingStyles } from '../../styles/spending.ts';
import { budgetColumns } from '../budgets/budget-columns.ts';
import { openAssignment } from './assign-dialog.ts';
import { purchaseOrderColumns } from './purchase-order-columns.ts';

type Loaded = { orders: PurchaseOrderSummary[]; budgets: Budget[]; waiting: WaitingForPurchaseOrder[] };

/** What waits for whoever keeps the money, the dearest first. */
class ProcurementPage extends PortalElement {
  static override pageStyles = [spendingStyles];
  static override properties = { chosen: { state: true } };
  declare chosen: readonly string[];

  #load = new Task(this, {
    args: () => [],
    task: async (_, { signal }): Promise<Loaded> => {
      const [orders, { items: budgets }, waiting] = await Promise.all([
        getPurchaseOrders({}, signal),
        getBudgets({ when: 'now' }, signal),
        getWaiting(signal),
      ]);
      return { orders, budgets, waiting };
    },
  });

  constructor() {
    super();
    this.chosen = [];
  }

  protected override render(): TemplateResult {
    return html`${pageHead(
      t('procurement.title'),
      t('procurement.lead'),
      html`<a class="button" href=${href('/purchase-orders')}>${t('purchaseOrders.title')}</a>
        <a class="button" href=${href('/budgets')}>${t('budgets.title')}</a>`,
    )}
    ${this.#load.render({
      pending: () => html`<div class="card">${loading(10)}</div>`,
      error: (problem) => failed(problem, () => void this.#load.run()),
      complete: (loaded) => this.#page(loaded),
    })}`;
  }

  #page({ orders, budgets, waiting }: Loaded): TemplateResult {
    const live = orders.filter(({ state }) => state === 'open' || state === 'exhausted');
    const runningOut = live.filter(({ threshold }) => threshold !== null).toSorted(dearer(({ amount }) => amount));
    const ending = live.filter(({ isEndingSoon }) => isEndingSoon).toSorted(dearer(({ left }) => left));
    const over = budgets.filter(({ variance }) => variance.amountMinor < 0);
    const isCalm = runningOut.length + ending.length + over.length + waiting.length === 0;
    if (orders.length === 0 && budgets.length === 0 && waiting.length === 0)
      return html`<div class="card">${nothingYet({ shape: clipboardList, title: t('procurement.first'), text: t('procurement.firstText'), next: { for: 'payer', action: html`<a class="button primary" href=${href('/purchase-orders')}>${t('purchaseOrders.title')}</a>` } })}</div>`;
    return html`<div class="spending-home">
      ${isCalm ? html`<div class="card">${empty(circleCheck, t('procurement.calm'), t('procurement.calmText'))}</div>` : nothing}
      ${this.#orders(t('procurement.runningOut'), 'runningOut', runningOut)}
      ${
        over.length > 0
          ? section(
              t('procurement.overBudget'),
              dataList<Budget>({
                name: 'overBudget',
                label: t('procurement.overBudget'),
                columns: budgetColumns(),
                rows: over.toSorted((one, other) => one.variance.amountMinor - other.variance.amountMinor),
                keyOf: ({ id }) => id,
                nameOf: ({ costCenter }) => costCenter,
              }),
            )
          : nothing
      }
      ${waiting.length > 0 ? this.#waiting(waiting) : nothing}
      ${this.#orders(t('procurement.ending'), 'ending', ending)}
    </div>`;
  }

  #orders(title: string, name: string, rows: readonly PurchaseOrderSummary[]): TemplateResult | typeof nothing {
    if (rows.length === 0) return nothing;
    const keyOf = ({ id }: PurchaseOrderSummary) => id;
    const nameOf = ({ number }: PurchaseOrderSummary) => number;
    return section(title, dataList({ name, label: title, columns: purchaseOrderColumns(), rows, keyOf, nameOf }));
  }

  #waiting(rows: readonly WaitingForPurchaseOrder[]): TemplateResult {
    const mayAssign = mayOpen('payer');
    return section(
      t('procurement.waiting'),
      dataList<WaitingForPurchaseOrder>({
        name: 'waitingForOrder',
        label: t('procurement.waiting'),
        columns: waitingColumns(),
        rows,
        keyOf: ({ id }) => id,
        nameOf: ({ title }) => title,
        ...(mayAssign && {
          chosen: this.chosen,
          onChoose: (chosen) => {
            this.chosen = chosen;
          },
          bulk: (chosen) =>
            html`<button class="button small primary" type="button" @click=${() => this.#assign(rows, chosen)}>${icon(clipboardList)}${t('procurement.assignN', { n: chosen.length })}</button>`,
        }),
      }),
      t('procurement.waitingText'),
    );
  }

  #assign(rows: readonly WaitingForPurchaseOrder[], chosen: readonly string[]): void {
    const wanted = rows.filter(({ id }) => chosen.includes(id));
    openAssignment(wanted, () => {
      this.chosen = [];
      void this.#load.run();
    });
  }
}

const section = (title: string, content: unknown, lead?: string): TemplateResult =>
  html`<section class="card" aria-label=${title}>
    <header>
      <div>
        <h2>${title}</h2>
        ${lead ? html`<p class="muted small">${lead}</p>` : nothing}
      </div>
    </header>
    ${content}
  </section>`;

const dearer =
  <T>(amountOf: (one: T) => { amountMinor: number }) =>
  (one: T, other: T) =>
    amountOf(other).amountMinor - amountOf(one).amountMinor;

const pathOf = ({ subject }: WaitingForPurchaseOrder): string =>
  `/${{ jobPost: 'job-posts', offer: 'offers', contract: 'contracts', amendment: 'contracts' }[subject.kind]}/${subject.id}`;

const waitingColumns = (): readonly Column<WaitingForPurchaseOrder>[] => [
  {
    id: 'title',
    label: t('purchaseOrders.name'),
    isLead: true,
    cell: (one) => html`<a class="quiet strong" href=${href(pathOf(one))}>${one.title}</a>`,
  },
  {
    id: 'open',
    label: t('purchaseOrders.committed'),
    isEnd: true,
    cell: ({ open }) => (open.currency.trim() ? exactMoney(open) : '–'),
  },
  { id: 'team', label: t('jobPost.team'), cell: ({ team }) => team ?? '–' },
  { id: 'costCenter', label: t('budgets.costCenter'), isWide: true, cell: ({ costCenter }) => costCenter ?? '–' },
  { id: 'since', label: t('jobPost.updated'), cell: ({ since }) => html`<span class="muted">${timeAgo(since)}</span>` },
];

define('portal-procurement-page', ProcurementPage);
