import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { deleteTemplate, getTemplates, type OnboardingTemplateBody, restoreTemplate } from '../../api/onboarding.ts';
import { type Column, dataList } from '../../elements/data-list.ts';
import { nothingYet } from '../../elements/empty-state.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { timeAgo } from '../../elements/time.ts';
import { icon } from '../../icons/icon.ts';
import { clipboardList, plus } from '../../icons/icons.generated.ts';
import { href } from '../../router.ts';
import { mayOpen } from '../../shell/session.ts';
import { atOnce } from '../../shell/toasts.ts';
import { t, wordsFor } from '../../strings/strings.ts';

/** Which tasks are asked for which contracts. */
class OnboardingTemplatesPage extends PortalElement {
  #load = new Task(this, { args: () => [], task: (_, { signal }) => getTemplates(signal) });

  protected override render(): TemplateResult {
    const add = html`<a class="button primary" href=${href('/settings/onboarding/new')}>${icon(plus)}${t('onboardingTemplate.new')}</a>`;
    return html`${pageHead(
      t('beforeWork.templates'),
      t('onboardingTemplate.lead'),
      html`<a class="button" href=${href('/settings/classification')}>${t('classify.title')}</a>${mayOpen('accountAdmin') && this.#load.value?.length !== 0 ? add : nothing}`,
    )}
      <div class="card">
        ${this.#load.render({
          pending: () => loading(4),
          error: (problem) => html`<div class="pad">${failed(problem, () => void this.#load.run())}</div>`,
          complete: (rows) =>
            rows.length === 0
              ? nothingYet({
                  shape: clipboardList,
                  title: t('onboardingTemplate.none'),
                  text: t('onboardingTemplate.noneText'),
                  next: { for: 'accountAdmin', action: add },
                })
              : dataList<OnboardingTemplateBody>({
                  name: 'onboardingTemplates',
                  label: t('beforeWork.templates'),
                  columns: this.#columns(),
                  rows,
                  keyOf: ({ id }) => id,
                  nameOf: ({ name }) => name,
                }),
        })}
      </div>`;
  }

  #columns(): readonly Column<OnboardingTemplateBody>[] {
    return [
      {
        id: 'name',
        label: t('lists.name'),
        isLead: true,
        cell: ({
          id,
          name,
          version,
        }) => html`<a class="quiet strong" href=${href(`/settings/onboarding/${id}`)}>${name}</a>
          <div class="muted small">${t('onboardingTemplate.version', { n: version })}</div>`,
      },
      {
        id: 'tasks',
        label: t('onboardingTemplate.tasks'),
        isLong: true,
        cell: ({ tasks }) => tasks.map(({ title }) => title).join(', '),
      },
      { id: 'applies', label: t('onboardingTemplate.applies'), isWide: true, cell: appliesWords },
      { id: 'saved', label: t('onboardingTemplate.saved'), isWide: true, cell: ({ savedAt }) => timeAgo(savedAt) },
      ...(mayOpen('accountAdmin') ? [this.#actions()] : []),
    ];
  }

  #actions(): Column<OnboardingTemplateBody> {
    return {
      id: 'actions',
      label: t('payMethods.actions'),
      isEnd: true,
      isPlain: true,
      cell: (template) =>
        html`<button class="button plain small" type="button" @click=${() => this.#remove(template)}>${t('onboardingTemplate.remove')}</button>`,
    };
  }

  #remove({ id, name }: OnboardingTemplateBody): void {
    const shown = () => this.#load.run();
    void atOnce({
      page: this,
      work: () => deleteTemplate(id).then(shown),
      said: t('onboardingTemplate.removed', { name }),
      undo: () => restoreTemplate(id).then(shown),
    });
  }
}

export function appliesWords({ applies }: Pick<OnboardingTemplateBody, 'applies'>): string {
  const { teams, categoryIds, countries, contractTypes } = applies;
  const parts = [
    ...teams,
    ...countries,
    ...contractTypes.map((type) => wordsFor('contractType', type) ?? type),
    ...(categoryIds.length > 0 ? [t('onboardingTemplate.categories', { n: categoryIds.length })] : []),
  ];
  return parts.length > 0 ? parts.join(' · ') : t('onboardingTemplate.everyContract');
}

define('portal-onboarding-templates-page', OnboardingTemplatesPage);
