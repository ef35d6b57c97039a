import { noteMaxLength, tagMaxLength } from '@portico/api/talent/talent-pools/pool.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { addTag, deleteNote, type PoolMemberDetail, removeTag, writeNote } from '../../api/pools.ts';
import { problemWords } from '../../api/problem.ts';
import { textArea } from '../../elements/field.ts';
import { money } from '../../elements/money-field.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { starsWords } from '../../elements/star-rating.ts';
import { timeAgo } from '../../elements/time.ts';
import { icon } from '../../icons/icon.ts';
import { plus, star, trash, x } from '../../icons/icons.generated.ts';
import { now } from '../../shell/now.ts';
import { me } from '../../shell/session.ts';
import { atOnce, toast } from '../../shell/toasts.ts';
import { formatDate, formatRelative } from '../../strings/format.ts';
import { t } from '../../strings/strings.ts';
import { openAgreeRate, openRate } from './kept-dialogs.ts';

const readersOnly = new Set(['viewer', 'auditor']);

/** Tags, rating, agreed rate and notes: the company's own, and never the freelancer's to read. */
class PoolKept extends PortalElement {
  static override properties = {
    member: { attribute: false },
    etag: { attribute: false },
    onChanged: { attribute: false },
    words: { state: true },
    tag: { state: true },
    isBusy: { state: true },
  };
  declare member: PoolMemberDetail;
  declare etag: string | undefined;
  declare onChanged: () => void;
  declare words: string;
  declare tag: string;
  declare isBusy: boolean;
  #key = crypto.randomUUID();

  constructor() {
    super();
    this.words = '';
    this.tag = '';
    this.isBusy = false;
  }

  get #mayWrite(): boolean {
    return me.get()?.roles.some((role) => !readersOnly.has(role)) ?? false;
  }

  protected override render(): TemplateResult {
    const internal = this.member.internal!;
    return html`<section class="card pad stack close">
        <div><h2>${t('poolMember.tags')}</h2></div>
        <div class="chips">
          ${internal.tags.map((word) => html`<span class="chip">${word}${this.#mayWrite ? html`<button type="button" aria-label=${t('poolMember.removeTag', { tag: word })} @click=${() => void this.#removeTag(word)}>${icon(x)}</button>` : nothing}</span>`)}
          ${internal.tags.length === 0 ? html`<span class="muted">${t('poolMember.noTags')}</span>` : nothing}
        </div>
        ${
          this.#mayWrite
            ? html`<form class="tag-form" @submit=${this.#addTag}>
                <input class="input" aria-label=${t('poolBoard.addTag')} placeholder=${t('poolBoard.addTag')} maxlength=${tagMaxLength} .value=${this.tag} @input=${this.#tagTyped} />
                <button class="button" type="submit">${icon(plus)}${t('poolBoard.addTag')}</button>
              </form>`
            : nothing
        }
        ${this.#rating()} ${this.#rate()}
      </section>
      ${this.#notes()}`;
  }

  #rating(): TemplateResult {
    const { rating } = this.member.internal!;
    return html`<div class="row">
      <div class="grow">
        <h3>${t('poolMember.rating')}</h3>
        ${
          rating
            ? html`<p><span class="nowrap" title=${starsWords(rating.stars)}>${icon(star)} ${starsWords(rating.stars)}</span></p><p>${rating.reason}</p>
                <p class="muted small">${t('poolMember.ratedBy', { name: rating.by.name, when: formatRelative(rating.at, now()) })}</p>`
            : html`<p class="muted">${t('poolMember.ratingNone')}</p>`
        }
      </div>
      ${this.#mayWrite ? html`<button class="button small" type="button" @click=${() => openRate(this.member, this.etag, this.onChanged)}>${t('poolMember.rateAction')}</button>` : nothing}
    </div>`;
  }

  #rate(): TemplateResult {
    const { agreedRate } = this.member.internal!;
    const dates = [agreedRate?.from, agreedRate?.to].map((day) => (day ? formatDate(day) : '…'));
    return html`<div class="row">
      <div class="grow">
        <h3>${t('poolMember.agreedRate')}</h3>
        ${
          agreedRate
            ? html`<p>${money(agreedRate.rate)} ${agreedRate.role ? html`· ${agreedRate.role}` : nothing}</p>
                <p class="muted small">${agreedRate.from || agreedRate.to ? dates.join(' – ') : nothing} ${agreedRate.isValid ? nothing : t('poolMember.rateEnded')}</p>`
            : html`<p class="muted">${t('poolMember.agreedNone')}</p>`
        }
      </div>
      ${this.member.pool.mayEdit ? html`<button class="button small" type="button" @click=${() => openAgreeRate(this.member, this.etag, this.onChanged)}>${t('poolMember.agree')}</button>` : nothing}
    </div>`;
  }

  #notes(): TemplateResult {
    return html`<section class="card pad stack close">
      <div><h2>${t('poolMember.notes')}</h2><p class="muted">${t('poolMember.notesLead')}</p></div>
      ${
        this.#mayWrite
          ? html`<form class="stack tight" @submit=${this.#write}>
              ${textArea({
                id: 'note',
                label: t('poolMember.noteNew'),
                rows: 3,
                maxlength: noteMaxLength,
                value: this.words,
                onInput: (words) => {
                  this.words = words;
                },
              })}
              <div><button class="button" type="submit" aria-disabled=${String(this.isBusy || !this.words.trim())}>${t('poolMember.noteSave')}</button></div>
            </form>`
          : nothing
      }
      <ul class="pool-notes plain-list">${this.member.notes.map(
        ({ id, text, author, createdAt, mayDelete }) => html`<li>
          <p>${text}</p>
          <div class="row"><span class="muted small grow">${author.name} · ${timeAgo(createdAt)}</span>
          ${mayDelete ? html`<button class="button plain small icon-only" type="button" aria-label=${t('poolMember.noteDelete')} @click=${() => void this.#removeNote(id, text)}>${icon(trash)}</button>` : nothing}</div>
        </li>`,
      )}</ul>
    </section>`;
  }

  #tagTyped(event: Event): void {
    this.tag = (event.target as HTMLInputElement).value;
  }

  async #addTag(event: Event): Promise<void> {
    event.preventDefault();
    const tag = this.tag.trim();
    if (tag && (await this.#do(() => addTag(this.member.pool.id, this.member.freelancerId, tag)))) this.tag = '';
  }

  async #write(event: Event): Promise<void> {
    event.preventDefault();
    const text = this.words.trim();
    if (!text || this.isBusy) return;
    this.isBusy = true;
    if (await this.#do(() => writeNote(this.member.pool.id, this.member.freelancerId, text, this.#key))) {
      this.words = '';
      this.#key = crypto.randomUUID();
    }
    this.isBusy = false;
  }

  #removeTag(tag: string): Promise<void> {
    const { pool, freelancerId } = this.member;
    return atOnce({
      work: () => removeTag(pool.id, freelancerId, tag).then(this.onChanged),
      said: t('poolMember.tagRemoved', { tag }),
      undo: () => addTag(pool.id, freelancerId, tag).then(this.onChanged),
    });
  }

  #removeNote(noteId: string, text: string): Promise<void> {
    const { pool, freelancerId } = this.member;
    const key = crypto.randomUUID();
    return atOnce({
      work: () => deleteNote(pool.id, freelancerId, noteId).then(this.onChanged),
      said: t('poolMember.noteDeleted'),
      undo: () => writeNote(pool.id, freelancerId, text, key).then(this.onChanged),
    });
  }

  /** @returns whether it was done */
  async #do(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      this.onChanged();
      return true;
    } catch (problem) {
      toast(problemWords(problem));
      return false;
    }
  }
}

define('portal-pool-kept', PoolKept);
