import { html, type TemplateResult } from 'lit';
import type { PaymentMethodShape } from '../../api/payments.ts';
import { changeSubscription, type Interval, subscribe, type TenantPlan } from '../../api/plan.ts';
import { ApiProblem } from '../../api/problem.ts';
import { DialogForm, openDialog } from '../../elements/dialog.ts';
import { radios } from '../../elements/field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { money } from '../../elements/money-field.ts';
import { define } from '../../elements/portal-element.ts';
import { sums } from '../../elements/sums.ts';
import { toast } from '../../shell/toasts.ts';
import { formatMoney } from '../../strings/format.ts';
import { t } from '../../strings/strings.ts';
import { methodWords } from '../payment-methods/method-words.ts';

type Methods = readonly PaymentMethodShape[];

/** What is charged, from what and how often, before the button. */
class SubscribeDialog extends DialogForm {
  static override properties = { ...FormElement.properties, interval: { state: true }, methodId: { state: true } };
  protected heading = t('plan.subscribeTitle');
  declare interval: Interval;
  declare methodId: string;
  readonly #page: TenantPlan;
  readonly #methods: Methods;
  readonly #onDone: () => void;
  /** A press that is repeated pays once. */
  #key = crypto.randomUUID();

  constructor(page: TenantPlan, methods: Methods, onDone: () => void) {
    super();
    this.#page = page;
    this.#methods = methods;
    this.#onDone = onDone;
    this.interval = 'month';
    this.methodId = methods[0]?.id ?? '';
  }

  get #prices() {
    return this.#page.offers.find(({ plan }) => plan === 'pro')!.prices!;
  }

  protected get submitLabel(): string {
    return t('plan.pay', { price: formatMoney(this.#prices[this.interval].total) });
  }

  protected fields(): TemplateResult {
    const { amount, tax, total } = this.#prices[this.interval];
    return html`<p>${t('plan.subscribeText')}</p>
      ${radios<Interval>({
        name: 'interval',
        label: t('plan.every'),
        value: this.interval,
        choices: [
          { value: 'month', label: t('plan.perMonth', { price: formatMoney(this.#prices.month.amount) }) },
          { value: 'year', label: t('plan.perYear', { price: formatMoney(this.#prices.year.amount) }) },
        ],
        onChange: (interval) => {
          this.interval = interval;
          this.#key = crypto.randomUUID();
        },
      })}
      ${methodRadios(this.#methods, this.methodId, (methodId) => {
        this.methodId = methodId;
        this.#key = crypto.randomUUID();
      })}
      ${sums([
        { label: t('plan.price'), value: money(amount) },
        { label: t('plan.tax'), value: money(tax) },
        { label: t('plan.total'), value: money(total), isTotal: true },
      ])}
      <p class="muted small">${t('plan.rule')}</p>`;
  }

  protected send(event: Event): Promise<boolean> {
    return this.submit(event, {}, async () => {
      const { page } = await this.#subscribe();
      toast(page.plan === 'pro' ? t('plan.subscribed') : t('plan.pending'));
      this.#onDone();
    });
  }

  /** A declined card is over; without an answer it may have been charged, so the key stays. */
  async #subscribe() {
    try {
      return await subscribe(this.interval, this.methodId, this.#key);
    } catch (problem) {
      if (problem instanceof ApiProblem && problem.status === 402) this.#key = crypto.randomUUID();
      throw problem;
    }
  }
}
define('portal-subscribe-dialog', SubscribeDialog);

class ChangeMethodDialog extends DialogForm {
  static override properties = { ...FormElement.properties, methodId: { state: true } };
  protected heading = t('plan.changeMethod');
  protected submitLabel = t('plan.useMethod');
  declare methodId: string;
  readonly #methods: Methods;
  readonly #isPastDue: boolean;
  readonly #onDone: () => void;

  constructor({ subscription }: TenantPlan, methods: Methods, onDone: () => void) {
    super();
    this.#methods = methods;
    this.#isPastDue = subscription?.state === 'pastDue';
    this.#onDone = onDone;
    this.methodId = subscription?.methodId ?? '';
  }

  protected fields(): TemplateResult {
    return html`<p>${t(this.#isPastDue ? 'plan.triedNow' : 'plan.fromNext')}</p>
      ${methodRadios(this.#methods, this.methodId, (methodId) => {
        this.methodId = methodId;
      })}`;
  }

  protected send(event: Event): Promise<boolean> {
    return this.submit(event, {}, async () => {
      await changeSubscription({ methodId: this.methodId });
      this.#onDone();
    });
  }
}
define('portal-change-plan-method-dialog', ChangeMethodDialog);

const methodRadios = (methods: Methods, value: string, onChange: (id: string) => void): TemplateResult =>
  radios({
    name: 'methodId',
    label: t('plan.method'),
    value,
    choices: methods.map((method) => ({ value: method.id, label: methodWords(method) })),
    onChange,
  });

export const openSubscribe = (page: TenantPlan, methods: Methods, onDone: () => void): void => {
  openDialog(new SubscribeDialog(page, methods, onDone));
};
export const openChangeMethod = (page: TenantPlan, methods: Methods, onDone: () => void): void => {
  openDialog(new ChangeMethodDialog(page, methods, onDone));
};
