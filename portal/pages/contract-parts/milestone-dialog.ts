import { Task, TaskStatus } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { type FundingChoices, type FundingSource, getSources } from '../../api/milestones.ts';
import { DialogForm } from '../../elements/dialog.ts';
import { FormElement } from '../../elements/form-element.ts';
import type { MoneyValue } from '../../elements/money-field.ts';
import { failed, loading } from '../../elements/states.ts';
import { t } from '../../strings/strings.ts';
import { milestoneStyles } from '../../styles/milestones.ts';
import { onceKeys, sourceField } from './milestone-money.ts';

/**
 * A dialog that moves money: it asks what will happen for what is typed, shows it, and does exactly that. A quote that
 * is on its way keeps the one before on the page, so that nothing jumps.
 */
export abstract class MoneyDialog<Quote> extends DialogForm {
  static override pageStyles = [milestoneStyles];
  static override properties = {
    ...FormElement.properties,
    amount: { state: true },
    source: { state: true },
    note: { state: true },
  };
  /** null: nothing typed; undefined: no amount. */
  declare amount: MoneyValue | null | undefined;
  declare source: FundingSource | undefined;
  declare note: string;
  protected readonly keyFor = onceKeys();
  /** Whether the client pays something. */
  protected readonly needsSource: boolean = true;

  constructor() {
    super();
    this.note = '';
  }

  protected abstract readonly currency: string;
  protected abstract quoteFor(amount: MoneyValue, source: FundingSource['kind'], signal: AbortSignal): Promise<Quote>;
  protected abstract quoted(quote: Quote): TemplateResult;

  protected readonly sources = new Task(this, {
    args: () => [this.needsSource],
    task: async ([isNeeded], { signal }): Promise<FundingChoices | undefined> =>
      isNeeded ? getSources(signal) : undefined,
    onComplete: (choices) => {
      this.source ??= choices?.items.find(({ isDefault }) => isDefault)?.source ?? choices?.items[0]?.source;
    },
  });

  protected readonly quote = new Task(this, {
    args: () => [this.amount?.amountMinor, this.source?.kind ?? 'method'] as const,
    task: ([amountMinor, kind], { signal }): Promise<Quote | undefined> =>
      amountMinor && amountMinor > 0
        ? this.quoteFor({ amountMinor, currency: this.currency }, kind, signal)
        : Promise.resolve(undefined),
  });

  protected quoteView(): TemplateResult {
    const known = this.quote.value;
    if (this.quote.status === TaskStatus.ERROR) return failed(this.quote.error);
    return known
      ? html`<div class="quote" aria-live="polite">${this.quoted(known)}</div>`
      : this.amount
        ? loading(3)
        : html``;
  }

  protected sourceView(): TemplateResult | typeof nothing {
    return html`${this.sources.render({
      pending: () => loading(2),
      error: (problem) => failed(problem, () => void this.sources.run()),
      complete: (choices) =>
        choices
          ? sourceField(
              choices,
              this.source,
              this.currency,
              (source) => {
                this.source = source;
              },
              this.errors.source,
            )
          : nothing,
    })}`;
  }

  /** Nothing is sent without an amount, nor without what pays it. */
  protected found(): Record<string, string | false> {
    return {
      amount: !this.amount?.amountMinor && t('milestone.amountMissing'),
      source: this.needsSource && !this.source && t('milestone.noSource'),
    };
  }

  /** The API points into the amount; here it is one field. */
  protected override fieldOf(id: string): string {
    return id.startsWith('amount') ? 'amount' : id;
  }
}
