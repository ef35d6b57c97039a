import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { problemWords } from '../../api/problem.ts';
import {
  type Desk,
  deskPath,
  getRubric,
  getRubrics,
  publishRubric,
  saveRubric,
  type VettingRubric,
} from '../../api/vetting.ts';
import { backLink } from '../../elements/back-link.ts';
import { checkbox, textArea, textField } from '../../elements/field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { tag } from '../../elements/tag.ts';
import { timeAgo } from '../../elements/time.ts';
import { href } from '../../router.ts';
import { toast } from '../../shell/toasts.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { vettingStyles } from './vetting-styles.ts';

type Criterion = VettingRubric['criteria'][number];

/** One version: a draft is edited and published; a published one is read, for ever as it was. */
class RubricPage extends FormElement {
  static override pageStyles = [vettingStyles];
  static override properties = {
    ...FormElement.properties,
    desk: { attribute: false },
    rubricId: { attribute: false },
    rubric: { state: true },
    criteria: { state: true },
    passPercent: { state: true },
  };
  declare desk: Desk;
  declare rubricId: string;
  declare rubric: VettingRubric | undefined;
  declare criteria: readonly Criterion[];
  declare passPercent: string;

  #load = new Task(this, {
    args: () => [this.desk, this.rubricId] as const,
    task: async ([desk, rubricId], { signal }) => {
      const rubric = await getRubric(desk, rubricId, signal);
      const { items } = await getRubrics(desk, rubric.programId, signal);
      return { rubric, versions: items };
    },
    onComplete: ({ rubric }) => this.#show(rubric),
  });

  #show(rubric: VettingRubric): void {
    this.rubric = rubric;
    this.criteria = rubric.criteria;
    this.passPercent = String(rubric.passPercent);
  }

  protected override render(): TemplateResult {
    const back = backLink(`${deskPath(this.desk)}/programs`, t('vetting.programs'));
    return html`${back}${this.#load.render({
      pending: () => html`<div class="card">${loading()}</div>`,
      error: (problem) => failed(problem, () => void this.#load.run()),
      complete: ({ versions }) => (this.rubric ? this.#page(this.rubric, versions) : nothing),
    })}`;
  }

  #page(rubric: VettingRubric, versions: readonly VettingRubric[]): TemplateResult {
    const isDraft = rubric.state === 'draft';
    return html`${pageHead(`${rubric.programName}: ${t('vetting.version', { version: rubric.version })}`, t(isDraft ? 'vetting.draftLead' : 'vetting.publishedLead', { n: rubric.scores }), tag(isDraft ? 'warning' : rubric.state === 'published' ? 'success' : 'neutral', wordsFor('rubricState', rubric.state) ?? ''))}
      <p class="row versions">${versions.map(({ id, version, state }) => html`<a class="button small" aria-current=${id === rubric.id ? 'page' : nothing} href=${href(`${deskPath(this.desk)}/rubrics/${id}`)}>${t('vetting.version', { version })} · ${wordsFor('rubricState', state)}</a>`)}</p>
      <form class="card pad" novalidate @submit=${(event: Event) => void this.#save(event)}>
        ${this.problemNotice()}
        ${isDraft ? this.#editor() : this.#read(rubric)}
      </form>`;
  }

  #read({ criteria, passPercent, publishedAt }: VettingRubric): TemplateResult {
    return html`<p>${t('vetting.passAt', { percent: passPercent })}${publishedAt ? html`${' '}· ${timeAgo(publishedAt)}` : nothing}</p>
      ${criteria.map(
        ({ name, description, weight, levels, floor }) => html`<section class="criterion">
          <h2>${name} <span class="muted small">${t('vetting.weight', { weight })}${floor === null ? nothing : ` · ${t('vetting.floor', { floor })}`}</span></h2>
          ${description ? html`<p>${description}</p>` : nothing}
          <ol>${levels.map((words) => html`<li>${words}</li>`)}</ol>
        </section>`,
      )}`;
  }

  #editor(): TemplateResult {
    return html`${textField({
      id: 'passPercent',
      label: t('vetting.passPercent'),
      type: 'number',
      min: 0,
      max: 100,
      suffix: '%',
      value: this.passPercent,
      error: this.errors.passPercent,
      onInput: (value) => {
        this.passPercent = value;
      },
    })}
      ${this.criteria.map((criterion, at) => this.#criterion(criterion, at))}
      <div class="actions">
        <button class="button" type="button" @click=${() => this.#add()}>${t('vetting.addCriterion')}</button>
        <button class="button primary" type="submit">${t('vetting.saveDraft')}</button>
        <button class="button" type="button" @click=${() => void this.#publish()}>${t('vetting.publish')}</button>
      </div>`;
  }

  #criterion({ name, description, weight, levels, floor }: Criterion, at: number): TemplateResult {
    const set = (change: Partial<Criterion>) => {
      this.criteria = this.criteria.map((one, index) => (index === at ? { ...one, ...change } : one));
    };
    return html`<fieldset class="criterion">
      <legend>${t('vetting.criterionN', { n: at + 1 })}</legend>
      <div class="pair">
        ${textField({ id: `name${at}`, label: t('vetting.criterion'), value: name, maxlength: 120, error: this.errors[`name${at}`], onInput: (value) => set({ name: value }) })}
        ${textField({ id: `weight${at}`, label: t('vetting.weightLabel'), type: 'number', min: 1, max: 100, value: String(weight), onInput: (value) => set({ weight: Number(value) }) })}
      </div>
      ${textField({ id: `description${at}`, label: t('vetting.whatItMeans'), value: description, onInput: (value) => set({ description: value }) })}
      ${textArea({ id: `levels${at}`, label: t('vetting.levels'), hint: t('vetting.levelsHint'), rows: 5, value: levels.join('\n'), error: this.errors[`levels${at}`], onInput: (value) => set({ levels: value.split('\n') }) })}
      <div class="pair">
        ${checkbox({ id: `hasFloor${at}`, label: t('vetting.hasFloor'), checked: floor !== null, onChange: (checked) => set({ floor: checked ? 2 : null }) })}
        ${floor === null ? nothing : textField({ id: `floor${at}`, label: t('vetting.floorLabel'), type: 'number', min: 1, max: levels.length, value: String(floor), error: this.errors[`floor${at}`], onInput: (value) => set({ floor: Number(value) }) })}
      </div>
      <button class="button plain small" type="button" @click=${() => {
        this.criteria = this.criteria.filter((_, index) => index !== at);
      }}>${t('vetting.removeCriterion')}</button>
    </fieldset>`;
  }

  #add(): void {
    const taken = new Set(this.criteria.map(({ key }) => key));
    let n = this.criteria.length + 1;
    while (taken.has(`criterion${n}`)) n++;
    const levels = t('vetting.firstLevels').split('|');
    this.criteria = [
      ...this.criteria,
      { key: `criterion${n}`, name: '', description: '', weight: 1, levels, floor: null },
    ];
  }

  #save(event: Event | undefined): Promise<boolean> {
    const missing = Object.fromEntries(
      this.criteria.flatMap(({ name, levels }, at) => [
        [`name${at}`, !name.trim() && t('vetting.nameMissing')],
        [`levels${at}`, levels.filter((one) => one.trim()).length < 2 && t('vetting.levelsMissing')],
      ]),
    );
    return this.submit(event, missing, async () => {
      const criteria = this.criteria.map((one) => ({
        ...one,
        levels: one.levels.map((words) => words.trim()).filter(Boolean),
      }));
      this.#show(await saveRubric(this.desk, this.rubric!, { criteria, passPercent: Number(this.passPercent) }));
      toast(t('vetting.draftSaved'));
    });
  }

  async #publish(): Promise<void> {
    if (!(await this.#save(undefined))) return;
    try {
      await publishRubric(this.desk, this.rubricId);
      toast(t('vetting.published'));
    } catch (problem) {
      toast(problemWords(problem));
    }
    void this.#load.run();
  }

  protected override fieldOf(id: string): string {
    const found = /criteria[./](\d+)[./](\w+)/.exec(id);
    return found ? `${found[2]}${found[1]}` : id;
  }
}

define('portal-vetting-rubric-page', RubricPage);
