import { Task } from '@lit/task';
import { classify } from '@portico/api/procurement/classification/questionnaire.ts';
import { html, nothing, type TemplateResult } from 'lit';
import {
  type ClassificationQuestionnaire,
  getQuestionnaire,
  publishQuestionnaire,
  type QuestionnaireDefinition,
  saveQuestionnaire,
} from '../../api/onboarding.ts';
import { radios, textArea, textField } from '../../elements/field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { tag } from '../../elements/tag.ts';
import { icon } from '../../icons/icon.ts';
import { arrowLeft, plus, trash } from '../../icons/icons.generated.ts';
import { href } from '../../router.ts';
import { mayOpen } from '../../shell/session.ts';
import { toast } from '../../shell/toasts.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { onboardingStyles } from '../../styles/onboarding.ts';
import { resultKinds, signed } from './task-detail.ts';

type Question = QuestionnaireDefinition['questions'][number];

/** Questions with what each answer weighs, and beside them what answers would come to. */
class QuestionnairePage extends FormElement {
  static override pageStyles = [onboardingStyles];
  static override properties = {
    ...FormElement.properties,
    questionnaireId: { attribute: false },
    name: { state: true },
    definition: { state: true },
    known: { state: true },
    tried: { state: true },
  };
  declare questionnaireId: string;
  declare name: string;
  declare definition: QuestionnaireDefinition | undefined;
  declare known: ClassificationQuestionnaire | undefined;
  declare tried: Record<string, string>;
  #etag = '';

  constructor() {
    super();
    this.name = '';
    this.tried = {};
  }

  #load = new Task(this, {
    args: () => [this.questionnaireId] as const,
    task: async ([id], { signal }) => this.#take(await getQuestionnaire(id, signal)),
  });

  #take({ data, etag }: { data: ClassificationQuestionnaire; etag: string | undefined }): void {
    this.known = data;
    this.name = data.name;
    this.definition = data.draft ?? data.published ?? undefined;
    this.#etag = etag ?? '';
  }

  protected override render(): TemplateResult {
    const { known } = this;
    return html`<p class="back"><a class="quiet muted row" href=${href('/settings/classification')}>${icon(arrowLeft)}${t('classify.title')}</a></p>
      ${pageHead(this.name || t('classify.questionnaire'), known ? (known.publishedVersion ? t('classify.inForce', { n: known.publishedVersion }) : t('classify.neverPublished')) : nothing)}
      ${this.#load.render({
        pending: () => (this.definition ? this.#whole(this.definition) : html`<div class="card">${loading(10)}</div>`),
        error: (problem) => failed(problem, () => void this.#load.run()),
        complete: () => (this.definition ? this.#whole(this.definition) : nothing),
      })}`;
  }

  #whole(definition: QuestionnaireDefinition): TemplateResult {
    return html`<div class="columns"><form class="stack" novalidate @submit=${this.#save}>${this.#editor(definition)}</form>
      <aside class="stack">${this.#trial(definition)}</aside></div>`;
  }

  #editor(definition: QuestionnaireDefinition): TemplateResult {
    const { source, questions, rules, independentAtMost, employeeAtLeast } = definition;
    return html`${this.problemNotice()}
      <section class="card pad stack">
        ${textField({
          id: 'name',
          label: t('lists.name'),
          value: this.name,
          maxlength: 120,
          error: this.errors.name,
          onInput: (name) => {
            this.name = name;
          },
        })}
        ${textArea({ id: 'source', label: t('classify.source'), hint: t('classify.sourceHint'), rows: 3, maxlength: 500, value: source, error: this.errors['definition/source'], onInput: (value) => this.#set({ source: value }) })}
        <div class="side-by-side">
          ${textField({ id: 'independentAtMost', label: t('classify.independentAtMost'), type: 'number', value: String(independentAtMost), error: this.errors.independentAtMost, onInput: (value) => this.#set({ independentAtMost: Number(value) }) })}
          ${textField({ id: 'employeeAtLeast', label: t('classify.employeeAtLeast'), type: 'number', value: String(employeeAtLeast), error: this.errors.employeeAtLeast, onInput: (value) => this.#set({ employeeAtLeast: Number(value) }) })}
        </div>
      </section>
      <section class="card">
        <header><h2>${t('classify.questions')}</h2></header>
        ${questions.map((question, at) => this.#question(question, at))}
        <div class="pad"><button class="button small" type="button" @click=${this.#addQuestion}>${icon(plus)}${t('classify.addQuestion')}</button></div>
      </section>
      ${
        rules.length > 0
          ? html`<section class="card"><header><h2>${t('classify.decisive')}</h2></header><ul class="rows">
              ${rules.map(
                ({ when, result, reason }, at) => html`<li>
                  <div class="grow">
                    <p>${when.map(({ questionId, answerId }) => answerWords(questions, questionId, answerId)).join(' + ')}</p>
                    <p class="muted small">${reason}</p>
                  </div>
                  ${tag(resultKinds[result], wordsFor('classificationResult', result) ?? result)}
                  <button class="button plain small icon-only" type="button" aria-label=${t('classify.dropRule')} @click=${() => this.#set({ rules: rules.filter((_, index) => index !== at) })}>${icon(trash)}</button>
                </li>`,
              )}
            </ul></section>`
          : nothing
      }
      ${
        mayOpen('accountAdmin')
          ? html`<div class="actions">
              <button class="button" type="submit" ?disabled=${this.isBusy}>${t('classify.saveDraft')}</button>
              <button class="button primary" type="button" ?disabled=${this.isBusy} @click=${this.#publish}>${t('classify.publish')}</button>
            </div>
            <p class="muted small">${t('classify.publishHint')}</p>`
          : nothing
      }`;
  }

  #question(question: Question, at: number): TemplateResult {
    const change = (part: Partial<Question>) =>
      this.#set({
        questions: this.definition!.questions.map((one, index) => (index === at ? { ...one, ...part } : one)),
      });
    const { answers } = question;
    return html`<fieldset class="task-editor">
      <legend class="visually-hidden">${question.text}</legend>
      ${textField({ id: `q-${at}`, label: t('classify.question', { n: at + 1 }), value: question.text, maxlength: 500, onInput: (text) => change({ text }) })}
      ${textField({ id: `h-${at}`, label: t('classify.help'), optional: true, value: question.help, maxlength: 1000, onInput: (help) => change({ help }) })}
      ${answers.map(
        (answer, index) => html`<div class="answer-line">
          ${textField({ id: `a-${at}-${index}`, label: t('classify.answer', { n: index + 1 }), value: answer.text, maxlength: 200, onInput: (text) => change({ answers: answers.map((one, i) => (i === index ? { ...one, text } : one)) }) })}
          ${textField({ id: `w-${at}-${index}`, label: t('classify.weight'), type: 'number', min: -100, max: 100, value: String(answer.weight), onInput: (weight) => change({ answers: answers.map((one, i) => (i === index ? { ...one, weight: Number(weight) } : one)) }) })}
          <button class="button plain icon-only" type="button" aria-label=${t('classify.dropAnswer', { name: answer.text })} @click=${() => change({ answers: answers.filter((_, i) => i !== index) })}>${icon(trash)}</button>
        </div>`,
      )}
      <div class="row">
        <button class="button plain small" type="button" @click=${() => change({ answers: [...answers, { id: freshId('a', answers), text: '', weight: 0 }] })}>${icon(plus)}${t('classify.addAnswer')}</button>
        <button class="button plain small" type="button" @click=${() => this.#set({ questions: this.definition!.questions.filter((_, index) => index !== at) })}>${icon(trash)}${t('classify.dropQuestion')}</button>
      </div>
    </fieldset>`;
  }

  #trial(definition: QuestionnaireDefinition): TemplateResult {
    const judged = classify(definition, this.tried);
    return html`<section class="card pad stack">
      <h2>${t('classify.try')}</h2>
      <div aria-live="polite">
        ${
          judged
            ? html`<p class="row">${tag(resultKinds[judged.result], wordsFor('classificationResult', judged.result) ?? judged.result)} <span class="number">${signed(judged.sum)}</span></p>
                ${judged.decidedBy ? html`<p class="small">${judged.decidedBy}</p>` : nothing}`
            : html`<p class="muted small">${t('classify.tryHint')}</p>`
        }
      </div>
      ${definition.questions.map(({ id, text, answers }) =>
        radios({
          name: `try-${id}`,
          label: text,
          value: this.tried[id] ?? '',
          choices: answers.map((one) => ({ value: one.id, label: `${one.text} (${signed(one.weight)})` })),
          onChange: (answer) => {
            this.tried = { ...this.tried, [id]: answer };
          },
        }),
      )}
    </section>`;
  }

  #set(change: Partial<QuestionnaireDefinition>): void {
    this.definition = { ...this.definition!, ...change };
  }

  readonly #addQuestion = (): void => {
    const { questions } = this.definition!;
    const id = freshId('q', questions);
    const answers = [
      { id: 'a1', text: '', weight: 0 },
      { id: 'a2', text: '', weight: 0 },
    ];
    this.#set({ questions: [...questions, { id, text: '', help: '', answers }] });
  };

  readonly #save = async (event: Event): Promise<void> => {
    await this.submit(event, {}, async () => {
      await this.#keep();
      toast(t('classify.saved'));
    });
  };

  readonly #publish = async (event: Event): Promise<void> => {
    await this.submit(event, {}, async () => {
      await this.#keep();
      this.#take(await publishQuestionnaire(this.questionnaireId, this.#etag));
      toast(t('classify.publishedToast'));
    });
  };

  async #keep(): Promise<void> {
    const body = { name: this.name, definition: this.definition! };
    this.#take(await saveQuestionnaire(this.questionnaireId, body, this.#etag));
  }
}

function freshId(prefix: string, taken: readonly { id: string }[]): string {
  let n = taken.length + 1;
  while (taken.some(({ id }) => id === `${prefix}${n}`)) n++;
  return `${prefix}${n}`;
}

function answerWords(questions: readonly Question[], questionId: string, answerId: string): string {
  return questions.find(({ id }) => id === questionId)?.answers.find(({ id }) => id === answerId)?.text ?? answerId;
}

define('portal-questionnaire-page', QuestionnairePage);
