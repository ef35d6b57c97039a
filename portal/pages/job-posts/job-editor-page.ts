import '@portico/widgets/define/job-post';
import type {} from '@portico/widgets/job-post/job-post-events.ts';
import { html, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { pageHead } from '../../elements/page-head.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { icon } from '../../icons/icon.ts';
import { arrowLeft } from '../../icons/icons.generated.ts';
import { currentQuery, href, navigate, replacePath } from '../../router.ts';
import { portalEmbed } from '../../shell/portal-embed.ts';
import { toast } from '../../shell/toasts.ts';
import { t } from '../../strings/strings.ts';

/** The widget that host pages embed, at full width; once a draft exists the address is the draft's own. */
class JobEditorPage extends PortalElement {
  static override properties = { jobPostId: { attribute: false }, savedId: { state: true } };
  declare jobPostId: string | undefined;
  declare savedId: string | undefined;

  protected override render(): TemplateResult {
    const id = this.jobPostId ?? this.savedId;
    const template = currentQuery().get('template') ?? undefined;
    return html`<p class="back">
        ${
          id
            ? html`<a class="quiet muted row" href=${href(`/job-posts/${id}`)}>${icon(arrowLeft)}${t('jobPost.show')}</a>`
            : html`<a class="quiet muted row" href=${href('/job-posts')}>${icon(arrowLeft)}${t('jobPost.back')}</a>`
        }
      </p>
      ${pageHead(this.jobPostId ? t('jobPost.editTitle') : t('jobPosts.post'))}
      ${keyed(
        this.jobPostId,
        html`<hire-job-post
          .embed=${portalEmbed()}
          .jobId=${this.jobPostId}
          .templateId=${this.jobPostId ? undefined : template}
          @hire-job-saved=${this.#saved}
          @hire-job-posted=${this.#posted}
        ></hire-job-post>`,
      )}`;
  }

  #saved(event: HTMLElementEventMap['hire-job-saved']): void {
    if (this.jobPostId || this.savedId) return;
    this.savedId = event.detail.id;
    // Reloading finds the draft instead of beginning another one.
    replacePath(`/job-posts/${event.detail.id}/edit`);
  }

  #posted(event: HTMLElementEventMap['hire-job-posted']): void {
    const { id, jobPost } = event.detail;
    toast(jobPost.state === 'open' ? t('jobPost.isPublished') : t('jobPost.approvalAsked'));
    void navigate(`/job-posts/${id}`);
  }
}

define('portal-job-editor-page', JobEditorPage);
