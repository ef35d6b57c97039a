import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { problemWords } from '../../api/problem.ts';
import {
  type Commitment,
  getCommitments,
  getPurchaseOrder,
  getRevisions,
  movePurchaseOrder,
  type PurchaseOrder,
  type PurchaseOrderRevision,
  purchaseOrderTimeline,
} from '../../api/spending.ts';
import { actionButton } from '../../elements/action-button.ts';
import { type Column, dataList } from '../../elements/data-list.ts';
import { nothingYet } from '../../elements/empty-state.ts';
import { exactMoney } from '../../elements/money-field.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { askReason } from '../../elements/reason-dialog.ts';
import { failed, loading } from '../../elements/states.ts';
import { purchaseOrderStatus } from '../../elements/status.ts';
import '../../elements/timeline.ts';
import { icon } from '../../icons/icon.ts';
import { arrowLeft, chartColumn, handshake, pencil } from '../../icons/icons.generated.ts';
import { href } from '../../router.ts';
import { mayOpen } from '../../shell/session.ts';
import { toast } from '../../shell/toasts.ts';
import { formatDate, formatMoney, formatPercent } from '../../strings/format.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { objectStyles } from '../../styles/object.ts';
import { spendingStyles } from '../../styles/spending.ts';
import { openPurchaseOrderForm } from './purchase-order-dialog.ts';
import { burnDown } from './use-meter.ts';

type Loaded = { order: PurchaseOrder; etag: string; behind: Commitment[]; revisions: PurchaseOrderRevision[] };

class PurchaseOrderPage extends PortalElement {
  static override pageStyles = [objectStyles, spendingStyles];
  static override properties = { orderId: { attribute: false } };
  declare orderId: string;

  #load = new Task(this, {
    args: () => [this.orderId] as const,
    task: async ([id], { signal }): Promise<Loaded> => {
      const [{ data, etag }, behind, revisions] = await Promise.all([
        getPurchaseOrder(id, signal),
        getCommitments(id, signal),
        getRevisions(id, signal),
      ]);
      return { order: data, etag: etag ?? '', behind, revisions };
    },
  });

  protected override render(): TemplateResult {
    // What is there stays while it loads again.
    const known = this.#load.value;
    return html`${this.#load.render({
      pending: () => (known ? this.#page(known) : loading(10)),
      error: (problem) => failed(problem, () => void this.#load.run()),
      complete: (loaded) => this.#page(loaded),
    })}`;
  }

  #page({ order, etag, behind, revisions }: Loaded): TemplateResult {
    return html`<p class="back"><a class="quiet muted row" href=${href('/purchase-orders')}>${icon(arrowLeft)}${t('purchaseOrders.title')}</a></p>
      <header class="page-head object-head">
        <div>
          <h1 tabindex="-1">${t('orderField.chosen', { number: order.number })}</h1>
          <p class="lead">${[order.title, order.supplierName].filter(Boolean).join(' · ')}</p>
          <p class="row">${purchaseOrderStatus(order.state)}<span class="muted">${t('rateCards.through', { from: formatDate(order.validFrom), through: formatDate(order.validThrough) })}</span></p>
        </div>
        <div class="actions no-print">${this.#actions(order, etag)}</div>
      </header>
      <div class="columns">
        <div class="stack">
          <section class="card pad stack close" aria-label=${t('purchaseOrders.used')}>${burnDown(order)}</section>
          <section class="card" aria-labelledby="behind">
            <header><h2 id="behind">${t('purchaseOrders.behind')}</h2></header>
            ${
              behind.length === 0
                ? nothingYet({
                    shape: handshake,
                    title: t('purchaseOrders.nothingBehind'),
                    text: t('purchaseOrders.nothingBehindText'),
                    next: 'itself',
                  })
                : dataList<Commitment>({
                    name: 'commitments',
                    label: t('purchaseOrders.behind'),
                    columns: commitmentColumns(),
                    rows: behind,
                    keyOf: ({ id }) => id,
                    nameOf: ({ title }) => title,
                  })
            }
          </section>
          <section class="card pad stack close"><h2>${t('purchaseOrders.revisions')}</h2>${revisionList(revisions)}</section>
          <section class="card pad stack close">
            <h2>${t('purchaseOrders.history')}</h2>
            <portal-timeline .path=${purchaseOrderTimeline(order.id)} .noun=${'purchaseOrder'}></portal-timeline>
          </section>
        </div>
        <aside class="stack">${facts(order)}</aside>
      </div>`;
  }

  #actions(order: PurchaseOrder, etag: string): TemplateResult | typeof nothing {
    const { state, number, id } = order;
    const report = mayOpen('billing', 'reports')
      ? html`<a class="button" href=${href(`/reports/purchase-orders?purchaseOrders=${encodeURIComponent(number)}`)}>${icon(chartColumn)}${t('purchaseOrders.export')}</a>`
      : nothing;
    if (!mayOpen('payer')) return report;
    const edit = () => openPurchaseOrderForm({ order, etag }, () => void this.#again());
    return html`${report}
      ${state === 'closed' ? nothing : actionButton({ label: t('purchaseOrders.edit'), shape: pencil, run: edit })}
      ${state === 'draft' ? actionButton({ label: t('purchaseOrders.open'), kind: 'primary', run: () => void this.#move('opening') }) : nothing}
      ${
        state === 'closed' || state === 'expired'
          ? actionButton({
              label: t('purchaseOrders.reopen'),
              run: () =>
                askReason(
                  {
                    title: t('purchaseOrders.reopenTitle', { number }),
                    text: order.title,
                    confirm: t('purchaseOrders.reopen'),
                    isRequired: true,
                  },
                  async ({ words }) => {
                    await movePurchaseOrder(id, 'reopening', { reason: words });
                    await this.#again();
                  },
                ),
            })
          : actionButton({
              label: t('purchaseOrders.close'),
              run: () =>
                askReason(
                  {
                    title: t('purchaseOrders.closeTitle', { number }),
                    text: t('purchaseOrders.closeText', { amount: formatMoney(order.committed) }),
                    confirm: t('purchaseOrders.close'),
                    isRequired: true,
                    isDangerous: true,
                  },
                  async ({ words }) => {
                    await movePurchaseOrder(id, 'closing', { reason: words });
                    await this.#again();
                  },
                ),
            })
      }`;
  }

  async #move(move: 'opening'): Promise<void> {
    try {
      await movePurchaseOrder(this.orderId, move);
      await this.#again();
    } catch (problem) {
      toast(problemWords(problem));
    }
  }

  async #again(): Promise<void> {
    await this.#load.run();
    void this.querySelector('portal-timeline')?.reload();
  }
}

function facts(order: PurchaseOrder): TemplateResult {
  const { forecast, thresholds, overrun, costCenters, teams, people } = order;
  const users = [...teams, ...people.map(({ name }) => name)];
  const isLate = forecast.exhaustedOn !== null && forecast.exhaustedOn > order.validThrough;
  const rows: [string, unknown][] = [
    [t('purchaseOrders.supplier'), order.supplierName || '–'],
    [t('purchaseOrders.supplierReference'), order.supplierReference || '–'],
    [t('purchaseOrders.teams'), users.length > 0 ? users.join(', ') : t('purchaseOrders.everybody')],
    [t('purchaseOrders.costCenters'), costCenters.length > 0 ? costCenters.join(', ') : t('jobPosts.all')],
    [t('purchaseOrders.overrun'), t(`overrun.${overrun}`)],
    [t('purchaseOrders.thresholds'), thresholds.map((percent) => formatPercent(percent)).join(', ')],
    [
      t('purchaseOrders.forecast'),
      forecast.exhaustedOn === null
        ? t('purchaseOrders.noForecast')
        : html`${formatDate(forecast.exhaustedOn)}${isLate ? html`<div class="muted small">${t('purchaseOrders.afterEnd')}</div>` : nothing}
            <div class="muted small">${t('purchaseOrders.forecastText', { amount: formatMoney(forecast.perDay), n: forecast.sinceDays })}</div>`,
    ],
    [t('purchaseOrders.firstVersion'), `${order.createdBy}, ${formatDate(order.createdAt)}`],
  ];
  return html`<section class="card pad stack close">
    <h2>${t('jobPost.facts')}</h2>
    <dl class="facts">${rows.map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>
  </section>`;
}

const revisionList = (revisions: readonly PurchaseOrderRevision[]): TemplateResult =>
  html`<ol class="timeline">
    ${revisions.map(
      ({ version, at, person, reason, amount, validFrom, validThrough }) => html`<li>
        <p><strong>${formatMoney(amount)}</strong> <span class="muted">${t('rateCards.through', { from: formatDate(validFrom), through: formatDate(validThrough) })}</span></p>
        <p class="reason">${reason ?? (version === 1 ? t('purchaseOrders.firstVersion') : '')}</p>
        <p class="muted small">${person} · ${formatDate(at)}</p>
      </li>`,
    )}
  </ol>`;

const pathOf = ({ subject }: Commitment): string | undefined =>
  ({ offer: `/offers/${subject.id}`, contract: `/contracts/${subject.id}`, jobPost: `/job-posts/${subject.id}` })[
    subject.kind as 'offer'
  ];

const commitmentColumns = (): readonly Column<Commitment>[] => [
  {
    id: 'title',
    label: t('purchaseOrders.name'),
    isLead: true,
    cell: (one) => {
      const path = pathOf(one);
      return html`${path ? html`<a class="quiet strong" href=${href(path)}>${one.title}</a>` : one.title}
        <div class="muted small">${one.isEnded ? t('purchaseOrders.ended') : ((one.part && wordsFor('commitmentPart', one.part)) ?? '')}</div>`;
    },
  },
  { id: 'open', label: t('purchaseOrders.committed'), isEnd: true, cell: ({ open }) => exactMoney(open) },
  { id: 'spent', label: t('purchaseOrders.spent'), isEnd: true, cell: ({ spent }) => exactMoney(spent) },
  { id: 'team', label: t('jobPost.team'), isExtra: true, cell: ({ team }) => team ?? '–' },
  { id: 'costCenter', label: t('budgets.costCenter'), isExtra: true, cell: ({ costCenter }) => costCenter ?? '–' },
  { id: 'person', label: t('purchaseOrders.person'), isWide: true, cell: ({ person }) => person ?? '–' },
];

define('portal-purchase-order-page', PurchaseOrderPage);
