import { type Overrun, overruns } from '@portico/api/procurement/purchase-orders/purchase-order.ts';
import { html, type TemplateResult } from 'lit';
import { changePurchaseOrder, createPurchaseOrder, type PurchaseOrder } from '../../api/spending.ts';
import { DialogForm, openDialog } from '../../elements/dialog.ts';
import { checkbox, radios, textArea, textField } from '../../elements/field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { type MoneyValue, moneyField } from '../../elements/money-field.ts';
import { define } from '../../elements/portal-element.ts';
import { toast } from '../../shell/toasts.ts';
import { t } from '../../strings/strings.ts';

type Typed = {
  number: string;
  title: string;
  supplierName: string;
  supplierReference: string;
  amount: MoneyValue | null | undefined;
  currency: string;
  validFrom: string;
  validThrough: string;
  costCenters: string;
  teams: string;
  thresholds: string;
  overrun: Overrun;
  open: boolean;
  reason: string;
};

/** A new purchase order, or another amount, date or right of one that is there. */
class PurchaseOrderForm extends DialogForm {
  static override properties = { ...FormElement.properties, typed: { state: true } };
  protected heading: string;
  protected submitLabel = t('purchaseOrders.save');
  protected override readonly isWide = true;
  declare typed: Typed;
  readonly #known: { order: PurchaseOrder; etag: string } | undefined;
  readonly #done: (order: PurchaseOrder) => void;
  readonly #key = crypto.randomUUID();

  constructor(known: { order: PurchaseOrder; etag: string } | undefined, done: (order: PurchaseOrder) => void) {
    super();
    this.#known = known;
    this.#done = done;
    const order = known?.order;
    this.heading = order ? t('purchaseOrders.change', { number: order.number }) : t('purchaseOrders.new');
    this.typed = {
      number: order?.number ?? '',
      title: order?.title ?? '',
      supplierName: order?.supplierName ?? '',
      supplierReference: order?.supplierReference ?? '',
      amount: order?.amount ?? null,
      currency: order?.amount.currency ?? 'USD',
      validFrom: order?.validFrom ?? '',
      validThrough: order?.validThrough ?? '',
      costCenters: order?.costCenters.join('\n') ?? '',
      teams: order?.teams.join('\n') ?? '',
      thresholds: order?.thresholds.join(', ') ?? '',
      overrun: order?.overrun ?? 'refused',
      open: true,
      reason: '',
    };
  }

  protected fields(): TemplateResult {
    const { typed } = this;
    const isOpen = this.#known !== undefined && this.#known.order.state !== 'draft';
    return html`${
      this.#known
        ? ''
        : html`<div class="halves">${this.#text('number', t('purchaseOrders.number'), 60)}
            ${this.#text('title', t('purchaseOrders.name'), 160, true)}</div>`
    }
      <div class="halves">
        ${this.#text('supplierName', t('purchaseOrders.supplier'), 160, true)}
        ${this.#text('supplierReference', t('purchaseOrders.supplierReference'), 120, true)}
      </div>
      <div class="halves">
        ${moneyField({
          id: 'amount',
          label: t('purchaseOrders.amount'),
          value: typed.amount ?? null,
          currency: typed.currency,
          error: this.errors.amount ?? this.errors['amount/amountMinor'],
          onChange: (amount) => this.#change({ amount }),
        })}
        ${
          this.#known
            ? ''
            : textField({
                id: 'currency',
                label: t('purchaseOrders.currency'),
                value: typed.currency,
                maxlength: 3,
                error: this.errors['amount/currency'],
                onChange: (value) => this.#currency(value.trim().toUpperCase()),
              })
        }
      </div>
      <div class="halves">${this.#date('validFrom')} ${this.#date('validThrough')}</div>
      <div class="halves">
        ${this.#lines('costCenters')} ${this.#lines('teams')}
      </div>
      ${radios<Overrun>({
        name: 'overrun',
        label: t('purchaseOrders.overrun'),
        value: typed.overrun,
        choices: overruns.map((value) => ({ value, label: t(`overrun.${value}`) })),
        onChange: (overrun) => this.#change({ overrun }),
      })}
      ${textField({
        id: 'thresholds',
        label: t('purchaseOrders.thresholds'),
        hint: t('purchaseOrders.thresholdsHint'),
        optional: true,
        value: typed.thresholds,
        error: this.errors.thresholds,
        onInput: (thresholds) => this.#change({ thresholds }),
      })}
      ${
        isOpen
          ? textField({
              id: 'reason',
              label: t('purchaseOrders.reason'),
              hint: t('purchaseOrders.reasonHint'),
              value: typed.reason,
              maxlength: 1000,
              error: this.errors.reason,
              onInput: (reason) => this.#change({ reason }),
            })
          : ''
      }
      ${
        this.#known
          ? ''
          : checkbox({
              id: 'open',
              label: t('purchaseOrders.openNow'),
              checked: typed.open,
              onChange: (open) => this.#change({ open }),
            })
      }`;
  }

  protected send(event: Event): Promise<boolean> {
    const { typed } = this;
    const missing = t('purchaseOrders.missing');
    const thresholds = typed.thresholds
      .split(',')
      .map((text) => text.trim())
      .filter((text) => text !== '')
      .map(Number);
    const isBad = thresholds.some((percent) => !Number.isInteger(percent) || percent < 1 || percent > 200);
    const isOpen = this.#known !== undefined && this.#known.order.state !== 'draft';
    const checks = {
      number: !typed.number.trim() && missing,
      amount: !typed.amount && missing,
      validFrom: !typed.validFrom && missing,
      validThrough: !typed.validThrough && missing,
      thresholds: isBad && t('purchaseOrders.thresholdsBad'),
      reason: isOpen && !typed.reason.trim() && missing,
    };
    return this.submit(event, checks, async () => {
      const body = {
        ...{ title: typed.title, supplierName: typed.supplierName, supplierReference: typed.supplierReference },
        ...{ amount: typed.amount!, validFrom: typed.validFrom, validThrough: typed.validThrough },
        ...{ overrun: typed.overrun, thresholds, costCenters: linesOf(typed.costCenters), teams: linesOf(typed.teams) },
      };
      const saved = this.#known
        ? await changePurchaseOrder(
            this.#known.order.id,
            { ...body, ...(isOpen && { reason: typed.reason.trim() }) },
            this.#known.etag,
          )
        : await createPurchaseOrder({ ...body, number: typed.number.trim(), open: typed.open }, this.#key);
      toast(t('purchaseOrders.saved', { number: saved.number }));
      this.#done(saved);
    });
  }

  #text(
    id: 'number' | 'title' | 'supplierName' | 'supplierReference',
    label: string,
    maxlength: number,
    optional = false,
  ) {
    const onInput = (value: string) => this.#change({ [id]: value });
    return textField({ id, label, maxlength, optional, value: this.typed[id], error: this.errors[id], onInput });
  }

  #date(id: 'validFrom' | 'validThrough') {
    const onChange = (value: string) => this.#change({ [id]: value });
    const of = { id, type: 'date', label: t(`purchaseOrders.${id}`) } as const;
    return textField({ ...of, value: this.typed[id], error: this.errors[id], onChange });
  }

  #lines(id: 'costCenters' | 'teams') {
    const onInput = (value: string) => this.#change({ [id]: value });
    const of = { id, label: t(`purchaseOrders.${id}`), hint: t(`purchaseOrders.${id}Hint`), rows: 2, optional: true };
    return textArea({ ...of, value: this.typed[id], error: this.errors[id], onInput });
  }

  #currency(currency: string): void {
    const { amount } = this.typed;
    this.#change({ currency, amount: amount ? { ...amount, currency } : amount });
  }

  #change(change: Partial<Typed>): void {
    this.typed = { ...this.typed, ...change };
  }
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

define('portal-purchase-order-form', PurchaseOrderForm);

export const openPurchaseOrderForm = (
  known: { order: PurchaseOrder; etag: string } | undefined,
  done: (order: PurchaseOrder) => void,
): void => {
  openDialog(new PurchaseOrderForm(known, done));
};
