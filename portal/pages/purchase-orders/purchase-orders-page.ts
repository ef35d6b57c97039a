import { Task } from '@lit/task';
import {
  type PurchaseOrderState,
  purchaseOrderStates,
} from '@portico/api/procurement/purchase-orders/purchase-order.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { getPurchaseOrders, type PurchaseOrderSummary } from '../../api/spending.ts';
import { countTabs } from '../../elements/count-tabs.ts';
import { dataList } from '../../elements/data-list.ts';
import { noneFit, nothingYet } from '../../elements/empty-state.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { icon } from '../../icons/icon.ts';
import { clipboardList, plus } from '../../icons/icons.generated.ts';
import { currentQuery, navigate, replaceQuery } from '../../router.ts';
import { mayOpen } from '../../shell/session.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { spendingStyles } from '../../styles/spending.ts';
import { purchaseOrderColumns } from './purchase-order-columns.ts';
import { openPurchaseOrderForm } from './purchase-order-dialog.ts';

type Shown = PurchaseOrderState | 'all';

class PurchaseOrdersPage extends PortalElement {
  static override pageStyles = [spendingStyles];
  static override properties = { shown: { state: true } };
  declare shown: Shown;

  #load = new Task(this, { args: () => [], task: (_, { signal }) => getPurchaseOrders({}, signal) });

  /** Asked for from another page: once, so that a reload does not ask again. */
  #isNew: boolean;

  constructor() {
    super();
    const query = currentQuery();
    this.#isNew = query.has('new');
    const asked = query.get('state');
    this.shown = purchaseOrderStates.find((state) => state === asked) ?? 'all';
  }

  protected override firstUpdated(): void {
    if (this.#isNew && mayOpen('payer')) this.#open();
  }

  protected override updated(): void {
    replaceQuery(new URLSearchParams(this.shown === 'all' ? {} : { state: this.shown }));
  }

  protected override render(): TemplateResult {
    return html`${pageHead(t('purchaseOrders.title'), t('purchaseOrders.lead'), mayOpen('payer') && this.#load.value?.length !== 0 ? this.#new() : nothing)}
      ${this.#load.render({
        pending: () => html`<div class="card">${loading(8)}</div>`,
        error: (problem) => failed(problem, () => void this.#load.run()),
        complete: (orders) => this.#list(orders),
      })}`;
  }

  #list(orders: readonly PurchaseOrderSummary[]): TemplateResult {
    if (orders.length === 0)
      return html`<div class="card">${nothingYet({ shape: clipboardList, title: t('purchaseOrders.none'), text: t('purchaseOrders.noneText'), next: { for: 'payer', action: this.#new() } })}</div>`;
    const rows = orders.filter(({ state }) => this.shown === 'all' || state === this.shown);
    const countOf = (wanted: PurchaseOrderState) => orders.filter(({ state }) => state === wanted).length;
    return html`<div class="filter-bar">
        ${countTabs<Shown>(
          t('jobPost.state'),
          this.shown,
          [
            { value: 'all', label: t('jobPosts.all'), n: orders.length },
            ...purchaseOrderStates.map((value) => ({
              value,
              label: wordsFor('purchaseOrderState', value) ?? value,
              n: countOf(value),
            })),
          ],
          (shown) => {
            this.shown = shown;
          },
        )}
      </div>
      <div class="card">
        ${
          rows.length === 0
            ? noneFit(clipboardList, t('purchaseOrders.noneFit'), t('purchaseOrders.noneFitText'), () => {
                this.shown = 'all';
              })
            : dataList<PurchaseOrderSummary>({
                name: 'purchaseOrders',
                label: t('purchaseOrders.title'),
                columns: purchaseOrderColumns(),
                rows,
                keyOf: ({ id }) => id,
                nameOf: ({ number }) => number,
              })
        }
      </div>`;
  }

  #new(): TemplateResult {
    return html`<button class="button primary" type="button" @click=${() => this.#open()}>${icon(plus)}${t('purchaseOrders.new')}</button>`;
  }

  #open(): void {
    openPurchaseOrderForm(undefined, ({ id }) => void navigate(`/purchase-orders/${id}`));
  }
}

define('portal-purchase-orders-page', PurchaseOrdersPage);
