import { html, type TemplateResult } from 'lit';
import { actionButton } from '../../elements/action-button.ts';
import { dataList } from '../../elements/data-list.ts';
import { type Days, dateRange } from '../../elements/date-range.ts';
import { checkbox, textField } from '../../elements/field.ts';
import { exactMoney } from '../../elements/money-field.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { empty, loading, notice } from '../../elements/states.ts';
import { contractStatus, invoiceStatus, offerStatus, purchaseOrderStatus } from '../../elements/status.ts';
import { icon } from '../../icons/icon.ts';
import { circleAlert, circleCheck, send, signature, triangleAlert } from '../../icons/icons.generated.ts';
import { formatDate } from '../../strings/format.ts';
import { t } from '../../strings/strings.ts';
import { styleguideStyles } from '../../styles/styleguide.ts';

const orders = [
  {
    number: 'PO-0977',
    title: 'styleguide.plant',
    state: 'open',
    through: '2026-12-11',
    amount: 1_200_000,
    left: 822_000,
  },
  {
    number: 'PO-1201',
    title: 'styleguide.safety',
    state: 'exhausted',
    through: '2027-02-11',
    amount: 275_000,
    left: 4_050,
  },
] as const;
type Order = (typeof orders)[number];

const dollars = (amountMinor: number) => exactMoney({ amountMinor, currency: 'USD' });
const noop = () => {};

/** Every element in its states, in the brand of whoever looks: what a page is made of, and what a change of a sheet changes. */
class StyleguidePage extends PortalElement {
  static override pageStyles = [styleguideStyles];
  static override properties = { days: { state: true }, isTold: { state: true } };
  declare days: Days;
  declare isTold: boolean;

  constructor() {
    super();
    this.days = { from: '', to: '' };
    this.isTold = true;
  }

  protected override render(): TemplateResult {
    return html`${pageHead(t('styleguide.title'), t('styleguide.lead'))}
      <div class="stack">
        ${part('text', html`<ul class="sizes">${([5, 4, 3, 2, 1] as const).map((n) => html`<li><span class="size-${n}">${t(`styleguide.size${n}`)}</span><span class="size-${n} number">$1,234.50</span></li>`)}</ul>`)}
        ${part('space', spaces())} ${part('actions', actions())} ${part('states', states())}
        ${section('table', dataList<Order>({ name: 'styleguide', label: t('styleguide.table'), columns: columns(), rows: orders, keyOf: ({ number }) => number, nameOf: ({ number }) => number }))}
        ${part('fields', this.#fields())} ${part('rest', rest())}
      </div>`;
  }

  #fields(): TemplateResult {
    return html`<div class="stack close guide-fields">
      ${textField({ id: 'guide-name', label: t('styleguide.name'), hint: t('styleguide.nameHint'), value: '', onChange: noop })}
      ${textField({ id: 'guide-mail', label: t('styleguide.mail'), error: t('styleguide.mailError'), value: 'hanna', onChange: noop })}
      <div class="field">
        <span class="label" aria-hidden="true">${t('styleguide.days')}</span>
        ${dateRange('guide', t('styleguide.days'), this.days, (days) => {
          this.days = days;
        })}
      </div>
      ${checkbox({
        id: 'guide-told',
        label: t('styleguide.choice'),
        checked: this.isTold,
        onChange: (isTold: boolean) => {
          this.isTold = isTold;
        },
      })}
    </div>`;
  }
}

type Part = 'text' | 'space' | 'actions' | 'states' | 'table' | 'fields' | 'rest';

const section = (name: Part, content: TemplateResult): TemplateResult =>
  html`<section class="card" aria-labelledby="guide-${name}">
    <header><div><h2 id="guide-${name}">${t(`styleguide.${name}`)}</h2><p class="muted small">${t(`styleguide.${name}Rule`)}</p></div></header>
    ${content}
  </section>`;
const part = (name: Part, content: TemplateResult) => section(name, html`<div class="pad">${content}</div>`);

const spaces = (): TemplateResult =>
  html`<div class="steps" aria-hidden="true">
    ${[1, 2, 3, 4, 5, 6, 7, 8].map((n) => html`<span><i class="s${n}"></i>${n}</span>`)}
    <span><i class="box control"></i></span><span><i class="box surface"></i></span><span><i class="box floats"></i></span>
  </div>`;

const actions = (): TemplateResult =>
  html`<div class="actions">
    <button class="button primary" type="button">${icon(send)}${t('styleguide.main')}</button>
    <button class="button" type="button">${icon(signature)}${t('styleguide.other')}</button>
    <button class="button danger" type="button">${t('styleguide.danger')}</button>
    <button class="button plain" type="button">${t('styleguide.plain')}</button>
    <button class="button small" type="button">${t('styleguide.plain')}</button>
    ${actionButton({ label: t('styleguide.off'), why: t('styleguide.offWhy'), run: noop })}
  </div>`;

const states = (): TemplateResult =>
  html`<div class="row">
    ${offerStatus('draft')} ${offerStatus('sent')} ${contractStatus('active')} ${contractStatus('paused')}
    ${invoiceStatus('paid')} ${invoiceStatus('overdue')} ${purchaseOrderStatus('exhausted')}
  </div>`;

const columns = () => [
  {
    id: 'order',
    label: t('styleguide.order'),
    isLead: true,
    cell: ({ number, title }: Order) =>
      html`<span class="strong">${number}</span><div class="muted small">${t(title)}</div>`,
  },
  { id: 'state', label: t('styleguide.state'), isPlain: true, cell: ({ state }: Order) => purchaseOrderStatus(state) },
  { id: 'through', label: t('styleguide.through'), cell: ({ through }: Order) => formatDate(through) },
  { id: 'amount', label: t('styleguide.amount'), isEnd: true, cell: ({ amount }: Order) => dollars(amount) },
  { id: 'left', label: t('styleguide.left'), isEnd: true, cell: ({ left }: Order) => dollars(left) },
];

const rest = (): TemplateResult =>
  html`<div class="stack close">
    ${notice('success', circleCheck, t('styleguide.saved'))} ${notice('warning', triangleAlert, t('styleguide.soon'))}
    ${notice('danger', circleAlert, t('styleguide.refused'))} ${empty(signature, t('styleguide.emptyTitle'), t('styleguide.emptyText'))}
    <div class="guide-loading" aria-hidden="true">${loading(3)}</div>
  </div>`;

define('portal-styleguide-page', StyleguidePage);
