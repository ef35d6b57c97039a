import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import {
  type Amendment,
  type AmendmentList,
  type ContractStatus,
  declineAmendment,
  getAmendments,
  getSigned,
  withdrawAmendment,
} from '../../api/contract-status.ts';
import { offerDocument } from '../../api/offers.ts';
import { ownOfferDocument } from '../../api/own-work.ts';
import { actionButton } from '../../elements/action-button.ts';
import { confirmThen } from '../../elements/dialog.ts';
import { fingerprint } from '../../elements/fingerprint.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { askReason } from '../../elements/reason-dialog.ts';
import { richText } from '../../elements/rich-text.ts';
import { failed, loading } from '../../elements/states.ts';
import { amendmentStatus } from '../../elements/status.ts';
import { icon } from '../../icons/icon.ts';
import { download, signature, undo2, x } from '../../icons/icons.generated.ts';
import { href } from '../../router.ts';
import { toast } from '../../shell/toasts.ts';
import { formatDate, formatInstant } from '../../strings/format.ts';
import { t } from '../../strings/strings.ts';
import { differencesView } from '../offer-parts/differences-view.ts';
import '../offer-parts/statements-of-work.ts';
import { termsFacts } from '../offer-parts/terms-view.ts';
import { openSignAmendment } from './sign-amendment-dialog.ts';

type Signed = Awaited<ReturnType<typeof getSigned>>;

/** The terms in force, what is proposed instead, and every version before. */
class ContractTerms extends PortalElement {
  static override properties = { status: { attribute: false }, onChanged: { attribute: false } };
  declare status: ContractStatus;
  declare onChanged: () => void;

  #load = new Task(this, {
    args: () => [this.status.id, this.status.revision] as const,
    task: async ([id], { signal }) => {
      const { side } = this.status;
      const [signed, list] = await Promise.all([getSigned(side, id, signal), getAmendments(side, id, signal)]);
      return { signed, list };
    },
  });

  protected override render(): TemplateResult {
    const known = this.#load.value;
    return html`${this.#load.render({
      pending: () => (known ? this.#view(known.signed, known.list) : html`<div class="card">${loading(8)}</div>`),
      error: (problem) => failed(problem, () => void this.#load.run()),
      complete: ({ signed, list }) => this.#view(signed, list),
    })}`;
  }

  #view(signed: Signed, { items, versions }: AmendmentList): TemplateResult {
    const open = items.filter(({ state }) =>
      ['pendingApproval', 'proposed', 'pendingSignature', 'agreed'].includes(state),
    );
    const earlier = items.filter((item) => !open.includes(item));
    return html`<div class="stack">
      ${open.map((amendment) => this.#open(amendment))}
      <section class="card pad stack close">
        <h2>${t('room.termsInForce')}</h2>
        ${termsFacts({ ...signed.terms, startsOn: signed.startsOn })}
        ${richText(signed.content)}
        <h3>${t('room.signatures')}</h3>
        <dl class="facts">
          <dt>${t('room.client')}</dt><dd>${signed.signedByClient}</dd>
          <dt>${t('room.freelancer')}</dt><dd>${signed.signedByFreelancer}</dd>
        </dl>
        <p><a class="button" href=${href(documentOf(this.status.side, signed.offerId))} download>${icon(download)}${t('offer.signedDocument')}</a></p>
        <p>${fingerprint(signed.termsHash, t('offer.hash'))}</p>
      </section>
      ${
        this.status.side === 'client'
          ? html`<portal-statements-of-work .kind=${'contract'} .subjectId=${this.status.id}></portal-statements-of-work>`
          : nothing
      }
      ${
        versions.length > 1
          ? html`<section class="card">
              <header><h2>${t('room.versions')}</h2></header>
              <ol class="rows">
                ${versions.map(
                  ({ version, effectiveFrom, isInForce, termsHash }) => html`<li>
                    <div class="grow">
                      <span class=${isInForce ? 'strong' : ''}>${isInForce ? t('room.versionInForce', { n: version }) : effectiveFrom ? t('room.versionFrom', { n: version, date: formatDate(effectiveFrom) }) : t('room.version', { n: version })}</span>
                      <div class="muted small hash">${termsHash}</div>
                    </div>
                  </li>`,
                )}
              </ol>
            </section>`
          : nothing
      }
      ${
        earlier.length > 0
          ? html`<section class="card">
              <header><h2>${t('amend.earlier')}</h2></header>
              <ul class="rows">${earlier.map((amendment) => this.#earlier(amendment))}</ul>
            </section>`
          : nothing
      }
    </div>`;
  }

  #open(amendment: Amendment): TemplateResult {
    const { state, proposedBy, message, differences, takesEffect, effectiveFrom, mayAnswer, mayWithdraw } = amendment;
    const { side, other } = this.status;
    return html`<section class="card pad stack close">
      <h2>${proposedBy === side ? t('amend.byYou') : t('amend.byOther', { name: other.name })}</h2>
      <p class="row">${amendmentStatus(state)}<span class="muted">${effectiveFrom ? t('amend.from', { date: formatDate(effectiveFrom) }) : takesEffect === 'nextWeek' ? t('amend.nextWeek') : t('amend.atOnce')}</span></p>
      ${message ? html`<p class="prose">${message}</p>` : nothing} ${differencesView(differences)} ${signatures(amendment)}
      ${
        mayAnswer || mayWithdraw
          ? html`<div class="actions">
              ${mayAnswer ? actionButton({ label: t('amend.signNow'), shape: signature, kind: 'primary', run: () => openSignAmendment(side, amendment, this.onChanged) }) : nothing}
              ${mayAnswer ? actionButton({ label: t('amend.decline'), shape: x, run: () => this.#decline(amendment) }) : nothing}
              ${mayWithdraw ? actionButton({ label: t('amend.withdraw'), shape: undo2, run: () => this.#withdraw(amendment) }) : nothing}
            </div>`
          : nothing
      }
    </section>`;
  }

  #earlier({ state, proposedBy, updatedAt, endReason, differences }: Amendment): TemplateResult {
    const { side, other } = this.status;
    return html`<li>
      <details class="grow">
        <summary>
          ${proposedBy === side ? t('amend.byYou') : t('amend.byOther', { name: other.name })}
          <span class="muted small">${formatInstant(updatedAt)}</span>
        </summary>
        ${endReason ? html`<p class="prose">${endReason}</p>` : nothing} ${differencesView(differences)}
      </details>
      ${amendmentStatus(state)}
    </li>`;
  }

  #decline({ id }: Amendment): void {
    askReason(
      { title: t('amend.declineTitle'), text: t('amend.declineText'), confirm: t('amend.decline'), isRequired: true },
      async ({ words }) => {
        await declineAmendment(this.status.side, id, words);
        toast(t('amend.declined'));
        this.onChanged();
      },
    );
  }

  #withdraw({ id }: Amendment): void {
    confirmThen(
      { title: t('amend.withdrawTitle'), text: t('amend.withdrawText'), confirm: t('amend.withdrawNow') },
      async () => {
        await withdrawAmendment(this.status.side, id);
        toast(t('amend.withdrawn'));
        this.onChanged();
      },
    );
  }
}

const documentOf = (side: ContractStatus['side'], offerId: string) =>
  side === 'client' ? offerDocument(offerId) : ownOfferDocument(offerId);

const signatures = ({ signatures: signed }: Amendment) =>
  html`<dl class="facts">
    ${signed.map(
      ({ side, typedName, signedAt }) =>
        html`<dt>${side === 'client' ? t('room.client') : t('room.freelancer')}</dt><dd>${typedName} <span class="muted small">${formatInstant(signedAt)}</span></dd>`,
    )}
  </dl>`;

define('portal-contract-terms', ContractTerms);
