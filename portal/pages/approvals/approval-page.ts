import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import {
  type Approval,
  approvalTimeline,
  approve,
  cancelApproval,
  getApproval,
  reject,
  requestChanges,
} from '../../api/approvals.ts';
import { problemWords } from '../../api/problem.ts';
import { actionButton } from '../../elements/action-button.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { askReason } from '../../elements/reason-dialog.ts';
import { failed, loading, notice } from '../../elements/states.ts';
import { approvalStatus } from '../../elements/status.ts';
import { timeAgo } from '../../elements/time.ts';
import '../../elements/timeline.ts';
import { icon } from '../../icons/icon.ts';
import { arrowLeft, check, circleX, externalLink, lock, pencil, undo2 } from '../../icons/icons.generated.ts';
import { href } from '../../router.ts';
import { toast } from '../../shell/toasts.ts';
import { waitingApprovals } from '../../shell/waiting.ts';
import { formatMoney } from '../../strings/format.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { approvalStyles } from '../../styles/approval.ts';
import { objectStyles } from '../../styles/object.ts';
import { factWords, ruleWords, whyNotWords } from './approval-words.ts';

/** One screen with every fact; on a phone the decision stays under the thumb. */
class ApprovalPage extends PortalElement {
  static override pageStyles = [objectStyles, approvalStyles];
  static override properties = { approvalId: { attribute: false }, approval: { state: true }, isBusy: { state: true } };
  declare approvalId: string;
  declare approval: Approval | undefined;
  declare isBusy: boolean;

  #load = new Task(this, {
    args: () => [this.approvalId] as const,
    task: ([id], { signal }) => getApproval(id, signal),
    onComplete: (approval) => {
      this.approval = approval;
    },
  });

  protected override async getUpdateComplete(): Promise<boolean> {
    const done = await super.getUpdateComplete();
    await this.#load.taskComplete.catch(() => {});
    return done;
  }

  protected override render() {
    if (this.approval) return this.#page(this.approval);
    return this.#load.render({
      pending: () => loading(8),
      error: (problem) => failed(problem, () => void this.#load.run()),
    });
  }

  #page(approval: Approval): TemplateResult {
    return html`<p class="back"><a class="quiet muted row" href=${href('/approvals')}>${icon(arrowLeft)}${t('approvals.title')}</a></p>
      <header class="page-head object-head">
        <div>
          <p class="muted small">${wordsFor('approvalSubject', approval.subject.kind) ?? approval.subject.kind}</p>
          <h1 tabindex="-1">${approval.title}</h1>
          <p class="row">${approvalStatus(approval.state)}<span class="muted small">${t('approval.askedBy', { name: approval.requester.name })} ${timeAgo(approval.requestedAt)}</span></p>
        </div>
      </header>
      <div class="approval stack">
        ${approval.isOutdated ? notice('warning', pencil, html`<p>${t('approval.outdated')}</p>`) : nothing}
        <section class="card">
          ${approval.amount ? html`<p class="pad amount"><span class="muted">${t('offer.amount')}</span> <strong class="money">${formatMoney(approval.amount)}</strong></p>` : nothing}
          <dl class="facts number pad">
            ${approval.facts.map(({ label, value }) => html`<dt>${wordsFor('approvalFact', label) ?? label}</dt><dd>${factWords(value)}</dd>`)}
            <dt>${t('approval.why')}</dt><dd>${ruleWords(approval.rule)}</dd>
          </dl>
          <footer><a class="row tight-row" href=${href(approval.path)}>${icon(externalLink)}${t('approval.show')}</a></footer>
        </section>
        ${this.#decision(approval)}
        <section class="card pad stack close"><h2>${t('timeline.title')}</h2><portal-timeline .path=${approvalTimeline(approval.id)} .noun=${'approval'}></portal-timeline></section>
      </div>`;
  }

  #decision(approval: Approval): TemplateResult {
    if (approval.decidedBy || !['requested', 'stalled'].includes(approval.state))
      return html`<section class="card pad stack tight">
        <p>${approvalStatus(approval.state)} ${approval.decidedBy ? html`${t('timeline.by', { name: approval.decidedBy.name })}` : nothing} ${approval.decidedAt ? html`<span class="muted small">${timeAgo(approval.decidedAt)}</span>` : nothing}</p>
        ${approval.reason ? html`<p class="prose">${approval.reason}</p>` : nothing}
      </section>`;
    const why = approval.mayDecide ? undefined : (whyNotWords(approval) ?? t('approval.mayNot'));
    return html`${why ? notice('info', lock, html`<p>${why}</p>`) : nothing}
      <div class="decide no-print" role="group" aria-label=${t('approval.decide')}>
        ${actionButton({ label: t('approval.approve'), shape: check, kind: 'primary', why, run: () => void this.#approve(approval) })}
        ${actionButton({ label: t('approval.changes'), shape: pencil, why, run: () => this.#ask('changes', approval) })}
        ${actionButton({ label: t('approval.reject'), shape: circleX, kind: 'danger', why, run: () => this.#ask('reject', approval) })}
        ${approval.mayCancel ? actionButton({ label: t('approval.cancel'), shape: undo2, kind: 'plain', run: () => this.#cancel(approval) }) : nothing}
      </div>`;
  }

  /** Two taps: open, approve. What was read is what is approved: the hash goes back with it. */
  async #approve(approval: Approval): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    try {
      this.#decided(await approve(approval), t('approval.approved'));
    } catch (problem) {
      toast(problemWords(problem));
      await this.#load.run();
    } finally {
      this.isBusy = false;
    }
  }

  #ask(kind: 'changes' | 'reject', approval: Approval): void {
    const isReject = kind === 'reject';
    askReason(
      {
        title: isReject ? t('approval.rejectTitle') : t('approval.changesTitle'),
        text: isReject
          ? t('approval.rejectText', { name: approval.requester.name })
          : t('approval.changesText', { name: approval.requester.name }),
        confirm: isReject ? t('approval.reject') : t('approval.changes'),
        isRequired: true,
        isDangerous: isReject,
      },
      async ({ words }) =>
        isReject
          ? this.#decided(await reject(approval, words), t('approval.rejected'))
          : this.#decided(await requestChanges(approval, words), t('approval.changesAsked')),
    );
  }

  #cancel(approval: Approval): void {
    askReason(
      { title: t('approval.cancelTitle'), text: t('approval.cancelText'), confirm: t('approval.cancel') },
      async ({ words }) => this.#decided(await cancelApproval(approval, words), t('approval.cancelled')),
    );
  }

  #decided(approval: Approval, words: string): void {
    this.approval = approval;
    toast(words);
    void waitingApprovals.reload();
    void this.querySelector('portal-timeline')?.reload();
  }
}

define('portal-approval-page', ApprovalPage);
