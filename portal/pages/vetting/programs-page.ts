import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { problemWords } from '../../api/problem.ts';
import {
  changeProgram,
  type Desk,
  deskPath,
  draftRubric,
  getPrograms,
  type VettingProgram,
} from '../../api/vetting.ts';
import { backLink } from '../../elements/back-link.ts';
import { nothingYet } from '../../elements/empty-state.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { tag } from '../../elements/tag.ts';
import { clipboardList } from '../../icons/icons.generated.ts';
import { href, navigate } from '../../router.ts';
import { toast } from '../../shell/toasts.ts';
import { t } from '../../strings/strings.ts';
import { mayReview } from './may-review.ts';
import { openProgram } from './program-dialog.ts';

/** What one can be vetted for, what each asks for, and by which rubric it is scored. */
class VettingProgramsPage extends PortalElement {
  static override properties = { desk: { attribute: false } };
  declare desk: Desk;

  #load = new Task(this, {
    args: () => [this.desk] as const,
    task: async ([desk], { signal }) => (await getPrograms(desk, signal)).items,
  });

  protected override render(): TemplateResult {
    const known = this.#load.value;
    return html`${backLink(deskPath(this.desk), t('vetting.title'))}
      ${pageHead(t('vetting.programs'), t('vetting.programsLead'), known && known.length > 0 && mayReview(this.desk) ? this.#new() : nothing)}
      ${this.#load.render({
        pending: () => (known ? this.#list(known) : html`<div class="card">${loading()}</div>`),
        error: (problem) => failed(problem, () => void this.#load.run()),
        complete: (items) => this.#list(items),
      })}`;
  }

  #new(): TemplateResult {
    return html`<button class="button primary" type="button" @click=${() => void this.#begin()}>${t('vetting.newProgram')}</button>`;
  }

  #list(items: readonly VettingProgram[]): TemplateResult {
    if (items.length === 0)
      return html`<div class="card">${nothingYet({ shape: clipboardList, title: t('vetting.noPrograms'), text: t('vetting.noProgramsText'), next: { for: 'hirer', may: mayReview(this.desk), action: this.#new() } })}</div>`;
    return html`<ul class="plain-list stack">${items.map((one) => html`<li>${this.#program(one)}</li>`)}</ul>`;
  }

  #program(one: VettingProgram): TemplateResult {
    const base = deskPath(this.desk);
    const may = mayReview(this.desk);
    const shown = one.draftId ?? one.rubric?.id;
    return html`<article class="card" aria-label=${one.name}>
      <header>
        <div class="grow"><h2>${one.name}</h2><p class="muted small">${one.pool.name} · ${t('vetting.underWay', { n: one.underWay })} · ${t('vetting.memberCount', { n: one.members })}</p></div>
        ${tag(one.state === 'open' ? 'success' : 'neutral', t(one.state === 'open' ? 'vetting.open' : 'vetting.closed'))}
      </header>
      <div class="pad stack close">
        ${one.description ? html`<p>${one.description}</p>` : nothing}
        ${asked(one) ? html`<p class="muted small">${t('vetting.eligibility')}: ${asked(one)}</p>` : nothing}
        <p class="small">${one.rubric ? t('vetting.scoredBy', { version: one.rubric.version }) : html`<strong>${t('vetting.noRubric')}</strong>`}${one.draftId ? html` · ${t('vetting.draftThere')}` : nothing}</p>
        <div class="actions">
          ${shown ? html`<a class="button" href=${href(`${base}/rubrics/${shown}`)}>${t(one.draftId && may ? 'vetting.editDraft' : 'vetting.seeRubric')}</a>` : nothing}
          ${one.draftId || !may ? nothing : html`<button class="button" type="button" @click=${() => void this.#draft(one)}>${t('vetting.newVersion')}</button>`}
          ${may ? html`<button class="button plain" type="button" @click=${() => void this.#toggle(one)}>${t(one.state === 'open' ? 'vetting.close' : 'vetting.reopen')}</button>` : nothing}
        </div>
      </div>
    </article>`;
  }

  async #begin(): Promise<void> {
    await openProgram(this.desk, () => void this.#load.run());
  }

  async #draft({ id }: VettingProgram): Promise<void> {
    try {
      const draft = await draftRubric(this.desk, id);
      await navigate(`${deskPath(this.desk)}/rubrics/${draft.id}`);
    } catch (problem) {
      toast(problemWords(problem));
    }
  }

  async #toggle(one: VettingProgram): Promise<void> {
    try {
      await changeProgram(this.desk, one, { state: one.state === 'open' ? 'closed' : 'open' });
    } catch (problem) {
      toast(problemWords(problem));
    }
    void this.#load.run();
  }
}

/** What an application must have, from the profile to the papers. */
const asked = ({ minCompleteness, requiredSkills, documents }: VettingProgram): string =>
  [
    minCompleteness > 0 && t('vetting.asksFor', { percent: minCompleteness }),
    requiredSkills.map(({ name }) => name).join(', '),
    documents.map(({ label }) => label).join(', '),
  ]
    .filter(Boolean)
    .join(' · ');

define('portal-vetting-programs-page', VettingProgramsPage);
