import { Task } from '@lit/task';
import { html, type TemplateResult } from 'lit';
import {
  deleteTemplate,
  getTemplate,
  getTemplates,
  type JobTemplate,
  renameTemplate,
  restoreTemplate,
} from '../../api/job-posts.ts';
import { type Column, dataList } from '../../elements/data-list.ts';
import { nothingYet } from '../../elements/empty-state.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { timeAgo } from '../../elements/time.ts';
import { layoutTemplate } from '../../icons/icons.generated.ts';
import { href } from '../../router.ts';
import { atOnce, toast } from '../../shell/toasts.ts';
import { t } from '../../strings/strings.ts';
import { openName } from './name-dialog.ts';

class JobTemplatesPage extends PortalElement {
  #load = new Task(this, { args: () => [], task: (_, { signal }) => getTemplates(signal) });

  protected override render(): TemplateResult {
    return html`${pageHead(t('templates.title'), t('templates.lead'))}
      <div class="card">
        ${this.#load.render({
          pending: () => loading(4),
          error: (problem) => html`<div class="pad">${failed(problem, () => void this.#load.run())}</div>`,
          complete: (templates) =>
            templates.length > 0
              ? this.#list(templates)
              : nothingYet({
                  shape: layoutTemplate,
                  title: t('templates.none'),
                  text: t('templates.noneText'),
                  next: {
                    for: 'hirer',
                    action: html`<a class="button" href=${href('/job-posts')}>${t('nav.jobPosts')}</a>`,
                  },
                }),
        })}
      </div>`;
  }

  #list(templates: readonly JobTemplate[]): TemplateResult {
    return dataList<JobTemplate>({
      name: 'job-templates',
      label: t('templates.title'),
      columns: this.#columns(),
      rows: templates,
      keyOf: ({ id }) => id,
      nameOf: ({ name }) => name,
    });
  }

  #columns(): readonly Column<JobTemplate>[] {
    return [
      {
        id: 'name',
        label: t('lists.name'),
        isLead: true,
        cell: ({
          id,
          name,
          fields,
        }) => html`<a class="quiet strong" href=${href(`/job-posts/new?${new URLSearchParams({ template: id })}`)}>${name}</a>
          <div class="muted small">${fields.title}</div>`,
      },
      { id: 'owner', label: t('jobPost.owner'), cell: ({ owner }) => owner.name },
      {
        id: 'updated',
        label: t('jobPost.updated'),
        cell: ({ updatedAt }) => html`<span class="muted">${timeAgo(updatedAt)}</span>`,
      },
      {
        id: 'actions',
        label: '',
        isEnd: true,
        isPlain: true,
        cell: (template) => html`<div class="actions end">
          <button class="button small" type="button" @click=${() => this.#rename(template)}>${t('lists.rename')}</button>
          <button class="button small danger" type="button" @click=${() => this.#delete(template)}>${t('shell.remove')}</button>
        </div>`,
      },
    ];
  }

  #rename({ id, name }: JobTemplate): void {
    openName({ title: t('lists.rename'), name }, async (next) => {
      const { etag } = await getTemplate(id);
      await renameTemplate(id, next, etag);
      toast(t('lists.renamed'));
      await this.#load.run();
    });
  }

  #delete({ id, name }: JobTemplate): void {
    const shown = () => this.#load.run();
    void atOnce({
      page: this,
      work: () => deleteTemplate(id).then(shown),
      said: t('templates.deleted', { name }),
      undo: () => restoreTemplate(id).then(shown),
    });
  }
}

define('portal-job-templates-page', JobTemplatesPage);
