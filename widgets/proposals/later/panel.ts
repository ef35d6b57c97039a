import type { ProposalMessage, ProposalThread } from '@portico/api/hiring/proposal-messages/schema.ts';
import type { Proposal, ProposalNote } from '@portico/api/hiring/proposals/schema.ts';
import { html } from 'lit-html';
import { errorNotice } from '../../core/error-notice.ts';
import { asHireError, type HireError } from '../../core/hire-error.ts';
import { icon } from '../../core/icon.ts';
import type { LaterWords } from '../../core/later-words.ts';
import { newKey } from '../../core/new-key.ts';
import type { PanelPart } from '../board-parts.ts';
import { bid } from '../board-view.ts';
import type { ProposalsView } from '../proposals-view.ts';
import { declineForm, interviewForm } from './decisions.ts';
import { messages } from './messages.ts';
import { notes } from './notes.ts';
import type { PanelView } from './panel-view.ts';
import type { LaterStrings } from './strings.ts';
import { whole } from './whole.ts';

const parts: PanelPart[] = ['proposal', 'message', 'note', 'interview', 'decline'];
const bodies: Record<PanelPart, (panel: PanelView) => unknown> = {
  proposal: whole,
  message: messages,
  note: notes,
  decline: declineForm,
  interview: interviewForm,
};

/** One proposal, and everything that can be done with it, beside the list. */
export function createPanel(view: ProposalsView, words: LaterWords<LaterStrings>) {
  const kept = new Map<string, string>();
  let shown = '';
  let part: PanelPart = 'proposal';
  let found: Pick<PanelView, 'proposal' | 'thread' | 'notes'> | undefined;
  let error: HireError | undefined;
  let refusal: HireError | undefined;
  let isBusy = false;

  async function read(id: string): Promise<void> {
    const ask = <Answer>(path: string) => view.api.ask<Answer>(`/v1/proposals/${id}${path}`, { locale: view.language });
    try {
      const [proposal, thread, { items }] = await Promise.all([
        ask<Proposal>(''),
        ask<ProposalThread>('/messages'),
        ask<{ items: ProposalNote[] }>('/notes'),
      ]);
      if (shown !== id) return;
      found = { proposal, thread, notes: items };
      view.took({ ...proposal, unreadMessages: 0, noteCount: items.length });
      if (thread.unread) void markRead(id, thread.items);
    } catch (reason) {
      if (shown !== id) return;
      error = asHireError(reason);
    }
    view.update();
  }

  // A mark that does not come through is made the next time.
  const markRead = (id: string, items: readonly ProposalMessage[]) =>
    view.api
      .ask(`/v1/proposals/${id}/messages/read-mark`, { method: 'POST', body: { upTo: items.at(-1)!.sequence } })
      .catch(() => {});

  async function show(id: string, next: PanelPart): Promise<void> {
    const isNew = id !== shown;
    part = next;
    refusal = error = undefined;
    if (isNew) {
      shown = id;
      found = undefined;
      view.update();
    }
    await Promise.all([words.speak(), isNew && read(id)]);
    await focus();
  }

  async function focus(): Promise<void> {
    view.update();
    await view.updateComplete;
    const aside = view.root.querySelector('aside');
    const field = part === 'proposal' ? null : aside?.querySelector<HTMLElement>('textarea, select');
    (field ?? aside?.querySelector('h2'))?.focus();
  }

  async function act(fields: readonly string[], send: () => Promise<unknown>, said = ''): Promise<void> {
    const id = shown;
    isBusy = true;
    refusal = undefined;
    view.update();
    try {
      await send();
      for (const field of fields) kept.delete(`${id} ${field}`);
      view.say(said);
      await read(id);
    } catch (reason) {
      refusal = view.fail(reason);
    }
    isBusy = false;
    view.update();
  }

  const head = ({ proposal }: { proposal: Proposal }) => {
    const { strings } = view;
    const { freelancer } = proposal;
    return html`<div class="row spread">
        <h2 tabindex="-1" class="large">${freelancer.name}</h2>
        <button class="plain" @click=${view.close}>${icon('close')}${strings.close}</button>
      </div>
      <p dir="auto">${freelancer.headline}</p>
      <p class="row"><b class="large">${bid(view, proposal)}</b><span class="state small">${strings.states[proposal.state]}</span></p>
      <div class="row tabs" role="group" aria-label=${strings.parts.proposal}>
        ${parts.map(
          (each) =>
            html`<button class="small" aria-pressed=${each === part} @click=${() => show(shown, each)}>${strings.parts[each]}</button>`,
        )}
      </div>`;
  };

  function render(): unknown {
    if (error) return errorNotice(error, view.strings, () => read(shown));
    const says = words.now();
    if (!found || !says) return html`<div class="bone"></div>`;
    const panel: PanelView = {
      ...found,
      view,
      says,
      isBusy,
      refusal,
      words: (field) => kept.get(`${shown} ${field}`) ?? '',
      write(field, words) {
        kept.set(`${shown} ${field}`, words);
        view.update();
      },
      act,
      post: (path, body) =>
        view.api.ask(`/v1/proposals/${shown}/${path}`, {
          method: 'POST',
          body,
          headers: { 'idempotency-key': newKey() },
        }),
    };
    return html`<div class="stack panel" aria-busy=${isBusy}>
      ${head(found)} ${refused(panel)} ${bodies[part](panel)}
    </div>`;
  }

  return { show, render };
}

const refused = ({ refusal, view: { strings } }: PanelView) =>
  refusal &&
  html`<p class="wrong" role="alert">
    ${['invalid_request', 'conflict'].includes(refusal.code) && refusal.problem.detail ? refusal.problem.detail : strings.errors[refusal.code]}
  </p>`;
