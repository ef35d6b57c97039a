import { Task } from '@lit/task';
import { editableOfferStates } from '@portico/api/hiring/offers/offer.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { Autosave } from '../../api/autosave.ts';
import { changeOffer, getOffer, getTermsTemplates, type TermsTemplate } from '../../api/offers.ts';
import { confirmed } from '../../elements/dialog.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { savedLine } from '../../elements/saved-line.ts';
import { failed, loading, notice } from '../../elements/states.ts';
import { icon } from '../../icons/icon.ts';
import { arrowLeft, repeat } from '../../icons/icons.generated.ts';
import { guardLeaving, href, navigate } from '../../router.ts';
import { watch } from '../../shell/state.ts';
import { t } from '../../strings/strings.ts';
import { objectStyles } from '../../styles/object.ts';
import { offerFormStyles } from '../../styles/offer-form.ts';
import type { OfferDraft } from './offer-draft.ts';
import { datesSection, orderSection, paymentSection, termsSection, wordsSection } from './offer-sections.ts';
import { recipientOf } from './offer-words.ts';
import './send-offer.ts';

type Opened = { draft: OfferDraft; templates: readonly TermsTemplate[] };

/** The draft of an offer, or the answer to a counter-offer: one column, saved while it is written. */
class OfferEditorPage extends PortalElement {
  static override pageStyles = [objectStyles, offerFormStyles];
  static override properties = { offerId: { attribute: false } };
  declare offerId: string;
  #stopGuard = () => {};

  #open = new Task(this, {
    args: () => [this.offerId] as const,
    task: async ([id], { signal }): Promise<Opened> => {
      const [offer, templates] = await Promise.all([getOffer(id, signal), getTermsTemplates(signal)]);
      const draft: OfferDraft = new Autosave(offer, {
        read: () => getOffer(id),
        write: (change, ifMatch) => changeOffer(id, change, ifMatch),
        keepAs: `offer-draft ${id}`,
      });
      return { draft, templates };
    },
    onComplete: ({ draft }) => {
      watch(this, draft.kept, draft.changes, draft.status, draft.errors);
      this.#stopGuard();
      this.#stopGuard = guardLeaving(async () => {
        if (!draft.hasUnsaved || (await draft.flush())) return true;
        return confirmed({ title: t('offer.leaveTitle'), text: t('offer.leaveText'), confirm: t('offer.leave') });
      });
    },
  });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopGuard();
    void this.#open.value?.draft.flush();
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    const done = await super.getUpdateComplete();
    await this.#open.taskComplete.catch(() => {});
    return done;
  }

  protected override render() {
    return this.#open.render({
      pending: () => loading(10),
      error: (problem) => failed(problem, () => void this.#open.run()),
      complete: (opened) => this.#page(opened),
    });
  }

  #page({ draft, templates }: Opened): TemplateResult {
    const offer = draft.kept.get();
    if (!(editableOfferStates as readonly string[]).includes(offer.state)) {
      void navigate(`/offers/${offer.id}`, 'replace');
      return loading(4);
    }
    const name = recipientOf(offer);
    return html`<p class="back"><a class="quiet muted row" href=${href(`/offers/${offer.id}`)}>${icon(arrowLeft)}${t('offer.show')}</a></p>
      ${pageHead(t('offer.to', { name }), offer.jobPost ? html`<a class="quiet" href=${href(`/job-posts/${offer.jobPost.id}`)}>${offer.jobPost.title}</a>` : nothing)}
      <div class="offer-form stack">
        ${
          offer.state === 'countered'
            ? notice(
                'info',
                repeat,
                html`<p>${t('offer.counterHelp', { name })}</p><a class="button small" href=${href(`/offers/${offer.id}/versions`)}>${t('offer.showDifference')}</a>`,
              )
            : nothing
        }
        <div class="saved-place">
          ${savedLine(draft.status.get(), { retry: () => void draft.flush(), resolve: (keep) => void draft.resolve(keep) })}
        </div>
        ${wordsSection(draft)} ${paymentSection(draft)} ${datesSection(draft)} ${orderSection(draft)} ${termsSection(draft, templates)}
        <portal-send-offer .draft=${draft}></portal-send-offer>
      </div>`;
  }
}

define('portal-offer-editor-page', OfferEditorPage);
