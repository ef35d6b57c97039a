import { Task } from '@lit/task';
import { freelancerPolicy } from '@portico/api/talent/freelancers/freelancer.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { getSkillCategories, type SkillCategory } from '../../api/skills.ts';
import { checkbox, selectField } from '../../elements/field.ts';
import { define } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { t } from '../../strings/strings.ts';
import { errorOf, section } from './section.ts';
import { SectionElement } from './section-element.ts';

class CategorySection extends SectionElement {
  #categories = new Task(this, { args: () => [], task: (_, { signal }) => getSkillCategories(signal) });

  protected override render(): TemplateResult {
    return section(
      'category',
      t('profile.category'),
      this.#categories.render({
        pending: () => loading(2),
        error: (problem) => failed(problem, () => void this.#categories.run()),
        complete: (categories) => this.#fields(categories),
      }),
      { lead: t('profile.categoryLead') },
    );
  }

  #fields(categories: readonly SkillCategory[]): TemplateResult {
    const { category, specializationIds } = this.draft.profile.get();
    const chosen = categories.find(({ id }) => id === category?.id);
    const max = freelancerPolicy.specializationsMax;
    return html`${selectField({
      id: 'category-id',
      label: t('profile.categoryLabel'),
      value: category?.id ?? '',
      choices: [
        { value: '', label: t('profile.categoryNone') },
        ...categories.map(({ id, name }) => ({ value: id, label: name })),
      ],
      error: errorOf(this.draft, 'basics', 'categoryId'),
      onChange: (value) => this.draft.change('basics', { categoryId: value || null, specializationIds: [] }),
    })}
    ${
      chosen
        ? html`<fieldset class="field">
            <legend>${t('profile.specializations', { max })}</legend>
            <div class="choices">
              ${chosen.specializations.map(({ id, name }) => {
                const isChosen = specializationIds.includes(id);
                return checkbox({
                  id: `specialization-${id}`,
                  label: name,
                  checked: isChosen,
                  disabled: !isChosen && specializationIds.length >= max,
                  onChange: (checked) =>
                    this.draft.change('basics', {
                      specializationIds: checked
                        ? [...specializationIds, id]
                        : specializationIds.filter((one) => one !== id),
                    }),
                });
              })}
            </div>
          </fieldset>`
        : nothing
    }`;
  }
}

define('portal-category-section', CategorySection);
