import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { deleteTerms, getTermsTemplates, restoreTerms, type TermsTemplate } from '../../api/offers.ts';
import { type Column, dataList } from '../../elements/data-list.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { tag } from '../../elements/tag.ts';
import { timeAgo } from '../../elements/time.ts';
import { icon } from '../../icons/icon.ts';
import { plus } from '../../icons/icons.generated.ts';
import { href } from '../../router.ts';
import { mayOpen } from '../../shell/session.ts';
import { atOnce } from '../../shell/toasts.ts';
import { t } from '../../strings/strings.ts';

/** Terms texts that offers begin with. */
class TermsPage extends PortalElement {
  #load = new Task(this, { args: () => [], task: (_, { signal }) => getTermsTemplates(signal) });

  protected override render(): TemplateResult {
    return html`${pageHead(
      t('termsSettings.title'),
      t('termsSettings.lead'),
      mayOpen('accountAdmin')
        ? html`<a class="button primary" href=${href('/settings/terms/new')}>${icon(plus)}${t('termsSettings.new')}</a>`
        : nothing,
    )}
      <div class="card">
        ${this.#load.render({
          pending: () => loading(4),
          error: (problem) => html`<div class="pad">${failed(problem, () => void this.#load.run())}</div>`,
          complete: (templates) => this.#list(templates),
        })}
      </div>`;
  }

  #list(templates: readonly TermsTemplate[]): TemplateResult {
    return dataList<TermsTemplate>({
      name: 'terms',
      label: t('termsSettings.title'),
      columns: this.#columns(),
      rows: templates,
      keyOf: ({ id }) => id,
      nameOf: ({ name }) => name,
    });
  }

  #columns(): readonly Column<TermsTemplate>[] {
    return [
      {
        id: 'name',
        label: t('lists.name'),
        isLead: true,
        cell: ({
          id,
          name,
          isDefault,
          isStandard,
        }) => html`<a class="quiet strong" href=${href(`/settings/terms/${id}`)}>${name}</a>
          <div class="row small">${isDefault ? tag('success', t('termsSettings.default')) : nothing}${isStandard ? tag('neutral', t('termsSettings.standard')) : nothing}</div>`,
      },
      { id: 'version', label: t('offer.version'), isEnd: true, cell: ({ version }) => version },
      {
        id: 'saved',
        label: t('termsSettings.saved'),
        cell: ({ savedBy, savedAt }) =>
          savedAt ? html`<span class="muted">${savedBy} · ${timeAgo(savedAt)}</span>` : nothing,
      },
      {
        id: 'actions',
        label: '',
        isEnd: true,
        isPlain: true,
        cell: (template) =>
          template.isStandard || !mayOpen('accountAdmin')
            ? nothing
            : html`<button class="button small danger" type="button" @click=${() => this.#delete(template)}>${t('shell.remove')}</button>`,
      },
    ];
  }

  #delete({ id, name }: TermsTemplate): void {
    const shown = () => this.#load.run();
    void atOnce({
      page: this,
      work: () => deleteTerms(id).then(shown),
      said: t('termsSettings.deleted', { name }),
      undo: () => restoreTerms(id).then(shown),
    });
  }
}

define('portal-terms-page', TermsPage);
