import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import {
  type ClassificationQuestionnaire,
  type ClassificationStarter,
  createQuestionnaire,
  deleteQuestionnaire,
  getQuestionnaires,
  getStarters,
  restoreQuestionnaire,
} from '../../api/onboarding.ts';
import { problemWords } from '../../api/problem.ts';
import { nothingYet } from '../../elements/empty-state.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { failed, loading, notice } from '../../elements/states.ts';
import { tag } from '../../elements/tag.ts';
import { icon } from '../../icons/icon.ts';
import { arrowLeft, clipboardList, info } from '../../icons/icons.generated.ts';
import { href, navigate } from '../../router.ts';
import { mayOpen } from '../../shell/session.ts';
import { atOnce, toast } from '../../shell/toasts.ts';
import { t } from '../../strings/strings.ts';

/** Questionnaires on how somebody works, and what a tenant can begin with. */
class ClassificationPage extends PortalElement {
  #load = new Task(this, {
    args: () => [],
    task: async (_, { signal }) => {
      const [own, starters] = await Promise.all([getQuestionnaires(signal), getStarters(signal)]);
      return { own, starters };
    },
  });

  protected override render(): TemplateResult {
    return html`<p class="back"><a class="quiet muted row" href=${href('/settings/onboarding')}>${icon(arrowLeft)}${t('beforeWork.templates')}</a></p>
      ${pageHead(t('classify.title'), t('classify.lead'))}
      <div class="stack">
        ${notice('info', info, html`<p>${t('classify.noAdvice')}</p>`)}
        ${this.#load.render({
          pending: () => html`<div class="card">${loading(6)}</div>`,
          error: (problem) => failed(problem, () => void this.#load.run()),
          complete: ({ own, starters }) => html`<section class="card">
              <header><h2>${t('classify.own')}</h2></header>
              ${own.length === 0 ? nothingYet({ shape: clipboardList, title: t('classify.none'), text: t('classify.noneText'), next: mayOpen('accountAdmin') ? 'beside' : 'itself' }) : html`<ul class="rows">${own.map((one) => this.#own(one))}</ul>`}
            </section>
            ${mayOpen('accountAdmin') ? html`<section class="card"><header><h2>${t('classify.starters')}</h2></header><ul class="rows">${starters.map((one) => this.#starter(one))}</ul></section>` : nothing}`,
        })}
      </div>`;
  }

  #own(one: ClassificationQuestionnaire): TemplateResult {
    const { id, name, publishedVersion, state } = one;
    return html`<li>
      <div class="grow">
        <a class="quiet strong" href=${href(`/settings/classification/${id}`)}>${name}</a>
        <div class="muted small">${publishedVersion ? t('classify.inForce', { n: publishedVersion }) : t('classify.neverPublished')}</div>
      </div>
      ${state === 'draft' ? tag('warning', t('classify.draft')) : tag('success', t('classify.published'))}
      ${mayOpen('accountAdmin') ? html`<button class="button plain small" type="button" @click=${() => this.#remove(one)}>${t('onboardingTemplate.remove')}</button>` : nothing}
    </li>`;
  }

  #starter(starter: ClassificationStarter): TemplateResult {
    return html`<li>
      <div class="grow"><strong>${starter.name}</strong><div class="muted small">${starter.definition.source}</div></div>
      <button class="button small" type="button" @click=${() => void this.#begin(starter)}>${t('classify.begin')}</button>
    </li>`;
  }

  async #begin({ name, definition }: ClassificationStarter): Promise<void> {
    try {
      const { id } = await createQuestionnaire({ name, definition });
      await navigate(`/settings/classification/${id}`);
    } catch (problem) {
      toast(problemWords(problem));
    }
  }

  #remove({ id, name }: ClassificationQuestionnaire): void {
    const shown = () => this.#load.run();
    void atOnce({
      page: this,
      work: () => deleteQuestionnaire(id).then(shown),
      said: t('classify.removed', { name }),
      undo: () => restoreQuestionnaire(id).then(shown),
    });
  }
}

define('portal-classification-page', ClassificationPage);
