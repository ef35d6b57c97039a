import { invitationMessageMaxLength } from '@portico/api/hiring/invitations/invitation.ts';
import type { InviteAnswer } from '@portico/api/hiring/invitations/schema.ts';
import type { JobPostPage } from '@portico/api/hiring/job-posts/schema.ts';
import { html, nothing } from 'lit-html';
import { asHireError, type HireError } from '../../core/hire-error.ts';
import { plural } from '../../core/locale.ts';
import { newKey } from '../../core/new-key.ts';
import { icon } from '../icon.ts';
import type { SearchView } from '../search-view.ts';
import type { LaterStrings } from './strings.ts';

export type Invited = { id: string; name: string };
const othersShown = 5;

/** To which post, whom else, with which words; then what became of each. */
export async function createInvitation(
  view: SearchView,
  people: readonly Invited[],
  close: () => void,
  signal: AbortSignal,
): Promise<(words: LaterStrings['invitation']) => unknown> {
  const { items: posts } = await view.api.ask<JobPostPage>('/v1/job-posts?state=open&sort=newest&limit=100', {
    signal,
  });
  const chosen = new Set(people.map(({ id }) => id));
  const others = (view.result?.items ?? []).filter(({ id }) => !chosen.has(id)).slice(0, othersShown);
  const all: readonly Invited[] = [...people, ...others];
  let postId = posts[0]?.id;
  let message = '';
  let headers = { 'idempotency-key': newKey() };
  let isBusy = false;
  let error: HireError | undefined;
  let answer: InviteAnswer | undefined;

  const changed = (change: () => void) => {
    change();
    // Another wish is another invitation.
    headers = { 'idempotency-key': newKey() };
    view.update();
  };

  async function send(event: Event): Promise<void> {
    event.preventDefault();
    isBusy = true;
    error = undefined;
    view.update();
    try {
      const body = { freelancerIds: [...chosen], message: message.trim().slice(0, invitationMessageMaxLength) };
      answer = await view.api.ask<InviteAnswer>(`/v1/job-posts/${postId}/invitations`, {
        method: 'POST',
        body,
        headers,
      });
      view.emit('hire-invited', { jobPostId: postId!, items: answer.items }, false);
    } catch (reason) {
      error = view.fail(asHireError(reason));
    }
    isBusy = false;
    view.update();
  }

  const refusal = ({ code, problem }: HireError) =>
    (['invalid_request', 'conflict'].includes(code) && problem.detail) || view.strings.errors[code];

  return (words) => {
    const { strings, language } = view;
    if (!posts.length) return html`<p class="notice">${words.noPost}</p>`;
    if (answer)
      return html`<h2>${strings.invite}</h2>
        <ul class="stack" role="status">
          ${answer.items.map(({ freelancerId, outcome }) => {
            const name = all.find(({ id }) => id === freelancerId)?.name;
            return html`<li class="row">
              ${outcome === 'invited' ? icon('check') : icon('close')}<b>${name}</b> ${words.outcomes[outcome]}
            </li>`;
          })}
        </ul>
        <button class="primary" @click=${close}>${strings.close}</button>`;
    return html`<h2>${strings.invite}</h2>
      <form class="stack" @submit=${send}>
        <label class="stack near"
          ><b>${words.post}</b>
          <select @change=${({ target }: Event) => changed(() => (postId = (target as HTMLSelectElement).value))}>
            ${posts.map(({ id, title }) => html`<option value=${id} .selected=${id === postId}>${title}</option>`)}
          </select></label
        >
        <fieldset>
          <legend><b>${words.people}</b></legend>
          ${all.map(
            ({ id, name }) => html`<label class="choice row"
              ><input
                type="checkbox"
                .checked=${chosen.has(id)}
                @change=${() => changed(() => chosen.delete(id) || chosen.add(id))}
              /><span>${name}</span></label
            >`,
          )}
        </fieldset>
        <label class="stack near"
          ><b>${words.message}</b>
          <textarea
            class="field"
            rows="5"
            dir="auto"
            maxlength=${invitationMessageMaxLength}
            .value=${message}
            @input=${({ target }: Event) => changed(() => (message = (target as HTMLTextAreaElement).value))}
          ></textarea>
        </label>
        ${error ? html`<p class="wrong" role="alert">${refusal(error)}</p>` : nothing}
        <button class="primary" ?disabled=${isBusy || !chosen.size}>${plural(language, words.send, chosen.size)}</button>
      </form>`;
  };
}
