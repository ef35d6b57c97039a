import { html, nothing, type TemplateResult } from 'lit';
import {
  type FundingSource,
  type Milestone,
  quoteRelease,
  type ReleaseQuote,
  releaseMilestone,
  requestChanges,
} from '../../api/milestones.ts';
import { openDialog } from '../../elements/dialog.ts';
import { radios } from '../../elements/field.ts';
import { type MoneyValue, moneyField } from '../../elements/money-field.ts';
import { define } from '../../elements/portal-element.ts';
import { askReason } from '../../elements/reason-dialog.ts';
import { toast } from '../../shell/toasts.ts';
import { formatMoney } from '../../strings/format.ts';
import { t } from '../../strings/strings.ts';
import { MoneyDialog } from './milestone-dialog.ts';
import { moneySteps, onceKeys, sandboxLine } from './milestone-money.ts';

class ReleaseDialog extends MoneyDialog<ReleaseQuote> {
  static override properties = { ...MoneyDialog.properties, how: { state: true } };
  declare how: 'whole' | 'part';
  protected heading: string;
  readonly #milestone: Milestone;
  readonly #changed: () => void;

  constructor(milestone: Milestone, changed: () => void) {
    super();
    this.#milestone = milestone;
    this.#changed = changed;
    this.heading = t('milestone.releaseTitle', { name: milestone.description });
    this.amount = milestone.amount;
    this.how = 'whole';
  }

  protected get currency(): string {
    return this.#milestone.amount.currency;
  }

  get #isMore(): boolean {
    return (this.amount?.amountMinor ?? 0) > this.#milestone.amount.amountMinor;
  }

  protected quoteFor(amount: MoneyValue, source: FundingSource['kind'], signal: AbortSignal): Promise<ReleaseQuote> {
    return quoteRelease(this.#milestone.id, amount, source, signal);
  }

  protected get submitLabel(): string {
    return t('milestone.releaseButton', { amount: this.amount ? formatMoney(this.amount) : '' });
  }

  protected fields(): TemplateResult {
    const whole = this.#milestone.amount;
    return html`${radios({
      name: 'how',
      label: t('milestone.releaseHow'),
      value: this.how,
      choices: [
        { value: 'whole', label: t('milestone.releaseWhole', { amount: formatMoney(whole) }) },
        { value: 'part', label: t('milestone.releasePart'), hint: t('milestone.releasePartHint') },
      ],
      onChange: (how) => {
        this.how = how;
        this.amount = how === 'whole' ? whole : null;
      },
    })}
    ${
      this.how === 'part'
        ? moneyField({
            id: 'amount',
            label: t('milestone.amount'),
            value: this.amount ?? null,
            currency: this.currency,
            error: this.errors.amount,
            onChange: (amount) => {
              this.amount = amount;
            },
          })
        : nothing
    }
    ${this.#isMore ? this.sourceView() : nothing}
    <h3>${t('milestone.willHappen')}</h3>
    ${this.quoteView()}`;
  }

  protected quoted({ release, steps, availableAfterDays, isSandbox }: ReleaseQuote): TemplateResult {
    return html`${moneySteps(steps, { label: t('milestone.totalFreelancer'), amount: release.net })}
      <p class="muted small">${t('milestone.security', { n: availableAfterDays })} ${t('milestone.final')}</p>
      ${sandboxLine(isSandbox)}`;
  }

  protected send(event: Event): Promise<boolean> {
    const found = this.found();
    return this.submit(
      event,
      { amount: found.amount ?? false, source: this.#isMore && (found.source ?? false) },
      async () => {
        const { id } = this.#milestone;
        const body = { amount: this.amount!, ...(this.#isMore && { source: this.source }) };
        try {
          const done = await releaseMilestone(id, body, this.keyFor([id, body]));
          toast(
            done.state === 'submitted'
              ? t('milestone.underWay')
              : t('milestone.released', { amount: formatMoney(done.amount) }),
          );
        } finally {
          this.#changed();
        }
      },
    );
  }
}

define('portal-release-dialog', ReleaseDialog);

export const openRelease = (milestone: Milestone, changed: () => void): void => {
  openDialog(new ReleaseDialog(milestone, changed));
};

export function askChanges({ id, description }: Milestone, changed: () => void): void {
  const keyFor = onceKeys();
  askReason(
    {
      title: t('milestone.changesTitle', { name: description }),
      text: t('milestone.changesText'),
      confirm: t('milestone.changes'),
      label: t('milestone.changesLabel'),
      isRequired: true,
    },
    async ({ words }) => {
      await requestChanges(id, words, keyFor(words));
      toast(t('milestone.changesSent'));
      changed();
    },
  );
}
