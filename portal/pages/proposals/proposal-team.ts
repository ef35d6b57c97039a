import { Task } from '@lit/task';
import { proposalNoteMaxLength } from '@portico/api/hiring/proposals/proposal.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { problemWords } from '../../api/problem.ts';
import {
  addNote,
  deleteNote,
  getNotes,
  getRatings,
  type ProposalNote,
  type ProposalRatings,
  rateProposal,
} from '../../api/proposals.ts';
import { textArea } from '../../elements/field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { define } from '../../elements/portal-element.ts';
import { starRating, starsWords } from '../../elements/star-rating.ts';
import { failed, loading, notice } from '../../elements/states.ts';
import { submitButton } from '../../elements/submit-button.ts';
import { timeAgo } from '../../elements/time.ts';
import { lock } from '../../icons/icons.generated.ts';
import { mayOpen } from '../../shell/session.ts';
import { atOnce, toast } from '../../shell/toasts.ts';
import { t } from '../../strings/strings.ts';

/** Notes and ratings that the freelancer never sees. */
class ProposalTeam extends FormElement {
  static override properties = { ...FormElement.properties, proposalId: { attribute: false }, words: { state: true } };
  declare proposalId: string;
  declare words: string;

  #load = new Task(this, {
    args: () => [this.proposalId] as const,
    task: async ([id], { signal }) => {
      const [notes, ratings] = await Promise.all([getNotes(id, signal), getRatings(id, signal)]);
      return { notes, ratings };
    },
  });

  constructor() {
    super();
    this.words = '';
  }

  protected override render(): TemplateResult {
    const known = this.#load.value;
    return html`${notice('info', lock, html`<p>${t('proposal.teamOnly')}</p>`)}
      ${this.#load.render({
        pending: () => (known ? this.#parts(known) : html`<div class="card">${loading(4)}</div>`),
        error: (problem) => failed(problem, () => void this.#load.run()),
        complete: (answer) => this.#parts(answer),
      })}`;
  }

  #parts({ notes, ratings }: { notes: readonly ProposalNote[]; ratings: ProposalRatings }): TemplateResult {
    const own = ratings.items.find(({ isOwn }) => isOwn)?.stars ?? null;
    return html`<div class="stack close team-parts">
      <section class="card pad stack close">
        <h3>${t('proposal.ratings')}</h3>
        ${mayOpen('hirer') ? starRating(t('proposal.yourRating'), own, (stars) => void this.#rate(stars)) : nothing}
        ${ratings.items
          .filter(({ isOwn }) => !isOwn)
          .map(({ member, stars }) => html`<p>${member.name}: ${starsWords(stars)}</p>`)}
        ${ratings.items.length === 0 && !mayOpen('hirer') ? html`<p class="muted">${t('proposal.noRatings')}</p>` : nothing}
      </section>
      <section class="card">
        <header><h3>${t('proposal.notes')}</h3></header>
        ${notes.length === 0 ? html`<p class="pad muted">${t('proposal.noNotes')}</p>` : html`<ul class="rows">${notes.map((note) => this.#note(note))}</ul>`}
        ${mayOpen('hirer') ? this.#form() : nothing}
      </section>
    </div>`;
  }

  #note(note: ProposalNote): TemplateResult {
    const { author, text, createdAt, isOwn } = note;
    return html`<li>
      <div class="grow">
        <p class="prose">${text}</p>
        <p class="muted small">${author.name} · ${timeAgo(createdAt)}</p>
      </div>
      ${isOwn ? html`<button class="button plain small" type="button" @click=${() => void this.#remove(note)}>${t('shell.remove')}</button>` : nothing}
    </li>`;
  }

  #form(): TemplateResult {
    return html`<form class="pad stack close under" novalidate @submit=${this.#add}>
      ${this.problemNotice()}
      ${textArea({
        id: 'note',
        label: t('proposal.newNote'),
        value: this.words,
        rows: 2,
        maxlength: proposalNoteMaxLength,
        error: this.errors.text,
        onInput: (words) => {
          this.words = words;
        },
      })}
      <div>${submitButton(t('proposal.addNote'), this.isBusy, '')}</div>
    </form>`;
  }

  async #add(event: Event): Promise<void> {
    const words = this.words.trim();
    await this.submit(event, { text: !words && t('proposal.noteMissing') }, async () => {
      await addNote(this.proposalId, words);
      this.words = '';
      await this.#load.run();
    });
  }

  #remove({ id, text }: ProposalNote): Promise<void> {
    const shown = () => this.#load.run();
    return atOnce({
      work: () => deleteNote(this.proposalId, id).then(shown),
      said: t('proposal.noteDeleted'),
      undo: () => addNote(this.proposalId, text).then(shown),
    });
  }

  async #rate(stars: number | null): Promise<void> {
    try {
      await rateProposal(this.proposalId, stars);
      await this.#load.run();
      this.dispatchEvent(new CustomEvent('rated'));
    } catch (problem) {
      toast(problemWords(problem));
    }
  }
}

define('portal-proposal-team', ProposalTeam);
