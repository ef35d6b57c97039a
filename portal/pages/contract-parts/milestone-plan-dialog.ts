import { milestoneDescriptionMaxLength } from '@portico/api/work/milestones/milestone.ts';
import { html, type TemplateResult } from 'lit';
import {
  addMilestone,
  changeMilestone,
  deleteMilestone,
  type Milestone,
  type MilestoneList,
} from '../../api/milestones.ts';
import { confirmThen, DialogForm, openDialog } from '../../elements/dialog.ts';
import { textField } from '../../elements/field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { type MoneyValue, moneyField } from '../../elements/money-field.ts';
import { define } from '../../elements/portal-element.ts';
import { toast } from '../../shell/toasts.ts';
import { formatMoney } from '../../strings/format.ts';
import { t } from '../../strings/strings.ts';
import { onceKeys } from './milestone-money.ts';

/** One that nobody has paid for: a new one, or another plan of a known one. */
class PlanDialog extends DialogForm {
  static override properties = {
    ...FormElement.properties,
    description: { state: true },
    dueOn: { state: true },
    amount: { state: true },
  };
  declare description: string;
  declare dueOn: string;
  declare amount: MoneyValue | null | undefined;
  protected heading: string;
  protected submitLabel = t('milestone.save');
  readonly #contractId: string;
  readonly #list: MilestoneList;
  readonly #known: Milestone | undefined;
  readonly #changed: () => void;
  readonly #keyFor = onceKeys();

  constructor(contractId: string, list: MilestoneList, known: Milestone | undefined, changed: () => void) {
    super();
    this.#contractId = contractId;
    this.#list = list;
    this.#known = known;
    this.#changed = changed;
    this.heading = known ? t('milestone.editTitle') : t('milestone.planTitle');
    this.description = known?.description ?? '';
    this.dueOn = known?.dueOn ?? '';
    this.amount = known?.amount ?? (list.unplanned.amountMinor > 0 ? list.unplanned : null);
  }

  protected fields(): TemplateResult {
    return html`<p>${t('milestone.planText', { unplanned: formatMoney(this.#list.unplanned) })}</p>
      ${textField({
        id: 'description',
        label: t('milestone.description'),
        value: this.description,
        maxlength: milestoneDescriptionMaxLength,
        error: this.errors.description,
        onInput: (description) => {
          this.description = description;
        },
      })}
      ${moneyField({
        id: 'amount',
        label: t('milestone.amount'),
        value: this.amount ?? null,
        currency: this.#list.planned.currency,
        error: this.errors.amount,
        onChange: (amount) => {
          this.amount = amount;
        },
      })}
      ${textField({
        id: 'dueOn',
        label: t('milestone.dueOn'),
        type: 'date',
        optional: true,
        value: this.dueOn,
        error: this.errors.dueOn,
        onInput: (dueOn) => {
          this.dueOn = dueOn;
        },
      })}`;
  }

  protected send(event: Event): Promise<boolean> {
    const found = {
      description: !this.description.trim() && t('milestone.descriptionMissing'),
      amount: !this.amount?.amountMinor && t('milestone.amountMissing'),
    };
    return this.submit(event, found, async () => {
      const plan = { description: this.description.trim(), dueOn: this.dueOn || null, amount: this.amount! };
      if (this.#known) await changeMilestone(this.#known, plan);
      else await addMilestone(this.#contractId, plan, this.#keyFor(plan));
      toast(t('milestone.saved'));
      this.#changed();
    });
  }

  protected override fieldOf(id: string): string {
    return id.startsWith('amount') ? 'amount' : id;
  }
}

define('portal-plan-milestone-dialog', PlanDialog);

export const openPlan = (
  contractId: string,
  list: MilestoneList,
  known: Milestone | undefined,
  changed: () => void,
): void => {
  openDialog(new PlanDialog(contractId, list, known, changed));
};

export function askDeletion(milestone: Milestone, changed: () => void): void {
  confirmThen(
    {
      title: t('milestone.deleteTitle', { name: milestone.description }),
      text: t('milestone.deleteText', { amount: formatMoney(milestone.amount) }),
      confirm: t('milestone.deleteNow'),
      isDangerous: true,
    },
    async () => {
      await deleteMilestone(milestone);
      toast(t('milestone.deleted'));
      changed();
    },
  );
}
