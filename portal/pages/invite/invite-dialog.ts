import { Task } from '@lit/task';
import { invitationMessageMaxLength } from '@portico/api/hiring/invitations/invitation.ts';
import { html, type TemplateResult } from 'lit';
import { getJobPosts, type JobPostSummary } from '../../api/job-posts.ts';
import { type InviteAnswer, inviteToJob } from '../../api/proposals.ts';
import { DialogForm, openDialog } from '../../elements/dialog.ts';
import { selectField, textArea } from '../../elements/field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { define } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { href, navigate } from '../../router.ts';
import { toast } from '../../shell/toasts.ts';
import { t, wordsFor } from '../../strings/strings.ts';

export type Invited = { id: string; name: string };

const postsMax = 100;

/** Asks people to propose on one of the open posts, and says what became of each. */
class InviteToJobDialog extends DialogForm {
  static override properties = { ...FormElement.properties, jobPostId: { state: true }, words: { state: true } };
  protected heading: string;
  protected submitLabel = t('invite.send');
  declare jobPostId: string;
  declare words: string;
  readonly #people: readonly Invited[];

  #posts = new Task(this, {
    args: () => [],
    task: async (_, { signal }) => (await getJobPosts({ state: ['open'], limit: postsMax }, signal)).items,
    onComplete: (posts) => {
      this.jobPostId = posts[0]?.id ?? '';
    },
  });

  constructor(people: readonly Invited[]) {
    super();
    this.#people = people;
    this.heading =
      people.length === 1 ? t('invite.title', { name: people[0]!.name }) : t('invite.titleMany', { n: people.length });
    this.jobPostId = '';
    this.words = '';
  }

  protected fields(): TemplateResult {
    return html`${this.#posts.render({
      pending: () => loading(2),
      error: (problem) => failed(problem, () => void this.#posts.run()),
      complete: (posts) => (posts.length === 0 ? none() : this.#form(posts)),
    })}`;
  }

  #form(posts: readonly JobPostSummary[]): TemplateResult {
    return html`${selectField({
      id: 'jobPostId',
      label: t('invite.post'),
      value: this.jobPostId,
      choices: posts.map(({ id, title }) => ({ value: id, label: title })),
      error: this.errors.jobPostId,
      onChange: (id) => {
        this.jobPostId = id;
      },
    })}
    ${textArea({
      id: 'message',
      label: t('invite.message'),
      optional: true,
      value: this.words,
      rows: 4,
      maxlength: invitationMessageMaxLength,
      error: this.errors.message,
      onInput: (words) => {
        this.words = words;
      },
    })}`;
  }

  protected send(event: Event): Promise<boolean> {
    return this.submit(event, { jobPostId: !this.jobPostId && t('invite.noPost') }, async () => {
      const ids = this.#people.map(({ id }) => id);
      tell(await inviteToJob(this.jobPostId, ids, this.words.trim()), this.#people, this.jobPostId);
    });
  }
}

const none = () =>
  html`<p>${t('invite.noPosts')}</p><p><a href=${href('/job-posts/new')} @click=${closeAll}>${t('jobPosts.post')}</a></p>`;

function closeAll(event: Event): void {
  (event.target as HTMLElement).closest('dialog')?.close();
}

function tell({ items, invited }: InviteAnswer, people: readonly Invited[], jobPostId: string): void {
  const left = items.filter(({ outcome }) => outcome !== 'invited');
  const whyNot = left.map(({ freelancerId, outcome }) =>
    t('invite.notInvited', {
      name: people.find(({ id }) => id === freelancerId)?.name ?? '',
      why: wordsFor('inviteOutcome', outcome) ?? outcome,
    }),
  );
  const words = invited > 0 ? t('invite.sent', { n: invited }) : '';
  toast([words, ...whyNot].filter(Boolean).join(' '), {
    label: t('invite.show'),
    run: () => void navigate(`/job-posts/${jobPostId}/invitations`),
  });
}

define('portal-invite-to-job-dialog', InviteToJobDialog);

export const openInviteToJob = (people: readonly Invited[]): void => {
  openDialog(new InviteToJobDialog(people));
};
