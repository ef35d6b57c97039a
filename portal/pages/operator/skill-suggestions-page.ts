import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { problemWords } from '../../api/problem.ts';
import { acceptSkill, getSkillSuggestions, rejectSkill, type SkillSuggestion } from '../../api/skills.ts';
import { noneFit, nothingYet } from '../../elements/empty-state.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { segments } from '../../elements/segments.ts';
import { failed, loading } from '../../elements/states.ts';
import { sparkles } from '../../icons/icons.generated.ts';
import { currentQuery, replaceQuery } from '../../router.ts';
import { toast } from '../../shell/toasts.ts';
import { formatPercent } from '../../strings/format.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { settingsStyles } from '../../styles/settings.ts';
import { openPlaceSkill } from './place-skill-dialog.ts';

type State = SkillSuggestion['state'];
const states: readonly State[] = ['proposed', 'accepted', 'rejected'];

class SkillSuggestionsPage extends PortalElement {
  static override pageStyles = [settingsStyles];
  static override properties = { shown: { state: true }, items: { state: true }, nextCursor: { state: true } };
  declare shown: State;
  declare items: readonly SkillSuggestion[];
  declare nextCursor: string | null;

  #load = new Task(this, {
    args: () => [this.shown] as const,
    task: ([state], { signal }) => getSkillSuggestions({ state }, signal),
    onComplete: ({ items, nextCursor }) => {
      this.items = items;
      this.nextCursor = nextCursor;
    },
  });

  constructor() {
    super();
    const asked = currentQuery().get('state');
    this.shown = states.find((state) => state === asked) ?? 'proposed';
    this.items = [];
    this.nextCursor = null;
  }

  protected override render(): TemplateResult {
    return html`${pageHead(t('suggestions.title'), t('suggestions.lead'))}
      <div class="stack close">
        <div>
          ${segments<State>(
            t('jobs.state'),
            this.shown,
            states.map((value) => ({ value, label: wordsFor('suggestions', value) ?? value })),
            (state) => this.#show(state),
          )}
        </div>
        <div class="card">
          ${this.#load.render({
            pending: () => loading(8),
            error: (problem) => failed(problem, () => void this.#load.run()),
            complete: () =>
              this.items.length > 0
                ? this.#table()
                : this.shown === 'proposed'
                  ? nothingYet({
                      shape: sparkles,
                      title: t('suggestions.emptyTitle'),
                      text: t('suggestions.emptyText'),
                      next: 'itself',
                    })
                  : noneFit(
                      sparkles,
                      t('suggestions.noneFit'),
                      t('suggestions.noneFitText'),
                      () => this.#show('proposed'),
                      t('suggestions.showProposed'),
                    ),
          })}
        </div>
      </div>`;
  }

  #show(state: State): void {
    this.shown = state;
    replaceQuery(new URLSearchParams(state === 'proposed' ? {} : { state }));
  }

  #table(): TemplateResult {
    return html`<table class="table cards">
        <thead>
          <tr>
            <th scope="col">${t('suggestions.name')}</th>
            <th scope="col" class="end">${t('suggestions.posts')}</th>
            <th scope="col">${t('suggestions.why')}</th>
            <th scope="col" class="end">${t('suggestions.confidence')}</th>
            <th scope="col"><span class="visually-hidden">${t('shell.moreActions')}</span></th>
          </tr>
        </thead>
        <tbody>
          ${repeat(
            this.items,
            ({ id }) => id,
            (suggestion) => this.#row(suggestion),
          )}
        </tbody>
      </table>
      ${this.nextCursor ? html`<footer><button class="button small" type="button" @click=${() => void this.#more()}>${t('shell.more')}</button></footer>` : nothing}`;
  }

  #row(suggestion: SkillSuggestion): TemplateResult {
    const { name, kind, posts, reason, confidence, state, skillIds } = suggestion;
    return html`<tr>
      <td>
        <strong>${name}</strong>
        <div class="muted small">${kind === 'alias' ? t('suggestions.alias', { skill: skillIds[0] ?? '' }) : t('suggestions.new')}</div>
      </td>
      <td class="end" data-label=${t('suggestions.posts')}>${posts}</td>
      <td class="muted small">${reason}</td>
      <td class="end" data-label=${t('suggestions.confidence')}>${formatPercent(confidence * 100)}</td>
      <td class="end">
        ${
          state === 'proposed'
            ? html`<div class="actions end">
                <button class="button small" type="button" @click=${() => void this.#accept(suggestion)}>${t('suggestions.accept')}</button>
                <button class="button small plain" type="button" @click=${() => void this.#decide(suggestion, rejectSkill(suggestion.id), t('suggestions.rejectedToast', { name }))}>${t('suggestions.reject')}</button>
              </div>`
            : nothing
        }
      </td>
    </tr>`;
  }

  /** A new skill without a guessed place needs one first. */
  #accept(suggestion: SkillSuggestion): void {
    const { id, kind, name, categoryId, specializationId } = suggestion;
    const done = t('suggestions.acceptedToast', { name });
    if (kind === 'skill' && !(categoryId && specializationId)) {
      openPlaceSkill(name, categoryId, async (place) => {
        await acceptSkill(id, place);
        this.#leave(suggestion, done);
      });
    } else void this.#decide(suggestion, acceptSkill(id), done);
  }

  async #decide(suggestion: SkillSuggestion, work: Promise<void>, done: string): Promise<void> {
    try {
      await work;
      this.#leave(suggestion, done);
    } catch (problem) {
      toast(problemWords(problem));
    }
  }

  #leave({ id }: SkillSuggestion, words: string): void {
    this.items = this.items.filter((item) => item.id !== id);
    toast(words);
  }

  async #more(): Promise<void> {
    try {
      const { items, nextCursor } = await getSkillSuggestions({
        state: this.shown,
        cursor: this.nextCursor ?? undefined,
      });
      this.items = [...this.items, ...items];
      this.nextCursor = nextCursor;
    } catch (problem) {
      toast(problemWords(problem));
    }
  }
}

define('portal-skill-suggestions-page', SkillSuggestionsPage);
