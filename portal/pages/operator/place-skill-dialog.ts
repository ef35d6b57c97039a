import { html, type TemplateResult } from 'lit';
import { getSkillCategories, type SkillCategory } from '../../api/skills.ts';
import { DialogForm, openDialog } from '../../elements/dialog.ts';
import { selectField } from '../../elements/field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { define } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { t } from '../../strings/strings.ts';

type Place = { categoryId: string; specializationId: string };

class PlaceSkillDialog extends DialogForm {
  static override properties = {
    ...FormElement.properties,
    categories: { state: true },
    categoryId: { state: true },
    specializationId: { state: true },
    loadProblem: { state: true },
  };
  protected heading: string;
  protected submitLabel = t('suggestions.accept');
  declare categories: readonly SkillCategory[] | undefined;
  declare categoryId: string;
  declare specializationId: string;
  declare loadProblem: unknown;
  readonly #accept: (place: Place) => Promise<void>;

  constructor(name: string, categoryId: string | null, accept: (place: Place) => Promise<void>) {
    super();
    this.heading = t('suggestions.placeTitle', { name });
    this.#accept = accept;
    this.categoryId = categoryId ?? '';
    this.specializationId = '';
    void this.#load();
  }

  async #load(): Promise<void> {
    this.loadProblem = undefined;
    try {
      this.categories = await getSkillCategories();
    } catch (problem) {
      this.loadProblem = problem;
    }
  }

  protected fields(): TemplateResult {
    if (this.loadProblem) return failed(this.loadProblem, () => void this.#load());
    if (!this.categories) return loading(3);
    const category = this.categories.find(({ id }) => id === this.categoryId);
    const choose = { value: '', label: t('profile.categoryNone') };
    return html`${selectField({
      id: 'categoryId',
      label: t('profile.categoryLabel'),
      value: this.categoryId,
      choices: [choose, ...this.categories.map(({ id, name }) => ({ value: id, label: name }))],
      error: this.errors.categoryId,
      onChange: (value) => {
        this.categoryId = value;
        this.specializationId = '';
      },
    })}
    ${selectField({
      id: 'specializationId',
      label: t('suggestions.specialization'),
      value: this.specializationId,
      choices: [
        { value: '', label: t('suggestions.chooseSpecialization') },
        ...(category?.specializations ?? []).map(({ id, name }) => ({ value: id, label: name })),
      ],
      error: this.errors.specializationId,
      onChange: (value) => {
        this.specializationId = value;
      },
    })}`;
  }

  protected send(event: Event): Promise<boolean> {
    const { categoryId, specializationId } = this;
    return this.submit(
      event,
      {
        categoryId: !categoryId && t('profile.fieldMissing'),
        specializationId: !specializationId && t('profile.fieldMissing'),
      },
      () => this.#accept({ categoryId, specializationId }),
    );
  }
}

define('portal-place-skill-dialog', PlaceSkillDialog);

export const openPlaceSkill = (
  name: string,
  categoryId: string | null,
  accept: (place: Place) => Promise<void>,
): void => {
  openDialog(new PlaceSkillDialog(name, categoryId, accept));
};
