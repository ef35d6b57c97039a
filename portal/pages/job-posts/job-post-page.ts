import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { getJobPost, type JobPost } from '../../api/job-posts.ts';
import { pageTabs } from '../../elements/page-tabs.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { failed, loading, notice } from '../../elements/states.ts';
import { jobPostStatus } from '../../elements/status.ts';
import '../../elements/timeline.ts';
import { jobPostTimeline } from '../../api/job-posts.ts';
import { icon } from '../../icons/icon.ts';
import { arrowLeft, hourglass } from '../../icons/icons.generated.ts';
import { href } from '../../router.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { objectStyles } from '../../styles/object.ts';
import { jobPostActions } from './job-post-actions.ts';
import { jobPostFacts } from './job-post-facts.ts';
import { nextStep } from './job-post-words.ts';
import './job-post-overview.ts';
import './job-invitations.ts';
import '../proposals/proposal-board.ts';

export type JobPostPart = 'overview' | 'proposals' | 'invitations' | 'timeline';

class JobPostPage extends PortalElement {
  static override pageStyles = [objectStyles];
  static override properties = {
    jobPostId: { attribute: false },
    tab: { attribute: false },
    post: { state: true },
    unread: { state: true },
  };
  declare jobPostId: string;
  declare tab: JobPostPart;
  declare post: JobPost | undefined;
  /** Of the board, once it was opened. */
  declare unread: number;

  #load = new Task(this, {
    args: () => [this.jobPostId] as const,
    task: ([id], { signal }) => getJobPost(id, signal),
    onComplete: ({ data }) => {
      this.post = data;
    },
  });

  constructor() {
    super();
    this.tab = 'overview';
    this.unread = 0;
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    const done = await super.getUpdateComplete();
    await this.#load.taskComplete.catch(() => {});
    return done;
  }

  protected override render() {
    if (this.post) return this.#page(this.post);
    return this.#load.render({
      pending: () => loading(10),
      error: (problem) => failed(problem, () => void this.#load.run()),
    });
  }

  #page(post: JobPost): TemplateResult {
    const path = `/job-posts/${post.id}`;
    const isDraft = post.state === 'draft';
    return html`<p class="back"><a class="quiet muted row" href=${href('/job-posts')}>${icon(arrowLeft)}${t('jobPost.back')}</a></p>
      <header class="page-head object-head">
        <div>
          <h1 tabindex="-1">${post.title || t('jobPost.untitled')}</h1>
          <p class="row">${jobPostStatus(post.state)}<span class="muted">${nextStep(post, this.unread)}</span></p>
        </div>
        <div class="actions no-print">${jobPostActions(post, (changed) => this.#changed(changed))}</div>
      </header>
      ${this.#notices(post)}
      ${pageTabs<JobPostPart>(
        post.title,
        this.tab,
        [
          { value: 'overview', label: t('jobPost.overview'), path },
          ...(isDraft
            ? []
            : ([
                { value: 'proposals', label: t('jobPost.proposals'), path: `${path}/proposals` },
                { value: 'invitations', label: t('jobPost.invitations'), path: `${path}/invitations` },
              ] as const)),
          { value: 'timeline', label: t('timeline.title'), path: `${path}/timeline` },
        ],
        (part) => {
          this.tab = part;
        },
      )}
      ${this.#tab(post)}`;
  }

  #notices(post: JobPost): TemplateResult | typeof nothing {
    if (post.state === 'pendingApproval' && post.approvalId)
      return html`<div class="page-notice">
        ${notice('info', hourglass, html`<p>${t('jobPost.waitsForApproval')} <a href=${href(`/approvals/${post.approvalId}`)}>${t('jobPost.showApproval')}</a></p>`)}
      </div>`;
    if (post.state === 'removed' && post.endReason)
      return html`<div class="page-notice">${notice('danger', hourglass, html`<p>${t('jobPost.wasRemoved')} ${post.endReason}</p>`)}</div>`;
    return nothing;
  }

  #tab(post: JobPost): TemplateResult {
    switch (this.tab) {
      case 'proposals':
        return html`<portal-proposal-board
          .jobPost=${post}
          @proposals-counted=${(event: CustomEvent<{ unread: number }>) => {
            this.unread = event.detail.unread;
          }}
        ></portal-proposal-board>`;
      case 'invitations':
        return html`<portal-job-invitations .jobPost=${post}></portal-job-invitations>`;
      case 'timeline':
        return html`<div class="card pad"><portal-timeline .path=${jobPostTimeline(post.id)} .noun=${'jobPost'}></portal-timeline></div>`;
      case 'overview':
        return html`<div class="columns">
          <portal-job-post-overview .jobPost=${post}></portal-job-post-overview>
          <aside class="stack">
            <section class="card pad stack close"><h2>${t('jobPost.facts')}</h2>${jobPostFacts(post)}</section>
          </aside>
        </div>`;
    }
  }

  #changed(post: JobPost): void {
    this.post = post;
    void this.querySelector('portal-timeline')?.reload();
  }
}

export const endReasonWords = (reason: string): string => wordsFor('reason', reason) ?? reason;

define('portal-job-post-page', JobPostPage);
