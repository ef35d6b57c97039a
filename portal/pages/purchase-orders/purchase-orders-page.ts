import { Task } from '@lit/task';
import {
  type PurchaseOrderState,
  purchaseOrderStates,
} from '@portico/api/procurement/purchase-orders/purchase-order.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { getPurchaseOrders, type PurchaseOrderSummary } from '../../api/spending.ts';
import { countTabs } from '../../elements/count-tabs.ts';
import { dataList } from '../../elements/data-list.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { empty, failed, loading } from '../../elements/states.ts';
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

  constructor() {
    super();
    const asked = currentQuery().get('state');
    this.shown = purchaseOrderStates.find((state) => state === asked) ?? 'all';
  }

  protected override updated(): void {
    replaceQuery(new URLSearchParams(this.shown === 'all' ? {} : { state: this.shown }));
  }

  protected override render(): TemplateResult {
    return html`${pageHead(t('purchaseOrders.title'), t('purchaseOrders.lead'), mayOpen('payer') ? this.#new() : nothing)}
      ${this.#load.render({
        pending: () => html`<div class="card">${loading(8)}</div>`,
        error: (problem) => failed(problem, () => void this.#load.run()),
        complete: (orders) => this.#list(orders),
      })}`;
  }

  #list(orders: readonly PurchaseOrderSummary[]): TemplateResult {
    if (orders.length === 0)
      return html`<div class="card">${empty(clipboardList, t('purchaseOrders.none'), t('purchaseOrders.noneText'), mayOpen('payer') ? this.#new() : nothing)}</div>`;
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
            ? empty(clipboardList, t('purchaseOrders.noneFit'), t('purchaseOrders.noneFitText'))
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
    const open = () => openPurchaseOrderForm(undefined, ({ id }) => void navigate(`/purchase-orders/${id}`));
    return html`<button class="button primary" type="button" @click=${open}>${icon(plus)}${t('purchaseOrders.new')}</button>`;
  }
}

define('portal-purchase-orders-page', PurchaseOrdersPage);
