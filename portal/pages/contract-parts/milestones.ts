import { Task } from '@lit/task';
import { milestoneCan } from '@portico/api/work/milestones/milestone.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { getMilestones, type Milestone, type MilestoneList } from '../../api/milestones.ts';
import { type Action, actionButton } from '../../elements/action-button.ts';
import { nothingYet } from '../../elements/empty-state.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { check, clipboardList, pencil, plus, trash, undo2, wallet } from '../../icons/icons.generated.ts';
import { mayOpen } from '../../shell/session.ts';
import { t } from '../../strings/strings.ts';
import { milestoneStyles } from '../../styles/milestones.ts';
import { type CardActions, milestoneCard } from './milestone-card.ts';
import { openFunding } from './milestone-fund-dialog.ts';
import { askDeletion, openPlan } from './milestone-plan-dialog.ts';
import { openRefund } from './milestone-refund-dialog.ts';
import { askChanges, openRelease } from './milestone-release-dialog.ts';
import { milestoneSums } from './milestone-sums.ts';
import './milestone-payments.ts';

/** A contract’s milestones as the client’s people see them: planned, funded, looked at, released. */
class Milestones extends PortalElement {
  static override pageStyles = [milestoneStyles];
  static override properties = { contractId: { attribute: false }, revision: { attribute: false } };
  declare contractId: string;
  /** Raised by the room when something in the contract changed. */
  declare revision: number | undefined;

  #load = new Task(this, {
    args: () => [this.contractId, this.revision] as const,
    task: ([contractId], { signal }) => getMilestones(contractId, 'client', signal),
  });

  protected override render(): TemplateResult {
    const known = this.#load.value;
    return html`${this.#load.render({
      pending: () => (known ? this.#view(known) : html`<div class="card pad">${loading(8)}</div>`),
      error: (problem) => failed(problem, () => void this.#load.run()),
      complete: (list) => this.#view(list),
    })}`;
  }

  #view(list: MilestoneList): TemplateResult {
    const { contractId, revision } = this;
    const isFixed = list.agreedTotal !== null;
    return html`<div class="stack">
      ${isFixed ? this.#plan(list) : html`<p class="muted">${t('milestone.hourly')}</p>`}
      <portal-contract-payments .contractId=${contractId} .side=${'client'} .currency=${list.planned.currency} .revision=${revision} @contract-changed=${this.#changed}></portal-contract-payments>
    </div>`;
  }

  #plan(list: MilestoneList): TemplateResult {
    const add: Action = {
      label: t('milestone.add'),
      shape: plus,
      why: list.unplanned.amountMinor < list.minimum.amountMinor && t('milestone.addWhy'),
      run: () => openPlan(this.contractId, list, undefined, this.#changed),
    };
    return html`<section class="card pad stack close">
        <p class="muted">${t('milestone.lead')}</p>
        ${milestoneSums(list)}
        ${mayOpen('offerer') ? html`<div class="actions">${actionButton(add)}</div>` : nothing}
      </section>
      ${
        list.items.length === 0
          ? nothingYet({
              shape: clipboardList,
              title: t('milestone.emptyTitle'),
              text: t('milestone.emptyText'),
              next: mayOpen('offerer') ? 'beside' : 'itself',
            })
          : html`<ul class="stack plain-list">
              ${repeat(
                list.items,
                ({ id }) => id,
                (milestone) => milestoneCard(milestone, 'client', this.#actionsOf(milestone, list)),
              )}
            </ul>`
      }`;
  }

  /** The next thing to do first; what undoes it behind. */
  #actionsOf(milestone: Milestone, list: MilestoneList): CardActions {
    const changed = this.#changed;
    // One thing is next on the page: what was handed in before what is still to come.
    const next = list.items.find(milestoneCan.release) ?? list.items.find(milestoneCan.fund);
    const kind = next === milestone ? 'primary' : '';
    const [mayPlan, mayPay] = [mayOpen('offerer'), mayOpen('offerer') || mayOpen('payer')];
    if (!mayPlan && !mayPay) return { main: [], more: [] };
    const whyPay = !mayPay && t('milestone.whyRole');
    const whyFund = whyPay || (Boolean(milestone.fundingApprovalId) && t('actionReason.awaitsApproval'));
    const whyNow = milestone.releasing !== null && t('milestone.whyReleasing');
    if (milestoneCan.fund(milestone)) {
      const label = milestone.fundingRefusal ? t('milestone.fundAgain') : t('milestone.fund');
      const fund: Action = {
        label,
        shape: wallet,
        kind,
        why: whyFund,
        run: () => openFunding(milestone, changed),
      };
      const edit: Action = {
        label: t('milestone.edit'),
        shape: pencil,
        run: () => openPlan(this.contractId, list, milestone, changed),
      };
      const remove: Action = { label: t('milestone.delete'), shape: trash, run: () => askDeletion(milestone, changed) };
      return { main: [fund], more: mayPlan ? [edit, remove] : [] };
    }
    const refund: Action = {
      label: t('milestone.refund'),
      shape: undo2,
      why: whyPay || whyNow,
      run: () => openRefund(milestone, 'ask', changed),
    };
    if (milestone.state === 'funded') return { main: [], more: [refund] };
    if (!milestoneCan.release(milestone)) return { main: [], more: [] };
    const release: Action = {
      label: t('milestone.release'),
      shape: check,
      kind,
      why: whyPay || whyNow,
      run: () => openRelease(milestone, changed),
    };
    const changes: Action = {
      label: t('milestone.changes'),
      shape: pencil,
      why: whyNow,
      run: () => askChanges(milestone, changed),
    };
    return { main: mayPlan ? [release, changes] : [release], more: [refund] };
  }

  /** Reads again, and lets the room around it do so. */
  #changed = (event?: Event): void => {
    event?.stopPropagation();
    void this.#load.run();
    this.dispatchEvent(new CustomEvent('contract-changed', { bubbles: true }));
  };
}

define('portal-milestones', Milestones);
