import type { JobPostPreview } from '@portico/api/hiring/job-posts/schema.ts';
import { html } from 'lit-html';
import { adopt } from '../../core/css.ts';
import { errorNotice } from '../../core/error-notice.ts';
import { asHireError, type HireError } from '../../core/hire-error.ts';
import type { JobPostView } from '../job-post-view.ts';
import { once } from '../once.ts';
import { preview, styles } from './preview.ts';

/** The post as freelancers will see it; asked again whenever the server has another version. */
export const view = (view: JobPostView) => review(view)();

const review = once((view: JobPostView) => {
  let shown = '';
  let content: (() => unknown) | undefined;
  let error: HireError | undefined;

  async function ask(version: string): Promise<void> {
    shown = version;
    error = undefined;
    try {
      const found = await view.api.ask<JobPostPreview>(`/v1/job-posts/${view.post!.id}/preview`);
      if (shown !== version) return;
      adopt(view.root, styles);
      content = () => preview(view, found);
    } catch (reason) {
      error = asHireError(reason);
    }
    view.update();
  }

  return () => {
    const { post, saving, strings } = view;
    const version = post && saving.etag();
    const state = saving.state();
    const isKept = state === 'saved' || state === 'refused';
    if (version && version !== shown && isKept) void ask(version);
    if (error) return errorNotice(error, strings, () => ask(shown));
    if (content) return content();
    return isKept || state === 'saving'
      ? html`<div class="bone"></div>`
      : html`<p class="muted">${strings.saving[state]}</p>`;
  };
});
