import { Task } from '@lit/task';
import type { OwnProposal } from '@portico/api/hiring/proposals/own-schema.ts';
import type { Answer } from '@portico/api/hiring/proposals/parts-schema.ts';
import { type ProposalWithdrawReason, proposalWithdrawReasons } from '@portico/api/hiring/proposals/proposal.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import { getOwnProposal, ownProposalTimeline, withdrawProposal } from '../../api/own-work.ts';
import { actionButton } from '../../elements/action-button.ts';
import { backLink } from '../../elements/back-link.ts';
import { fileList } from '../../elements/file-list.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { askReason } from '../../elements/reason-dialog.ts';
import { richText } from '../../elements/rich-text.ts';
import { failed, loading, notice } from '../../elements/states.ts';
import { ownProposalStatus } from '../../elements/status.ts';
import { timeAgo } from '../../elements/time.ts';
import '../../elements/timeline.ts';
import { info, pencil, undo2 } from '../../icons/icons.generated.ts';
import { href } from '../../router.ts';
import { toast } from '../../shell/toasts.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { ownWorkStyles } from '../../styles/own-work.ts';
import { milestoneSums } from '../offer-parts/payment-view.ts';
import '../proposal-parts/proposal-thread.ts';
import { earningsView } from '../propose/bid-fields.ts';
import { openEditTerms } from './edit-terms-dialog.ts';

/** One own proposal: how it stands and what comes next, the talk with the client, what was sent. */
class OwnProposalPage extends PortalElement {
  static override pageStyles = [ownWorkStyles];
  static override properties = { proposalId: { attribute: false } };
  declare proposalId: string;
  #timeline = createRef<HTMLElementTagNameMap['portal-timeline']>();

  #load = new Task(this, {
    args: () => [this.proposalId] as const,
    task: ([proposalId], { signal }) => getOwnProposal(proposalId, signal),
  });

  protected override render(): TemplateResult {
    const known = this.#load.value;
    return html`${backLink('/my/proposals', t('ownProposals.title'))}
      ${this.#load.render({
        pending: () => (known ? this.#page(known.data, known.etag) : html`<div class="card">${loading(8)}</div>`),
        error: (problem) => failed(problem, () => void this.#load.run()),
        complete: ({ data, etag }) => this.#page(data, etag),
      })}`;
  }

  #page(proposal: OwnProposal, etag: string | undefined): TemplateResult {
    const { jobPost, client, state } = proposal;
    return html`${pageHead(jobPost.title, html`${client.name} · ${ownProposalStatus(state)}`, this.#actions(proposal, etag))}
      <div class="columns">
        <div class="stack">
          ${next(proposal)}
          <section class="stack tight">
            <h2>${t('thread.title')}</h2>
            <portal-proposal-thread .proposalId=${proposal.id} .state=${state} .side=${'freelancer'} .name=${client.name}></portal-proposal-thread>
          </section>
          <section class="card pad stack close">
            <h2>${t('propose.letter')}</h2>
            ${richText(proposal.coverLetter.content)} ${fileList(proposal.attachments)}
          </section>
          ${proposal.answers.length > 0 ? html`<section class="card pad stack close"><h2>${t('propose.questions')}</h2>${proposal.answers.map(answered)}</section>` : nothing}
        </div>
        <aside class="stack">
          ${terms(proposal)}
          <section class="card pad stack close">
            <h2>${t('timeline.title')}</h2>
            <portal-timeline ${ref(this.#timeline)} .noun=${'proposal'} .path=${ownProposalTimeline(proposal.id)}></portal-timeline>
          </section>
        </aside>
      </div>`;
  }

  #actions(proposal: OwnProposal, etag: string | undefined): TemplateResult {
    return html`<a class="button" href=${href(`/jobs/${proposal.jobPost.id}`)}>${t('ownProposals.seeJob')}</a>
      ${
        proposal.mayEditTerms
          ? actionButton({
              label: t('ownProposals.edit'),
              shape: pencil,
              run: () => openEditTerms(proposal, etag, () => this.#changed(t('ownProposals.edited'))),
            })
          : nothing
      }
      ${
        proposal.mayWithdraw
          ? actionButton({ label: t('ownProposals.withdraw'), shape: undo2, run: () => this.#withdraw(proposal) })
          : nothing
      }`;
  }

  #withdraw({ id }: OwnProposal): void {
    askReason(
      {
        title: t('ownProposals.withdrawTitle'),
        text: t('ownProposals.withdrawText'),
        confirm: t('ownProposals.withdraw'),
        choices: proposalWithdrawReasons.map((value) => ({ value, label: wordsFor('withdrawReason', value) ?? value })),
        isDangerous: true,
      },
      async ({ choice, words }) => {
        await withdrawProposal(id, choice as ProposalWithdrawReason, words);
        this.#changed(t('ownProposals.withdrawn'));
      },
    );
  }

  #changed(words: string): void {
    toast(words);
    void this.#load.run();
    void this.#timeline.value?.reload();
  }
}

function unanswered(isOpened: boolean, isPaid: boolean): string {
  if (isOpened) return t('ownProposals.nextOpened');
  return isPaid ? t('ownProposals.next.submitted') : t('ownProposals.nextUnopened');
}

/** Where it stands, in a sentence. */
function next({ state, viewedAt, closing, connects }: OwnProposal): TemplateResult {
  const words =
    state === 'submitted'
      ? unanswered(viewedAt !== null, connects.spent > 0)
      : (wordsFor('ownProposals.next', state) ?? '');
  const why = closing
    ? html`<p>${wordsFor('reason', closing.reason) ?? wordsFor('withdrawReason', closing.reason) ?? closing.reason}</p>${closing.text ? html`<blockquote>${closing.text}</blockquote>` : nothing}`
    : nothing;
  return notice(
    'info',
    info,
    html`<p>${words}</p>${state === 'offered' ? html`<a class="button small primary" href=${href('/my/offers')}>${t('ownOffers.title')}</a>` : nothing}${why}`,
  );
}

const terms = ({
  bid,
  earnings,
  connects,
  boost,
  submittedAt,
  viewedAt,
  termsChangedAt,
}: OwnProposal): TemplateResult =>
  html`<section class="card pad stack close">
    <h2>${t('propose.bid')}</h2>
    ${
      bid.kind === 'milestones'
        ? html`${milestoneSums(bid.milestones, bid.total)} ${earningsView({ fee: earnings.fee, net: earnings.net, isHourly: false })}`
        : earningsView({ ...earnings, isHourly: earnings.per === 'hour' })
    }
    <dl class="facts number">
      <dt>${t('ownProposals.sent')}</dt><dd>${timeAgo(submittedAt)}</dd>
      ${termsChangedAt ? html`<dt>${t('ownProposals.changedAt')}</dt><dd>${timeAgo(termsChangedAt)}</dd>` : nothing}
      <dt>${t('ownProposals.opened')}</dt><dd>${viewedAt ? timeAgo(viewedAt) : t('ownProposals.unopened')}</dd>
      <dt>${t('connects.title')}</dt><dd>${connects.spent > 0 ? t('connects.count', { n: connects.spent }) : t('propose.free')}${connects.returned ? html` · ${t('ownProposals.returned')}` : nothing}${connects.boostBid > 0 ? html`<div class="muted small">${t('ownProposals.boost', { n: connects.boostBid })}${boost?.place ? html`. ${t('ownProposals.place', { n: boost.place })}` : nothing}</div>` : nothing}</dd>
    </dl>
  </section>`;

const answered = ({ question, value, file }: Answer): TemplateResult =>
  html`<div>
    <p class="strong">${question}</p>
    ${file ? fileList([file]) : html`<p class="prose">${value === true ? t('propose.yes') : value === false ? t('propose.no') : (value ?? t('propose.noAnswer'))}</p>`}
  </div>`;

define('portal-own-proposal-page', OwnProposalPage);
