import { Task } from '@lit/task';
import { milestoneCan } from '@portico/api/work/milestones/milestone.ts';
import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { getMilestones, type Milestone, type MilestoneList } from '../../api/milestones.ts';
import type { Action } from '../../elements/action-button.ts';
import { nothingYet } from '../../elements/empty-state.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { check, clipboardList, send, undo2, x } from '../../icons/icons.generated.ts';
import { t } from '../../strings/strings.ts';
import { milestoneStyles } from '../../styles/milestones.ts';
import { type CardActions, milestoneCard } from './milestone-card.ts';
import { askRefusal, openRefund } from './milestone-refund-dialog.ts';
import { milestoneSums } from './milestone-sums.ts';
import { openSubmission } from './own-milestone-submit-dialog.ts';
import './milestone-payments.ts';

/** The same as the freelancer sees them: what is funded, what is handed in, what comes. */
class OwnMilestones extends PortalElement {
  static override pageStyles = [milestoneStyles];
  static override properties = { contractId: { attribute: false }, revision: { attribute: false } };
  declare contractId: string;
  /** Raised by the room when something in the contract changed. */
  declare revision: number | undefined;

  #load = new Task(this, {
    args: () => [this.contractId, this.revision] as const,
    task: ([contractId], { signal }) => getMilestones(contractId, 'freelancer', signal),
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
    return html`<div class="stack">
      ${list.agreedTotal === null ? html`<p class="muted">${t('milestone.hourly')}</p>` : this.#plan(list)}
      <portal-contract-payments .contractId=${contractId} .side=${'freelancer'} .currency=${list.planned.currency} .revision=${revision} @contract-changed=${this.#changed}></portal-contract-payments>
    </div>`;
  }

  #plan(list: MilestoneList): TemplateResult {
    return html`<section class="card pad stack close">
        <p class="muted">${t('milestone.ownLead')}</p>
        ${milestoneSums(list)}
      </section>
      ${
        list.items.length === 0
          ? nothingYet({
              shape: clipboardList,
              title: t('milestone.emptyTitle'),
              text: t('milestone.ownEmptyText'),
              next: 'itself',
            })
          : html`<ul class="stack plain-list">
              ${repeat(
                list.items,
                ({ id }) => id,
                (milestone) => milestoneCard(milestone, 'freelancer', this.#actionsOf(milestone)),
              )}
            </ul>`
      }`;
  }

  #actionsOf(milestone: Milestone): CardActions {
    const changed = this.#changed;
    const submit: Action = {
      label: milestone.deliverables.length > 0 ? t('milestone.submitAgain') : t('milestone.submit'),
      shape: send,
      kind: milestoneCan.submit(milestone) ? 'primary' : '',
      why: !milestoneCan.submit(milestone) && t('milestone.whyNotFunded'),
      run: () => openSubmission(milestone, changed),
    };
    const giveBack: Action = {
      label: t('milestone.giveBack'),
      shape: undo2,
      why: milestone.releasing !== null && t('milestone.whyReleasing'),
      run: () => openRefund(milestone, 'give', changed),
    };
    if (milestone.state === 'refundRequested')
      return {
        main: [
          {
            label: t('milestone.agree'),
            shape: check,
            kind: 'primary',
            run: () => openRefund(milestone, 'agree', changed),
          },
          { label: t('milestone.refuse'), shape: x, run: () => askRefusal(milestone, changed) },
        ],
        more: [],
      };
    const isWaiting = milestone.state === 'planned' || milestone.state === 'funding';
    return {
      main: milestoneCan.submit(milestone) || isWaiting ? [submit] : [],
      more: milestoneCan.giveBack(milestone) ? [giveBack] : [],
    };
  }

  /** Reads again, and lets the room around it do so. */
  #changed = (event?: Event): void => {
    event?.stopPropagation();
    void this.#load.run();
    this.dispatchEvent(new CustomEvent('contract-changed', { bubbles: true }));
  };
}

define('portal-own-milestones', OwnMilestones);
