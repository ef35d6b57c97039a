import { Task } from '@lit/task';
import { html, type nothing, type TemplateResult } from 'lit';
import { getProposal, type Proposal, proposalTimeline } from '../../api/proposals.ts';
import { countTabs } from '../../elements/count-tabs.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import '../../elements/timeline.ts';
import { t } from '../../strings/strings.ts';
import { fileStyles } from '../../styles/files.ts';
import { objectStyles } from '../../styles/object.ts';
import '../proposal-parts/proposal-thread.ts';
import { proposalContent } from './proposal-content.ts';
import { proposalHead } from './proposal-head.ts';
import './proposal-team.ts';

export type ProposalPart = 'proposal' | 'messages' | 'team' | 'timeline';

/** One proposal with all that a decision takes; tells the page around it what changed. */
export class ProposalView extends PortalElement {
  static override pageStyles = [objectStyles, fileStyles];
  static override properties = {
    proposalId: { attribute: false },
    tab: { attribute: false },
    proposal: { state: true },
  };
  declare proposalId: string;
  declare tab: ProposalPart;
  declare proposal: Proposal | undefined;

  #load = new Task(this, {
    args: () => [this.proposalId] as const,
    task: ([id], { signal }) => getProposal(id, signal),
    onComplete: (proposal) => this.#changed(proposal),
  });

  constructor() {
    super();
    this.tab = 'proposal';
  }

  /** Somebody around changed it. */
  take(proposal: Proposal): void {
    this.proposal = proposal;
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    const done = await super.getUpdateComplete();
    await this.#load.taskComplete.catch(() => {});
    return done;
  }

  protected override render(): TemplateResult {
    // The one before stays until the next is there: nothing jumps while a queue is walked.
    const { proposal } = this;
    return html`${this.#load.render({
      pending: () => (proposal ? this.#whole(proposal) : html`<div class="card">${loading(8)}</div>`),
      error: (problem) => failed(problem, () => void this.#load.run()),
      complete: (answer) => this.#whole(proposal ?? answer),
    })}`;
  }

  #whole(proposal: Proposal): TemplateResult {
    const changed = (next: Proposal) => this.#changed(next);
    return html`<div class="stack close">
      ${proposalHead(proposal, changed)}
      ${countTabs<ProposalPart>(
        proposal.freelancer.name,
        this.tab,
        [
          { value: 'proposal', label: t('proposal.title') },
          { value: 'messages', label: t('proposal.messages'), n: proposal.messageCount || undefined },
          { value: 'team', label: t('proposal.team'), n: proposal.noteCount || undefined },
          { value: 'timeline', label: t('timeline.title') },
        ],
        (part) => {
          this.tab = part;
        },
      )}
      ${this.#tab(proposal)}
    </div>`;
  }

  #tab(proposal: Proposal): TemplateResult | typeof nothing {
    switch (this.tab) {
      case 'proposal':
        return proposalContent(proposal);
      case 'messages':
        return html`<portal-proposal-thread
          .proposalId=${proposal.id}
          .state=${proposal.state}
          .side=${'client'}
          .name=${proposal.freelancer.name}
          @written=${() => void this.#load.run()}
        ></portal-proposal-thread>`;
      case 'team':
        return html`<portal-proposal-team .proposalId=${proposal.id} @rated=${() => void this.#load.run()}></portal-proposal-team>`;
      case 'timeline':
        return html`<div class="card pad"><portal-timeline .path=${proposalTimeline(proposal.id)} .noun=${'proposal'}></portal-timeline></div>`;
    }
  }

  #changed(proposal: Proposal): void {
    this.proposal = proposal;
    this.dispatchEvent(new CustomEvent('proposal-changed', { detail: proposal }));
  }
}

define('portal-proposal-view', ProposalView);

declare global {
  interface HTMLElementTagNameMap {
    'portal-proposal-view': ProposalView;
  }
}
