import { proposalCan } from '@portico/api/hiring/proposals/proposal.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { problemWords } from '../../api/problem.ts';
import { type Proposal, setArchived, setShortlisted } from '../../api/proposals.ts';
import { type Action, actionButton, actionItem } from '../../elements/action-button.ts';
import { avatar } from '../../elements/avatar.ts';
import { popoverMenu } from '../../elements/popover-menu.ts';
import { proposalStatus } from '../../elements/status.ts';
import { timeAgo } from '../../elements/time.ts';
import { icon } from '../../icons/icon.ts';
import {
  archive,
  archiveRestore,
  bookmark,
  calendar,
  ellipsis,
  signature,
  thumbsDown,
} from '../../icons/icons.generated.ts';
import { href, navigate } from '../../router.ts';
import { mayOpen } from '../../shell/session.ts';
import { toast } from '../../shell/toasts.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { declineOne } from './decline-proposals.ts';
import { openInterview } from './interview-dialog.ts';
import { bidWords } from './proposal-words.ts';

type Changed = (proposal: Proposal) => void;

export function proposalHead(proposal: Proposal, changed: Changed): TemplateResult {
  const { freelancer, state, submittedAt, closing } = proposal;
  return html`<header class="card pad stack close">
    <div class="row apart">
      <div class="person grow">
        ${avatar(freelancer.name, freelancer.photoUrl, 'medium')}
        <div>
          <h2><a class="quiet" href=${href(`/freelancers/${freelancer.id}`)}>${freelancer.name}</a></h2>
          <p class="muted">${freelancer.headline}</p>
        </div>
      </div>
      <strong class="money">${bidWords(proposal.bid)}</strong>
    </div>
    <p class="row">
      ${proposalStatus(state)}<span class="muted small">${t('proposal.sent')} ${timeAgo(submittedAt)}</span>
      ${proposal.isShortlisted ? html`<span class="tag info">${icon(bookmark)}${proposal.shortlistedBy ? t('proposal.shortlistedBy', { name: proposal.shortlistedBy.name }) : t('proposal.shortlisted')}</span>` : nothing}
      ${closing ? html`<span class="muted small">${[wordsFor('reason', closing.reason) ?? closing.reason, closing.text].filter(Boolean).join(': ')}</span>` : nothing}
    </p>
    ${mayOpen('hirer') ? html`<div class="actions no-print">${actions(proposal, changed)}</div>` : nothing}
  </header>`;
}

function actions(proposal: Proposal, changed: Changed): TemplateResult {
  const { isShortlisted, isArchived } = proposal;
  const offer: Action = {
    label: t('proposal.offer'),
    shape: signature,
    kind: 'primary',
    why: mayOpen('offerer') ? !proposalCan.offer(proposal) && t('proposal.whyOffer') : t('proposal.whyOfferRole'),
    run: () => void navigate(`/offers/new?${new URLSearchParams({ proposal: proposal.id })}`),
  };
  const interview: Action = {
    label: t('proposal.interview'),
    shape: calendar,
    why: !(proposalCan.reply(proposal) || proposal.state === 'active') && t('proposal.whyTalk'),
    run: () => openInterview(proposal, changed),
  };
  const more: Action[] = [
    {
      label: isArchived ? t('proposal.restore') : t('proposal.archive'),
      shape: isArchived ? archiveRestore : archive,
      run: () => void decide(setArchived(proposal.id, !isArchived), changed),
    },
    {
      label: t('proposal.decline'),
      shape: thumbsDown,
      kind: 'danger',
      why: !proposalCan.decline(proposal) && t('proposal.whyDecline'),
      run: () => declineOne(proposal, changed),
    },
  ];
  return html`${actionButton(offer)}
    <button class="button" type="button" aria-pressed=${String(isShortlisted)} @click=${() => void decide(setShortlisted(proposal.id, !isShortlisted), changed)}>
      ${icon(bookmark)}${isShortlisted ? t('proposal.shortlisted') : t('proposal.shortlist')}
    </button>
    ${actionButton(interview)}
    ${popoverMenu(
      'proposal-actions',
      html`${icon(ellipsis)}<span class="visually-hidden">${t('shell.moreActions')}</span>`,
      html`${more.map(actionItem)}`,
      'icon-only',
    )}`;
}

async function decide(deciding: Promise<Proposal>, changed: Changed): Promise<void> {
  try {
    changed(await deciding);
  } catch (problem) {
    toast(problemWords(problem));
  }
}
