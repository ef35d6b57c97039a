import type { OwnProposal } from '@portico/api/hiring/proposals/own-schema.ts';
import { html, type TemplateResult } from 'lit';
import { editTerms } from '../../api/own-work.ts';
import { DialogForm, openDialog } from '../../elements/dialog.ts';
import { FormElement } from '../../elements/form-element.ts';
import { define } from '../../elements/portal-element.ts';
import { t } from '../../strings/strings.ts';
import { type BidDraft, bidOf, draftOfBid, grossOf } from '../propose/bid-draft.ts';
import { bidFields } from '../propose/bid-fields.ts';

class EditTermsDialog extends DialogForm {
  static override properties = { ...FormElement.properties, draft: { state: true } };
  protected heading = t('ownProposals.editTitle');
  protected submitLabel = t('ownProposals.editSend');
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

  protected fields(): TemplateResult {
    const currency = grossOf(draftOfBid(this.#proposal.bid))?.currency ?? 'USD';
    return html`<p class="muted">${t('ownProposals.editText')}</p>
      ${bidFields({
        draft: this.draft,
        kinds: this.#proposal.bid.kind === 'hourly' ? ['hourly'] : ['fixed', 'milestones'],
        currency,
        errors: this.errors,
        onChange: (draft) => {
          this.draft = draft;
        },
      })}`;
  }

  protected send(event: Event): Promise<boolean> {
    const bid = bidOf(this.draft);
    const figure = this.draft.kind === 'hourly' ? 'bid/rate' : 'bid/total';
    return this.submit(event, { [figure]: !bid && t('propose.figureMissing') }, async () => {
      await editTerms(this.#proposal.id, bid!, this.#etag);
      this.#onChanged();
    });
  }
}

define('portal-edit-terms-dialog', EditTermsDialog);

export const openEditTerms = (proposal: OwnProposal, etag: string | undefined, onChanged: () => void): void => {
  openDialog(new EditTermsDialog(proposal, etag, onChanged));
};
