import { type BudgetPeriod, budgetPeriods } from '@portico/api/procurement/budgets/budget.ts';
import { html, nothing, type TemplateResult } from 'lit';
import {
  type Budget,
  type BudgetLine,
  type BudgetRevision,
  type CostCenter,
  changeBudget,
  createBudget,
  getBudgetLines,
  getBudgetRevisions,
} from '../../api/spending.ts';
import { DialogForm, openDialog } from '../../elements/dialog.ts';
import { selectField, textField } from '../../elements/field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { exactMoney, type MoneyValue, moneyField } from '../../elements/money-field.ts';
import { define } from '../../elements/portal-element.ts';
import { loading } from '../../elements/states.ts';
import { href } from '../../router.ts';
import { toast } from '../../shell/toasts.ts';
import { formatDate, formatMoney } from '../../strings/format.ts';
import { t } from '../../strings/strings.ts';

type Typed = {
  costCenter: string;
  period: BudgetPeriod;
  startsOn: string;
  currency: string;
  amount: MoneyValue | null | undefined;
  reason: string;
};

/** A new budget, or another amount of one that is there. */
class BudgetForm extends DialogForm {
  static override properties = { ...FormElement.properties, typed: { state: true } };
  protected heading: string;
  protected submitLabel = t('purchaseOrders.save');
  declare typed: Typed;
  readonly #centers: readonly CostCenter[];
  readonly #budget: Budget | undefined;
  readonly #done: () => void;

  constructor(centers: readonly CostCenter[], budget: Budget | undefined, done: () => void) {
    super();
    this.#centers = centers;
    this.#budget = budget;
    this.#done = done;
    this.heading = budget ? t('budgets.change', { code: budget.costCenter }) : t('budgets.new');
    this.typed = {
      costCenter: budget?.costCenter ?? centers[0]?.code ?? '',
      period: budget?.period ?? 'quarter',
      startsOn: budget?.startsOn ?? '',
      currency: budget?.budget.currency ?? 'USD',
      amount: budget?.budget ?? null,
      reason: '',
    };
  }

  protected fields(): TemplateResult {
    const { typed } = this;
    return html`${this.#budget ? nothing : this.#where()}
      ${moneyField({
        id: 'amount',
        label: t('budgets.budget'),
        value: typed.amount ?? null,
        currency: typed.currency,
        error: this.errors.amount ?? this.errors['amount/amountMinor'],
        onChange: (amount) => this.#change({ amount }),
      })}
      ${
        this.#budget
          ? textField({
              id: 'reason',
              label: t('purchaseOrders.reason'),
              hint: t('purchaseOrders.reasonHint'),
              value: typed.reason,
              maxlength: 1000,
              error: this.errors.reason,
              onInput: (reason) => this.#change({ reason }),
            })
          : nothing
      }`;
  }

  #where(): TemplateResult {
    const { typed } = this;
    return html`${selectField({
      id: 'costCenter',
      label: t('budgets.costCenter'),
      value: typed.costCenter,
      error: this.errors.costCenter,
      choices: this.#centers.map(({ code, name }) => ({ value: code, label: `${code} · ${name}` })),
      onChange: (costCenter) => this.#change({ costCenter }),
    })}
    <div class="halves">
      ${selectField({
        id: 'period',
        label: t('budgets.period'),
        value: typed.period,
        choices: budgetPeriods.map((value) => ({ value, label: t(`budgetPeriod.${value}`) })),
        onChange: (period) => this.#change({ period: period as BudgetPeriod }),
      })}
      ${textField({
        id: 'startsOn',
        label: t('budgets.startsOn'),
        type: 'month',
        value: typed.startsOn.slice(0, 7),
        error: this.errors.startsOn,
        onChange: (month) => this.#change({ startsOn: month ? `${month}-01` : '' }),
      })}
    </div>
    ${textField({
      id: 'currency',
      label: t('purchaseOrders.currency'),
      value: typed.currency,
      maxlength: 3,
      error: this.errors['amount/currency'],
      onChange: (value) => {
        const currency = value.trim().toUpperCase();
        this.#change({ currency, amount: typed.amount ? { ...typed.amount, currency } : typed.amount });
      },
    })}`;
  }

  protected send(event: Event): Promise<boolean> {
    const { costCenter, period, startsOn, amount, reason } = this.typed;
    const missing = t('purchaseOrders.missing');
    const checks = {
      startsOn: !startsOn && missing,
      amount: !amount && missing,
      reason: this.#budget !== undefined && !reason.trim() && missing,
    };
    return this.submit(event, checks, async () => {
      if (this.#budget) await changeBudget(this.#budget.id, { amount, reason: reason.trim() }, this.#budget.etag);
      else await createBudget({ costCenter, period, startsOn, amount: amount! });
      toast(t('budgets.saved', { code: costCenter }));
      this.#done();
    });
  }

  #change(change: Partial<Typed>): void {
    this.typed = { ...this.typed, ...change };
  }
}

/** What a budget's figures are made of, and how it was changed. */
class BudgetBehind extends DialogForm {
  static override properties = { ...FormElement.properties, lines: { state: true }, revisions: { state: true } };
  protected heading: string;
  protected submitLabel = t('budgets.close');
  protected override readonly isWide = true;
  declare lines: readonly BudgetLine[] | undefined;
  declare revisions: readonly BudgetRevision[];

  constructor({ id, costCenter }: Budget) {
    super();
    this.heading = t('budgets.behind', { code: costCenter });
    this.lines = undefined;
    this.revisions = [];
    void this.#read(id);
  }

  protected fields(): TemplateResult {
    if (!this.lines) return html`${this.problemNotice()}${this.problem ? nothing : loading(5)}`;
    return html`${this.lines.length === 0 ? html`<p class="muted">${t('budgets.noLines')}</p>` : this.#table(this.lines)}
      <h3>${t('budgets.history')}</h3>
      <ol class="timeline">
        ${this.revisions.map(
          ({ at, person, reason, amount }) => html`<li>
            <p><strong>${formatMoney(amount)}</strong> <span class="muted">${person}, ${formatDate(at)}</span></p>
            ${reason ? html`<p class="reason">${reason}</p>` : nothing}
          </li>`,
        )}
      </ol>`;
  }

  #table(lines: readonly BudgetLine[]): TemplateResult {
    return html`<table class="table cards">
      <thead>
        <tr><th scope="col">${t('purchaseOrders.name')}</th><th scope="col" class="end">${t('budgets.actual')}</th><th scope="col" class="end">${t('budgets.committed')}</th></tr>
      </thead>
      <tbody>
        ${lines.map(
          ({ subject, title, actual, committed }) => html`<tr>
            <td><a class="quiet" href=${href(`/${subject.kind === 'offer' ? 'offers' : 'contracts'}/${subject.id}`)} @click=${() => this.close()}>${title}</a></td>
            <td class="end" data-label=${t('budgets.actual')}>${exactMoney(actual)}</td>
            <td class="end" data-label=${t('budgets.committed')}>${exactMoney(committed)}</td>
          </tr>`,
        )}
      </tbody>
    </table>`;
  }

  async #read(id: string): Promise<void> {
    try {
      [this.lines, this.revisions] = await Promise.all([getBudgetLines(id), getBudgetRevisions(id)]);
    } catch (problem) {
      this.problem = problem;
    }
  }

  protected async send(): Promise<boolean> {
    return true;
  }
}

define('portal-budget-form', BudgetForm);
define('portal-budget-behind', BudgetBehind);

export const openBudgetForm = (centers: readonly CostCenter[], budget: Budget | undefined, done: () => void): void => {
  openDialog(new BudgetForm(centers, budget, done));
};
export const openBudgetBehind = (budget: Budget): void => {
  openDialog(new BudgetBehind(budget));
};
