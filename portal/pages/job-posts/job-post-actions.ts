import { endedJobPostStates, jobPostCan } from '@portico/api/hiring/job-posts/job-post.ts';
import { html, nothing, type TemplateResult } from 'lit';
import {
  deleteJobPost,
  duplicateJobPost,
  getJobPost,
  type JobPost,
  pauseJobPost,
  publishJobPost,
  repostJobPost,
  restoreJobPost,
  resumeJobPost,
} from '../../api/job-posts.ts';
import { problemWords } from '../../api/problem.ts';
import { type Action, actionButton, actionItem } from '../../elements/action-button.ts';
import { confirmThen } from '../../elements/dialog.ts';
import { popoverMenu } from '../../elements/popover-menu.ts';
import { icon } from '../../icons/icon.ts';
import {
  circlePause,
  circlePlay,
  circleX,
  copyPlus,
  ellipsis,
  layoutTemplate,
  pencil,
  repeat,
  send,
  trash,
} from '../../icons/icons.generated.ts';
import { navigate } from '../../router.ts';
import { mayOpen } from '../../shell/session.ts';
import { atOnce, toast } from '../../shell/toasts.ts';
import { t } from '../../strings/strings.ts';
import { closePosts } from './close-posts.ts';
import { openSaveTemplate } from './save-template-dialog.ts';

type Changed = (post: JobPost) => void;

/** What the move table allows now; the rest says why not. */
export function jobPostActions(post: JobPost, changed: Changed): TemplateResult | typeof nothing {
  if (!mayOpen('hirer')) return nothing;
  const primary = primaryOf(post, changed);
  return html`${primary.map((action) => actionButton(action))}
    ${popoverMenu(
      'post-actions',
      html`${icon(ellipsis)}<span class="visually-hidden">${t('shell.moreActions')}</span>`,
      html`${menuOf(post, changed).map(actionItem)}`,
      'icon-only',
    )}`;
}

function primaryOf(post: JobPost, changed: Changed): Action[] {
  const edit: Action = {
    label: t('shell.edit'),
    shape: pencil,
    why: !post.mayEdit && t('jobPost.whyEdit'),
    run: () => void navigate(`/job-posts/${post.id}/edit`),
  };
  switch (post.state) {
    case 'draft':
      return [edit, { label: t('jobPost.publish'), shape: send, kind: 'primary', run: () => publish(post, changed) }];
    case 'open':
      return [edit, pause(post, changed)];
    case 'paused':
      return [edit, { ...resume(post, changed), kind: 'primary' }];
    case 'pendingApproval':
      return [];
    case 'filled':
    case 'closed':
    case 'expired':
    case 'removed':
      return [{ ...repost(post), kind: 'primary' }];
  }
}

function menuOf(post: JobPost, changed: Changed): Action[] {
  return [
    pause(post, changed),
    resume(post, changed),
    {
      label: t('jobPost.close'),
      shape: circleX,
      why: !jobPostCan.close(post) && t('jobPost.whyClose'),
      run: () => closePosts([post], () => void read(post, changed)),
    },
    repost(post),
    {
      label: t('jobPost.duplicate'),
      shape: copyPlus,
      run: () => void attempt(async () => opened(await duplicateJobPost(post.id), t('jobPost.duplicated'))),
    },
    { label: t('jobPost.saveTemplate'), shape: layoutTemplate, run: () => openSaveTemplate(post) },
    {
      label: t('jobPost.delete'),
      shape: trash,
      kind: 'danger',
      why: post.state !== 'draft' && t('jobPost.whyDelete'),
      run: () =>
        void atOnce({
          work: async () => {
            await deleteJobPost(post.id);
            await navigate('/job-posts', 'replace');
          },
          said: t('jobPost.deleted', { title: post.title || t('jobPost.untitled') }),
          undo: () => restoreJobPost(post.id),
        }),
    },
  ];
}

const pause = (post: JobPost, changed: Changed): Action => ({
  label: t('jobPost.pause'),
  shape: circlePause,
  why: !jobPostCan.pause(post) && t('jobPost.whyPause'),
  run: () =>
    void atOnce({
      work: async () => changed(await pauseJobPost(post.id)),
      said: t('jobPost.paused'),
      undo: async () => changed(await resumeJobPost(post.id)),
    }),
});

const resume = (post: JobPost, changed: Changed): Action => ({
  label: t('jobPost.resume'),
  shape: circlePlay,
  why: !jobPostCan.resume(post) && t('jobPost.whyResume'),
  run: () =>
    void atOnce({
      work: async () => changed(await resumeJobPost(post.id)),
      said: t('jobPost.resumed'),
      undo: async () => changed(await pauseJobPost(post.id)),
    }),
});

const repost = (post: JobPost): Action => ({
  label: t('jobPost.repost'),
  shape: repeat,
  why: !(endedJobPostStates as readonly string[]).includes(post.state) && t('jobPost.whyRepost'),
  run: () => void attempt(async () => opened(await repostJobPost(post.id), t('jobPost.reposted'))),
});

/** A refusal names fields: the overview lists them, the editor shows them where they are. */
function publish(post: JobPost, changed: Changed): void {
  confirmThen(
    {
      title: t('jobPost.publishTitle', { title: post.title || t('jobPost.untitled') }),
      text: t('jobPost.publishText'),
      confirm: t('jobPost.publishNow'),
    },
    async () => {
      const published = await publishJobPost(post.id);
      done(published, changed, published.state === 'open' ? t('jobPost.isPublished') : t('jobPost.approvalAsked'));
    },
  );
}

async function read(post: JobPost, changed: Changed): Promise<void> {
  await attempt(async () => changed((await getJobPost(post.id)).data));
}

function done(post: JobPost, changed: Changed, words: string): void {
  changed(post);
  toast(words);
}

function opened(post: JobPost, words: string): void {
  toast(words);
  void navigate(`/job-posts/${post.id}/edit`);
}

async function attempt(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (problem) {
    toast(problemWords(problem));
  }
}
