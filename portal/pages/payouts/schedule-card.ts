import { Task } from '@lit/task';
import { type PayoutFrequency, payoutFrequencies } from '@portico/api/money/payouts/payout.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { getSchedule, type PayoutMethod, type PayoutSchedule, setSchedule } from '../../api/payouts.ts';
import { DialogForm, openDialog } from '../../elements/dialog.ts';
import { selectField } from '../../elements/field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { moneyField } from '../../elements/money-field.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { toast } from '../../shell/toasts.ts';
import { formatDate } from '../../strings/format.ts';
import { t, wordsFor } from '../../strings/strings.ts';

type Read = { data: PayoutSchedule; etag: string | undefined };

const frequencyWords = (frequency: PayoutFrequency) => wordsFor('payoutFrequency', frequency) ?? frequency;

/** How often money of one currency goes out by itself. */
class ScheduleCard extends PortalElement {
  static override properties = { currency: { attribute: false }, methods: { attribute: false } };
  declare currency: string;
  declare methods: readonly PayoutMethod[];

  #load = new Task(this, {
    args: () => [this.currency] as const,
    task: ([currency], { signal }) => getSchedule(currency, signal),
  });

  protected override render(): TemplateResult {
    return html`${this.#load.render({
      pending: () => html`<div class="card">${loading(1)}</div>`,
      error: (problem) => failed(problem, () => void this.#load.run()),
      complete: (read) => this.#card(read),
    })}`;
  }

  #card(read: Read): TemplateResult {
    const { frequency, nextRunAt, methodId } = read.data;
    const method = this.methods.find(({ id }) => id === methodId);
    return html`<section class="card">
      <header>
        <h2>${t('payouts.schedule')}, ${this.currency}</h2>
        <button class="button small" type="button" @click=${() => this.#change(read)}>${t('payouts.scheduleChange')}</button>
      </header>
      <p class="pad">
        ${frequencyWords(frequency)}${method && frequency !== 'manual' ? html`, ${method.label}` : nothing}
        ${nextRunAt ? html`<span class="muted">(${t('payouts.next', { date: formatDate(nextRunAt) })})</span>` : nothing}
      </p>
    </section>`;
  }

  #change(read: Read): void {
    const methods = this.methods.filter(({ currency, state }) => currency === this.currency && state !== 'blocked');
    openDialog(new ScheduleDialog(read, methods, () => void this.#load.run()));
  }
}

class ScheduleDialog extends DialogForm {
  static override properties = { ...FormElement.properties, schedule: { state: true } };
  protected heading: string;
  protected submitLabel = t('payouts.scheduleSave');
  declare schedule: PayoutSchedule;
  readonly #etag: string | undefined;
  readonly #methods: readonly PayoutMethod[];
  readonly #onDone: () => void;
  readonly #key = crypto.randomUUID();

  constructor({ data, etag }: Read, methods: readonly PayoutMethod[], onDone: () => void) {
    super();
    this.heading = t('payouts.scheduleTitle', { currency: data.currency });
    this.schedule = { ...data, methodId: data.methodId ?? methods[0]?.id ?? null };
    this.#etag = etag;
    this.#methods = methods;
    this.#onDone = onDone;
  }

  protected fields(): TemplateResult {
    const { frequency, methodId, minimum, currency } = this.schedule;
    return html`${selectField({
      id: 'frequency',
      label: t('payouts.frequency'),
      value: frequency,
      choices: payoutFrequencies.map((value) => ({ value, label: frequencyWords(value) })),
      onChange: (value) => this.#set({ frequency: value as PayoutFrequency }),
    })}
    ${
      frequency === 'manual'
        ? nothing
        : html`${selectField({
            id: 'methodId',
            label: t('payouts.method'),
            value: methodId ?? '',
            error: this.errors.methodId,
            choices: this.#methods.map(({ id, label }) => ({ value: id, label })),
            onChange: (value) => this.#set({ methodId: value }),
          })}
          ${moneyField({
            id: 'minimum',
            label: t('payouts.minimum'),
            value: minimum,
            currency,
            error: this.errors.minimum,
            onChange: (value) => this.#set({ minimum: value ?? { amountMinor: 0, currency } }),
          })}`
    }`;
  }

  #set(change: Partial<PayoutSchedule>): void {
    this.schedule = { ...this.schedule, ...change };
  }

  protected send(event: Event): Promise<boolean> {
    const { frequency, methodId } = this.schedule;
    const isMissing = frequency !== 'manual' && methodId === null;
    return this.submit(event, { methodId: isMissing && t('payouts.noMethod') }, async () => {
      await setSchedule(this.schedule, this.#etag, this.#key);
      toast(t('payouts.scheduleSaved'));
      this.#onDone();
    });
  }
}

define('portal-schedule-dialog', ScheduleDialog);
define('portal-schedule-card', ScheduleCard);
