import { Task } from '@lit/task';
import type { OwnProposal } from '@portico/api/hiring/proposals/own-schema.ts';
import type { FeeSchedule } from '@portico/api/money/fees/fee.ts';
import { html, type TemplateResult } from 'lit';
import { editTerms, getProposalTerms } from '../../api/own-work.ts';
import { DialogForm, openDialog } from '../../elements/dialog.ts';
import { FormElement } from '../../elements/form-element.ts';
import { define } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { t } from '../../strings/strings.ts';
import { type BidDraft, bidOf, draftOfBid } from '../propose/bid-draft.ts';
import { bidFields, earningsLines } from '../propose/bid-fields.ts';
import { bidProblems } from '../propose/bid-problems.ts';

/** Other terms than were sent, with what is left of them before they are. */
class EditTermsDialog extends DialogForm {
  static override properties = { ...FormElement.properties, draft: { state: true } };
  protected heading = t('ownProposals.editTitle');
  protected submitLabel = t('ownProposals.editSend');
  protected override readonly isWide = true;
  declare draft: BidDraft;
  readonly #proposal: OwnProposal;
  readonly #etag: string | undefined;
  readonly #onChanged: () => void;

  constructor(proposal: OwnProposal, etag: string | undefined, onChanged: () => void) {
    super();
    this.#proposal = proposal;
    this.#etag = etag;
    this.#onChanged = onChanged;
    this.draft = draftOfBid(proposal.bid);
  }

  #terms = new Task(this, {
    args: () => [],
    task: (_, { signal }) => getProposalTerms(this.#proposal.jobPost.id, signal),
  });

  protected fields(): TemplateResult {
    return html`<p class="muted">${t('ownProposals.editText')}</p>
      ${bidFields({
        draft: this.draft,
        kinds: this.#proposal.bid.kind === 'hourly' ? ['hourly'] : ['fixed', 'milestones'],
        errors: this.errors,
        onChange: (draft) => {
          this.draft = draft;
        },
      })}
      ${this.#terms.render({
        pending: () => loading(3),
        error: (problem) => failed(problem, () => void this.#terms.run()),
        complete: ({ feeSchedule }) => earningsLines(this.draft, feeSchedule as FeeSchedule),
      })}`;
  }

  protected send(event: Event): Promise<boolean> {
    return this.submit(event, bidProblems(this.draft, this.#terms.value?.limits), async () => {
      await editTerms(this.#proposal.id, bidOf(this.draft)!, this.#etag);
      this.#onChanged();
    });
  }
}

define('portal-edit-terms-dialog', EditTermsDialog);

export const openEditTerms = (proposal: OwnProposal, etag: string | undefined, onChanged: () => void): void => {
  openDialog(new EditTermsDialog(proposal, etag, onChanged));
};
