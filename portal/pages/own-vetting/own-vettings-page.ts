import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { applyTo, getOpenPrograms, getOwnVettings, type OpenProgram, type OwnVetting } from '../../api/vetting.ts';
import { actionButton } from '../../elements/action-button.ts';
import { nothingYet } from '../../elements/empty-state.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { askReason } from '../../elements/reason-dialog.ts';
import { failed, loading } from '../../elements/states.ts';
import { shield } from '../../icons/icons.generated.ts';
import { href, navigate } from '../../router.ts';
import { formatDate } from '../../strings/format.ts';
import { t } from '../../strings/strings.ts';
import { eligibilityList, vettingStatus, whyWords } from '../vetting/vetting-words.ts';
import { nextWords } from './next-words.ts';

/** Where a freelancer is vetted, and where they could be. */
class OwnVettingsPage extends PortalElement {
  #load = new Task(this, {
    args: () => [],
    task: async (_, { signal }) => {
      const [own, open] = await Promise.all([getOwnVettings(signal), getOpenPrograms(signal)]);
      return { own: own.items, open: open.items };
    },
  });

  protected override render(): TemplateResult {
    return html`${pageHead(t('ownVetting.title'), t('ownVetting.lead'))}
      ${this.#load.render({
        pending: () => html`<div class="card">${loading()}</div>`,
        error: (problem) => failed(problem, () => void this.#load.run()),
        complete: ({ own, open }) => this.#lists(own, open),
      })}`;
  }

  #lists(own: readonly OwnVetting[], open: readonly OpenProgram[]): TemplateResult {
    const begun = new Set(
      own
        .filter(({ state }) => !['rejected', 'revoked', 'withdrawn', 'declined', 'lapsed'].includes(state))
        .map(({ program }) => program.id),
    );
    const free = open.filter(({ id }) => !begun.has(id));
    if (own.length + free.length === 0)
      return html`<div class="card">${nothingYet({ shape: shield, title: t('ownVetting.emptyTitle'), text: t('ownVetting.emptyText'), next: 'itself' })}</div>`;
    return html`<div class="stack">
      ${own.map(
        (one) => html`<article class="card" aria-label=${one.pool.name}>
          <header>
            <div class="grow"><h2><a class="quiet" href=${href(`/my/vetting/${one.id}`)}>${one.pool.name}</a></h2><p class="muted small">${[one.program.name !== one.pool.name && one.program.name, one.desk].filter(Boolean).join(' · ')}</p></div>
            ${vettingStatus(one.state)}
          </header>
          <p class="pad">${nextWords(one.next)}</p>
        </article>`,
      )}
      ${free.length > 0 ? html`<h2>${t('ownVetting.open')}</h2>` : nothing} ${free.map((one) => this.#program(one))}
    </div>`;
  }

  #program(one: OpenProgram): TemplateResult {
    const why = one.coolDownUntil
      ? t('ownVetting.coolDown', { date: formatDate(one.coolDownUntil) })
      : whyWords(one.mayApply.whyNot);
    return html`<article class="card" aria-label=${one.name}>
      <header><div class="grow"><h2>${one.name}</h2><p class="muted small">${[one.pool.name !== one.name && one.pool.name, one.desk].filter(Boolean).join(' · ')}</p></div></header>
      <div class="pad stack close">
        <p>${one.description}</p>
        ${eligibilityList(one.eligibility)}
        ${one.wantedDocuments.length > 0 ? html`<p class="muted small">${t('vetting.documents')}: ${one.wantedDocuments.map(({ label }) => label).join(', ')}</p>` : nothing}
        ${why ? html`<p class="muted small">${why}</p>` : nothing}
        <div class="actions">${actionButton({ label: t('ownVetting.apply'), kind: 'primary', why, run: () => this.#apply(one) })}</div>
      </div>
    </article>`;
  }

  #apply({ id, name }: OpenProgram): void {
    askReason(
      {
        title: name,
        text: t('ownVetting.applyText'),
        confirm: t('ownVetting.apply'),
        label: t('ownVetting.statement'),
        maxlength: 4000,
      },
      async ({ words }) => {
        const own = await applyTo(id, words);
        await navigate(`/my/vetting/${own.id}`);
      },
    );
  }
}

define('portal-own-vettings-page', OwnVettingsPage);
