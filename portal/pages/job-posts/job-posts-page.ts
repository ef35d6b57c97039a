import { Task } from '@lit/task';
import { jobPostCan } from '@portico/api/hiring/job-posts/job-post.ts';
import { html, nothing, type TemplateResult } from 'lit';
import {
  getJobPosts,
  type JobPostPage,
  type JobPostSummary,
  pauseJobPost,
  resumeJobPost,
} from '../../api/job-posts.ts';
import { problemWords } from '../../api/problem.ts';
import { actionButton } from '../../elements/action-button.ts';
import { countTabs } from '../../elements/count-tabs.ts';
import { dataList } from '../../elements/data-list.ts';
import { noneFit, nothingYet } from '../../elements/empty-state.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { searchField } from '../../elements/search-field.ts';
import { failed, loading } from '../../elements/states.ts';
import { icon } from '../../icons/icon.ts';
import { briefcase, circlePause, circlePlay, circleX, upload } from '../../icons/icons.generated.ts';
import { currentQuery, href, replaceQuery } from '../../router.ts';
import { hasFeature, mayOpen } from '../../shell/session.ts';
import { toast } from '../../shell/toasts.ts';
import { t } from '../../strings/strings.ts';
import { closePosts } from './close-posts.ts';
import { inTurn } from './in-turn.ts';
import { jobPostColumns } from './job-post-columns.ts';
import { type JobPostTab, statesOfTab } from './job-post-words.ts';
import { postJobButton } from './post-job-button.ts';

const tabs = Object.keys(statesOfTab) as JobPostTab[];

class JobPostsPage extends PortalElement {
  static override properties = {
    tab: { state: true },
    words: { state: true },
    sort: { state: true },
    isOwn: { state: true },
    items: { state: true },
    chosen: { state: true },
    nextCursor: { state: true },
  };
  declare tab: JobPostTab;
  declare words: string;
  declare sort: string;
  declare isOwn: boolean;
  declare items: readonly JobPostSummary[];
  declare chosen: readonly string[];
  declare nextCursor: string | null;

  #load = new Task(this, {
    args: () => [this.tab, this.words, this.sort, this.isOwn] as const,
    task: (_, { signal }) => getJobPosts(this.#query(), signal),
    onComplete: ({ items, nextCursor }) => {
      this.items = items;
      this.nextCursor = nextCursor;
      this.chosen = [];
    },
  });

  constructor() {
    super();
    const url = currentQuery();
    this.tab = tabs.find((tab) => tab === url.get('state')) ?? 'all';
    this.words = url.get('q') ?? '';
    this.sort = url.get('sort') ?? 'updated';
    this.isOwn = url.get('owner') === 'me';
    this.items = [];
    this.chosen = [];
    this.nextCursor = null;
  }

  protected override updated(): void {
    const url = new URLSearchParams();
    if (this.tab !== 'all') url.set('state', this.tab);
    if (this.words) url.set('q', this.words);
    if (this.sort !== 'updated') url.set('sort', this.sort);
    if (this.isOwn) url.set('owner', 'me');
    replaceQuery(url);
  }

  protected override render(): TemplateResult {
    const known = this.#load.value;
    return html`${pageHead(
      t('jobPosts.title'),
      t('jobPosts.lead'),
      mayOpen('hirer')
        ? html`<a class="button" href=${href('/job-imports')}>${icon(upload)}${t('jobPosts.import')}</a>${known && this.items.length === 0 && !this.#isFiltered ? nothing : postJobButton()}`
        : nothing,
    )}
      <div class="filter-bar">
        ${countTabs(t('jobPost.state'), this.tab, this.#tabs(known?.counts), (tab) => {
          this.tab = tab;
        })}
        <label class="choice"><input type="checkbox" .checked=${this.isOwn} @change=${this.#own} /><span>${t('jobPosts.onlyMine')}</span></label>
        ${searchField(t('jobPosts.search'), this.words, (words) => {
          this.words = words;
        })}
      </div>
      <div class="card">
        ${this.#load.render({
          pending: () => (known ? this.#list() : loading(8)),
          error: (problem) => html`<div class="pad">${failed(problem, () => void this.#load.run())}</div>`,
          complete: () => (this.items.length > 0 ? this.#list() : this.#none()),
        })}
      </div>`;
  }

  #query() {
    return {
      state: statesOfTab[this.tab],
      q: this.words || undefined,
      owner: this.isOwn ? 'me' : undefined,
      sort: this.sort,
    };
  }

  #tabs(counts: JobPostPage['counts'] | undefined) {
    const open = tabs.filter((tab) => tab !== 'pendingApproval' || hasFeature('approvals') || tab === this.tab);
    return open.map((value) => {
      const states = value === 'all' ? Object.values(statesOfTab).flat() : statesOfTab[value];
      const n = counts && states.reduce((sum, state) => sum + counts[state], 0);
      return { value, label: tabWords(value), n };
    });
  }

  #list(): TemplateResult {
    return dataList<JobPostSummary>({
      name: 'job-posts',
      label: t('jobPosts.title'),
      columns: jobPostColumns(),
      rows: this.items,
      keyOf: ({ id }) => id,
      nameOf: ({ title }) => title || t('jobPost.untitled'),
      sort: this.sort,
      onSort: (sort) => {
        this.sort = sort;
      },
      ...(mayOpen('hirer') && {
        chosen: this.chosen,
        onChoose: (chosen: readonly string[]) => {
          this.chosen = chosen;
        },
        bulk: () => this.#bulk(),
      }),
      footer: this.nextCursor
        ? html`<button class="button small" type="button" @click=${() => void this.#more()}>${t('shell.more')}</button>`
        : nothing,
    });
  }

  #bulk(): TemplateResult {
    const posts = this.items.filter(({ id }) => this.chosen.includes(id));
    const fitting = (can: (post: JobPostSummary) => boolean) => posts.filter(can);
    const pausable = fitting(jobPostCan.pause);
    const resumable = fitting(jobPostCan.resume);
    const closable = fitting(jobPostCan.close);
    return html`${actionButton(
      {
        label: t('jobPosts.pauseMany', { n: pausable.length }),
        shape: circlePause,
        why: pausable.length === 0 && t('jobPost.whyPause'),
        run: () => void this.#each(pausable, (id) => pauseJobPost(id)),
      },
      'small',
    )}
    ${actionButton(
      {
        label: t('jobPosts.resumeMany', { n: resumable.length }),
        shape: circlePlay,
        why: resumable.length === 0 && t('jobPost.whyResume'),
        run: () => void this.#each(resumable, (id) => resumeJobPost(id)),
      },
      'small',
    )}
    ${actionButton(
      {
        label: t('jobPosts.closeMany', { n: closable.length }),
        shape: circleX,
        why: closable.length === 0 && t('jobPost.whyClose'),
        run: () => closePosts(closable, () => void this.#load.run()),
      },
      'small',
    )}`;
  }

  async #each(posts: readonly JobPostSummary[], work: (id: string) => Promise<unknown>): Promise<void> {
    const { done, problem } = await inTurn(posts, ({ id }) => work(id));
    toast(
      problem
        ? t('jobPosts.someDone', { done, all: posts.length, why: problemWords(problem) })
        : t('jobPosts.done', { n: done }),
    );
    await this.#load.run();
  }

  async #more(): Promise<void> {
    try {
      const { items, nextCursor } = await getJobPosts({ ...this.#query(), cursor: this.nextCursor ?? undefined });
      this.items = [...this.items, ...items];
      this.nextCursor = nextCursor;
    } catch (problem) {
      toast(problemWords(problem));
    }
  }

  #own(event: Event): void {
    this.isOwn = (event.target as HTMLInputElement).checked;
  }

  get #isFiltered(): boolean {
    return this.tab !== 'all' || this.words !== '' || this.isOwn;
  }

  #none(): TemplateResult {
    return this.#isFiltered
      ? noneFit(briefcase, t('jobPosts.noneFit'), t('jobPosts.noneFitText'), () => {
          this.tab = 'all';
          this.words = '';
          this.isOwn = false;
        })
      : nothingYet({
          shape: briefcase,
          title: t('jobPosts.none'),
          text: t('jobPosts.noneText'),
          next: { for: 'hirer', action: postJobButton() },
        });
  }
}

function tabWords(tab: JobPostTab): string {
  switch (tab) {
    case 'all':
      return t('jobPosts.all');
    case 'open':
      return t('jobPostState.open');
    case 'draft':
      return t('jobPosts.drafts');
    case 'pendingApproval':
      return t('jobPostState.pendingApproval');
    case 'paused':
      return t('jobPostState.paused');
    case 'ended':
      return t('jobPosts.ended');
  }
}

define('portal-job-posts-page', JobPostsPage);
