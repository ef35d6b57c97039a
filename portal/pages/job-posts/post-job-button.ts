import { Task } from '@lit/task';
import { html, type TemplateResult } from 'lit';
import { getTemplates } from '../../api/job-posts.ts';
import { popoverMenu } from '../../elements/popover-menu.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { icon } from '../../icons/icon.ts';
import { chevronDown, filePlus, layoutTemplate } from '../../icons/icons.generated.ts';
import { href } from '../../router.ts';
import { t } from '../../strings/strings.ts';

/** Blank, or from one of the tenant's templates. */
class PostJobButton extends PortalElement {
  #templates = new Task(this, { args: () => [], task: (_, { signal }) => getTemplates(signal) });

  protected override render(): TemplateResult {
    const templates = this.#templates.value ?? [];
    if (templates.length === 0)
      return html`<a class="button primary" href=${href('/job-posts/new')}>${icon(filePlus)}${t('jobPosts.post')}</a>`;
    return popoverMenu(
      'post-job',
      html`${icon(filePlus)}${t('jobPosts.post')}${icon(chevronDown)}`,
      html`<a class="menu-item" href=${href('/job-posts/new')}>${icon(filePlus)}<span>${t('jobPosts.blank')}</span></a>
        <hr />
        <div class="menu-head muted small">${t('jobPosts.fromTemplate')}</div>
        ${templates.map(
          ({ id, name }) =>
            html`<a class="menu-item" href=${href(`/job-posts/new?${new URLSearchParams({ template: id })}`)}>${icon(layoutTemplate)}<span>${name}</span></a>`,
        )}`,
      'primary',
    );
  }
}

define('portal-post-job-button', PostJobButton);

export const postJobButton = (): TemplateResult => html`<portal-post-job-button></portal-post-job-button>`;
