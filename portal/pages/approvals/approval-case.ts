import { Task } from '@lit/task';
import { movesMoney } from '@portico/api/procurement/approvals/approval-policy.ts';
import { html, nothing, type TemplateResult } from 'lit';
import {
  type Approval,
  approvalTimeline,
  approve,
  cancelApproval,
  getApproval,
  type LinkState,
  readLink,
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
import {
  check,
  circleX,
  externalLink,
  info,
  lock,
  mail,
  pencil,
  triangleAlert,
  undo2,
} from '../../icons/icons.generated.ts';
import { href } from '../../router.ts';
import { toast } from '../../shell/toasts.ts';
import { waitingApprovals } from '../../shell/waiting.ts';
import { formatMoney } from '../../strings/format.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { approvalStyles } from '../../styles/approval.ts';
import { objectStyles } from '../../styles/object.ts';
import { approvalSteps } from './approval-steps.ts';
import { afterYesWords, factWords, ruleWords, signalWords, whyNotWords } from './approval-words.ts';

/** One request with everything it takes to decide: on a page, or beside the queue. Says `decided` when it was. */
class ApprovalCase extends PortalElement {
  static override pageStyles = [objectStyles, approvalStyles];
  static override properties = {
    approvalId: { attribute: false },
    link: { attribute: false },
    isBeside: { attribute: false },
    approval: { state: true },
    linkState: { state: true },
    isBusy: { state: true },
  };
  declare approvalId: string;
  /** Of the mail that led here. */
  declare link: string | undefined;
  /** Beside the queue, whose page has a heading already. */
  declare isBeside: boolean | undefined;
  declare approval: Approval | undefined;
  declare linkState: LinkState | undefined;
  declare isBusy: boolean;

  #load = new Task(this, {
    args: () => [this.approvalId, this.link] as const,
    task: async ([id, link], { signal }) => {
      const [approval, state] = await Promise.all([
        getApproval(id, signal),
        link ? readLink(id, link, signal).then((read) => read.state) : undefined,
      ]);
      return { approval, state };
    },
    onComplete: ({ approval, state }) => {
      this.approval = approval;
      this.linkState = state;
    },
  });

  protected override async getUpdateComplete(): Promise<boolean> {
    const done = await super.getUpdateComplete();
    await this.#load.taskComplete.catch(() => {});
    return done;
  }

  protected override render() {
    // Another one's facts must not stand over these buttons.
    if (this.approval?.id === this.approvalId) return this.#case(this.approval);
    return this.#load.render({
      pending: () => loading(8),
      error: (problem) => failed(problem, () => void this.#load.run()),
    });
  }

  #case(approval: Approval): TemplateResult {
    const { title, amount, requester, requestedAt, path } = approval;
    return html`<header class="object-head">
        <p class="muted small">${wordsFor('approvalSubject', approval.subject.kind) ?? approval.subject.kind}</p>
        ${this.isBeside ? html`<h2>${title}</h2>` : html`<h1 tabindex="-1">${title}</h1>`}
        <p class="row">${approvalStatus(approval.state)}<span class="muted small">${t('approval.askedBy', { name: requester.name })} ${timeAgo(requestedAt)}</span></p>
      </header>
      <div class="approval stack">
        ${this.#linkNotice()} ${approval.isOutdated ? notice('warning', pencil, html`<p>${t('approval.outdated')}</p>`) : nothing}
        <section class="card">
          ${amount ? html`<p class="pad amount"><span class="muted">${t('offer.amount')}</span> <strong class="money">${formatMoney(amount)}</strong></p>` : nothing}
          ${signals(approval)}
          <dl class="facts number pad">
            ${approval.facts.filter(isSaid).map(({ label, value }) => html`<dt>${wordsFor('approvalFact', label) ?? label}</dt><dd>${factWords(value)}</dd>`)}
            <dt>${t('approval.why')}</dt><dd>${ruleWords(approval.rule)}</dd>
          </dl>
          <footer><a class="row tight-row" href=${href(path)}>${icon(externalLink)}${t('approval.show')}</a></footer>
        </section>
        ${this.#decision(approval)} ${approvalSteps(approval)}
        <section class="card pad stack close"><h2>${t('timeline.title')}</h2><portal-timeline .path=${approvalTimeline(approval.id)} .noun=${'approval'}></portal-timeline></section>
      </div>`;
  }

  #linkNotice(): TemplateResult | typeof nothing {
    if (!this.linkState || !this.approval) return nothing;
    if (this.linkState === 'valid')
      return this.approval.mayDecide ? notice('info', mail, html`<p>${t('approvalCase.fromMail')}</p>`) : nothing;
    return notice('warning', triangleAlert, html`<p>${wordsFor('approvalLink', this.linkState)}</p>`);
  }

  #decision(approval: Approval): TemplateResult {
    if (!['requested', 'stalled'].includes(approval.state)) return decided(approval);
    const why = approval.mayDecide ? undefined : (whyNotWords(approval) ?? t('approval.mayNot'));
    return html`${why ? notice('info', lock, html`<p>${why}</p>`) : html`<p class="small after-yes">${icon(info)}<span>${afterYesWords(approval)}</span></p>`}
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
      const link = this.linkState === 'valid' ? this.link : undefined;
      const after = await approve(approval, link);
      this.#decided(after, after.state === 'approved' ? t('approval.approved') : t('approvalCase.stepSaid'));
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
        text: t(whatFollows(kind, approval), { name: approval.requester.name }),
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
    this.linkState = undefined;
    toast(words);
    void waitingApprovals.reload();
    void this.querySelector('portal-timeline')?.reload();
    this.dispatchEvent(new CustomEvent('decided', { detail: approval }));
  }
}

/** A payment has no draft to go back to. */
function whatFollows(kind: 'changes' | 'reject', { subject }: Approval) {
  if (movesMoney(subject.kind)) return `approval.${kind}PaymentText` as const;
  return `approval.${kind}Text` as const;
}

/** On a phone every line that says nothing pushes one that does out of sight. */
function isSaid({ value }: Approval['facts'][number]): boolean {
  return value !== '' && value !== '–';
}

function signals({ signals }: Approval): TemplateResult | typeof nothing {
  if (signals.length === 0) return nothing;
  return html`<ul class="signals pad">${signals.map((signal) => html`<li class="row tight-row">${icon(triangleAlert)}<span>${signalWords(signal)}</span></li>`)}</ul>`;
}

function decided(approval: Approval): TemplateResult {
  const { decidedBy, decidedFor, decidedAt, reason, outcome } = approval;
  const by =
    decidedBy &&
    (decidedFor ? t('approvalStep.byFor', { name: decidedBy.name, for: decidedFor.name }) : decidedBy.name);
  return html`<section class="card pad stack tight">
      <p>${approvalStatus(approval.state)} ${by ? t('timeline.by', { name: by }) : nothing} ${decidedAt ? html`<span class="muted small">${timeAgo(decidedAt)}</span>` : nothing}</p>
      ${reason ? html`<p class="prose">${reason}</p>` : nothing}
    </section>
    ${outcome?.state === 'failed' ? notice('danger', circleX, html`<p>${t('approvalCase.failed', { reason: outcome.reason ?? '–' })}</p>`) : nothing}
    ${outcome?.state === 'done' ? notice('success', check, html`<p>${t('approvalCase.done')}</p>`) : nothing}
    ${outcome?.state === 'underWay' ? notice('info', info, html`<p>${t('approvalCase.underWay')}</p>`) : nothing}`;
}

define('portal-approval-case', ApprovalCase);

declare global {
  interface HTMLElementTagNameMap {
    'portal-approval-case': ApprovalCase;
  }
}
