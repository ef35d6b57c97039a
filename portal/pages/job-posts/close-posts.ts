import { type CloseReason, closeReasons } from '@portico/api/hiring/job-posts/job-post.ts';
import { closeJobPost } from '../../api/job-posts.ts';
import { askReason } from '../../elements/reason-dialog.ts';
import { toast } from '../../shell/toasts.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { inTurn } from './in-turn.ts';

/** Asks once for all of them; what is closed stays closed when a later one is refused. */
export function closePosts(posts: readonly { id: string; title: string }[], closed: () => void): void {
  const [first] = posts;
  askReason(
    {
      title:
        posts.length === 1
          ? t('jobPost.closeTitle', { title: first?.title ?? '' })
          : t('jobPosts.closeTitle', { n: posts.length }),
      text: t('jobPost.closeText'),
      confirm: t('jobPost.close'),
      label: t('jobPost.closeNote'),
      choices: closeReasons.map((value) => ({ value, label: wordsFor('reason', value) ?? value })),
      isDangerous: true,
    },
    async ({ choice, words }) => {
      const { done, problem } = await inTurn(posts, ({ id }) => closeJobPost(id, choice as CloseReason, words));
      if (done > 0) closed();
      if (problem) throw problem;
      toast(t('jobPosts.closed', { n: done }));
    },
  );
}
