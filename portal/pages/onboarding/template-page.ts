import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { getQuestionnaires, getTemplate, saveTemplate, type TemplateEdit } from '../../api/onboarding.ts';
import { getTeams } from '../../api/settings.ts';
import { getSkillCategories } from '../../api/skills.ts';
import { checkbox, selectField, textArea, textField } from '../../elements/field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { submitButton } from '../../elements/submit-button.ts';
import { icon } from '../../icons/icon.ts';
import { arrowLeft, plus, trash } from '../../icons/icons.generated.ts';
import { href, navigate } from '../../router.ts';
import { mayOpen } from '../../shell/session.ts';
import { toast } from '../../shell/toasts.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { onboardingStyles } from '../../styles/onboarding.ts';

type Named = { id: string; name: string };
type Choices = { questionnaires: readonly Named[]; teams: readonly Named[]; categories: readonly Named[] };
type TaskEdit = TemplateEdit['tasks'][number];
const kinds = ['nda', 'ipAssignment', 'codeOfConduct', 'backgroundCheck', 'classification', 'custom'] as const;
const owners = ['freelancer', 'client', 'operator'] as const;

/** One template: for which contracts, and which tasks. */
class OnboardingTemplatePage extends FormElement {
  static override pageStyles = [onboardingStyles];
  static override properties = { ...FormElement.properties, templateId: { attribute: false }, edit: { state: true } };
  /** `new` for one that is not there yet. */
  declare templateId: string;
  declare edit: TemplateEdit;
  #etag: string | undefined;

  constructor() {
    super();
    this.edit = { name: '', applies: { teams: [], categoryIds: [], countries: [], contractTypes: [] }, tasks: [] };
  }

  #load = new Task(this, {
    args: () => [this.templateId] as const,
    task: async ([id], { signal }) => {
      const [questionnaires, teams, categories, known] = await Promise.all([
        getQuestionnaires(signal),
        getTeams(signal).catch(() => []),
        getSkillCategories(signal),
        id === 'new' ? undefined : getTemplate(id, signal),
      ]);
      if (known) {
        const { name, applies, tasks } = known.data;
        this.edit = { name, applies, tasks };
        this.#etag = known.etag;
      } else this.edit = { ...this.edit, tasks: [newTask([])] };
      return { questionnaires: questionnaires.filter(({ publishedVersion }) => publishedVersion), teams, categories };
    },
  });

  protected override render(): TemplateResult {
    const isNew = this.templateId === 'new';
    return html`<p class="back"><a class="quiet muted row" href=${href('/settings/onboarding')}>${icon(arrowLeft)}${t('beforeWork.templates')}</a></p>
      ${pageHead(isNew ? t('onboardingTemplate.new') : this.edit.name, t('onboardingTemplate.editLead'))}
      ${this.#load.render({
        pending: () => html`<div class="card">${loading(10)}</div>`,
        error: (problem) => failed(problem, () => void this.#load.run()),
        complete: (choices) => this.#form(choices),
      })}`;
  }

  #form({ questionnaires, teams, categories }: Choices): TemplateResult {
    const { name, applies, tasks } = this.edit;
    const toggled = (list: readonly string[], one: string, isOn: boolean) =>
      isOn ? [...list, one] : list.filter((other) => other !== one);
    return html`<form class="stack" novalidate @submit=${this.#save}>
      ${this.problemNotice()}
      <section class="card pad stack">
        ${textField({
          id: 'name',
          label: t('lists.name'),
          value: name,
          maxlength: 120,
          error: this.errors.name,
          onInput: (value) => this.#change({ name: value }),
        })}
        <fieldset class="field"><legend>${t('onboardingTemplate.contractTypes')}</legend>
          ${(['fixed', 'hourly'] as const).map((type) =>
            checkbox({
              id: `type-${type}`,
              label: wordsFor('contractType', type) ?? type,
              checked: applies.contractTypes.includes(type),
              onChange: (isOn) =>
                this.#change({
                  applies: {
                    ...applies,
                    contractTypes: toggled(applies.contractTypes, type, isOn) as ('fixed' | 'hourly')[],
                  },
                }),
            }),
          )}
        </fieldset>
        ${
          teams.length > 0
            ? html`<fieldset class="field"><legend>${t('onboardingTemplate.teams')}</legend>
                ${teams.map((team) => checkbox({ id: `team-${team.id}`, label: team.name, checked: applies.teams.includes(team.name), onChange: (isOn) => this.#change({ applies: { ...applies, teams: toggled(applies.teams, team.name, isOn) } }) }))}
              </fieldset>`
            : nothing
        }
        <details>
          <summary>${t('onboardingTemplate.categoriesOf', { n: applies.categoryIds.length })}</summary>
          ${categories.map(({ id, name: category }) => checkbox({ id: `category-${id}`, label: category, checked: applies.categoryIds.includes(id), onChange: (isOn) => this.#change({ applies: { ...applies, categoryIds: toggled(applies.categoryIds, id, isOn) } }) }))}
        </details>
        ${textField({
          id: 'countries',
          label: t('onboardingTemplate.countries'),
          hint: t('onboardingTemplate.countriesHint'),
          optional: true,
          value: applies.countries.join(', '),
          error: this.errors['applies/countries/0'],
          onChange: (value) =>
            this.#change({
              applies: {
                ...applies,
                countries: value
                  .toUpperCase()
                  .split(/[\s,]+/)
                  .filter(Boolean),
              },
            }),
        })}
      </section>
      <section class="card">
        <header><h2>${t('onboardingTemplate.tasks')}</h2></header>
        ${tasks.map((task, at) => this.#task(task, at, questionnaires))}
        <div class="pad"><button class="button small" type="button" @click=${() => this.#change({ tasks: [...tasks, newTask(tasks)] })}>${icon(plus)}${t('onboardingTemplate.addTask')}</button></div>
      </section>
      ${mayOpen('accountAdmin') ? html`<div class="actions">${submitButton(t('onboardingTemplate.save'), this.isBusy)}</div>` : nothing}
    </form>`;
  }

  #task(task: TaskEdit, at: number, questionnaires: readonly { id: string; name: string }[]): TemplateResult {
    const id = (field: string) => `tasks/${at}/${field}`;
    const set = (change: Partial<TaskEdit>) =>
      this.#change({ tasks: this.edit.tasks.map((one, index) => (index === at ? { ...one, ...change } : one)) });
    return html`<fieldset class="task-editor">
      <legend class="visually-hidden">${task.title || t('onboardingTemplate.task', { n: at + 1 })}</legend>
      <div class="side-by-side">
        ${selectField({ id: id('kind'), label: t('onboardingTemplate.kind'), value: task.kind, choices: kinds.map((value) => ({ value, label: wordsFor('taskKind', value) ?? value })), error: this.errors[id('kind')], onChange: (kind) => set({ kind: kind as TaskEdit['kind'], ...(kind !== 'classification' && { questionnaireId: null }) }) })}
        ${textField({ id: id('title'), label: t('onboardingTemplate.taskTitle'), value: task.title, maxlength: 120, error: this.errors[id('title')], onInput: (title) => set({ title }) })}
        ${selectField({ id: id('owner'), label: t('beforeWork.owner'), value: task.owner, choices: owners.map((value) => ({ value, label: wordsFor('taskOwner', value) ?? value })), onChange: (owner) => set({ owner: owner as TaskEdit['owner'] }) })}
        ${textField({ id: id('dueDays'), label: t('onboardingTemplate.dueDays'), type: 'number', min: 0, max: 365, value: String(task.dueDays), error: this.errors[id('dueDays')], onInput: (days) => set({ dueDays: Number(days) }) })}
        ${textField({ id: id('validMonths'), label: t('onboardingTemplate.validMonths'), hint: t('onboardingTemplate.validMonthsHint'), optional: true, type: 'number', min: 1, max: 120, value: task.validMonths ? String(task.validMonths) : '', error: this.errors[id('validMonths')], onInput: (months) => set({ validMonths: months ? Number(months) : null }) })}
      </div>
      ${textField({ id: id('instructions'), label: t('onboardingTemplate.instructions'), optional: true, value: task.instructions ?? '', maxlength: 2000, error: this.errors[id('instructions')], onInput: (instructions) => set({ instructions }) })}
      ${
        task.kind === 'classification'
          ? selectField({
              id: id('questionnaireId'),
              label: t('classify.questionnaire'),
              value: task.questionnaireId ?? '',
              choices: [
                { value: '', label: t('onboardingTemplate.choose') },
                ...questionnaires.map((one) => ({ value: one.id, label: one.name })),
              ],
              error: this.errors[id('questionnaireId')],
              onChange: (questionnaireId) => set({ questionnaireId: questionnaireId || null }),
            })
          : nothing
      }
      <div class="row">
        ${checkbox({ id: id('needsSignature'), label: t('onboardingTemplate.needsSignature'), checked: task.needsSignature ?? false, onChange: (needsSignature) => set({ needsSignature }) })}
        ${checkbox({ id: id('needsDocument'), label: t('onboardingTemplate.needsDocument'), checked: task.needsDocument ?? false, onChange: (needsDocument) => set({ needsDocument }) })}
        ${checkbox({ id: id('onlyWithNda'), label: t('onboardingTemplate.onlyWithNda'), checked: task.onlyWithNda ?? false, onChange: (onlyWithNda) => set({ onlyWithNda }) })}
      </div>
      ${
        task.needsSignature || task.text
          ? textArea({
              id: id('text'),
              label: t('onboardingTemplate.text'),
              hint: t('onboardingTemplate.textHint'),
              rows: 6,
              value: task.text ?? '',
              error: this.errors[id('text')],
              onInput: (text) => set({ text }),
            })
          : nothing
      }
      <div class="row"><button class="button plain small" type="button" @click=${() => this.#change({ tasks: this.edit.tasks.filter((_, index) => index !== at) })}>${icon(trash)}${t('onboardingTemplate.dropTask')}</button></div>
    </fieldset>`;
  }

  #change(change: Partial<TemplateEdit>): void {
    this.edit = { ...this.edit, ...change };
  }

  readonly #save = async (event: Event): Promise<void> => {
    const found = { name: !this.edit.name.trim() && t('onboardingTemplate.nameMissing') };
    const isNew = this.templateId === 'new';
    const isSaved = await this.submit(event, found, async () => {
      await saveTemplate(isNew ? undefined : this.templateId, this.edit, this.#etag);
      toast(t('onboardingTemplate.savedToast'));
    });
    if (isSaved) void navigate('/settings/onboarding');
  };
}

function newTask(tasks: readonly TaskEdit[]): TaskEdit {
  const taken = new Set(tasks.map(({ key }) => key));
  let n = tasks.length + 1;
  while (taken.has(`task${n}`)) n++;
  const kind = tasks.length === 0 ? 'nda' : 'custom';
  const plain = { instructions: '', needsDocument: false, text: '', questionnaireId: null, onlyWithNda: false };
  return {
    ...plain,
    key: `task${n}`,
    kind,
    title: '',
    owner: 'freelancer',
    dueDays: 5,
    needsSignature: kind === 'nda',
    validMonths: 12,
  };
}

define('portal-onboarding-template-page', OnboardingTemplatePage);
