import { messageMaxLength } from '@portico/api/hiring/proposal-messages/proposal-message.ts';
import type { ProposalMessage } from '@portico/api/hiring/proposal-messages/schema.ts';
import { html, nothing } from 'lit-html';
import { longField } from '../../core/controls/field.ts';
import { formatDate } from '../../core/formats.ts';
import { named, type PanelView } from './panel-view.ts';

/** The thread both sides read, oldest first, and a place to write. */
export function messages(panel: PanelView) {
  const { view, says, thread, proposal, isBusy } = panel;
  const words = panel.words('message').trim();
  const whyNot = thread.whyNot
    ? says.whyNot[thread.whyNot === 'proposalEnded' ? thread.whyNot : 'notYourRole']
    : view.may('message')
      ? ''
      : says.whyNot.notYourRole;
  const submit = (event: Event) => {
    event.preventDefault();
    if (!words || !view.intend('message', proposal.id)) return;
    void panel.act(
      ['message'],
      () => panel.post('messages', { text: words.slice(0, messageMaxLength) }),
      named(panel, says.sent),
    );
  };
  return html`<ol class="stack thread">
      ${thread.items.map((message) => bubble(panel, message))}
    </ol>
    ${
      whyNot
        ? html`<p class="muted">${whyNot}</p>`
        : html`<form class="stack" @submit=${submit}>
            ${longField({ id: 'message', label: named(panel, says.writeMessage), rows: 4, value: panel.words('message'), change: (text) => panel.write('message', text) })}
            <button class="primary" ?disabled=${!words || isBusy}>${says.send}</button>
          </form>`
    }`;
}

const bubble = (
  { says, view: { language } }: PanelView,
  { author, text, times, sentAt, isMasked, side }: ProposalMessage,
) =>
  html`<li class=${`card ${side}`}>
    <p class="muted small"><bdi>${author.name}</bdi>, ${when(sentAt, language)}</p>
    <p class="prose" dir="auto">${text}</p>
    ${times.length ? html`<ul class="small">${times.map((time) => html`<li>${when(time, language)}</li>`)}</ul>` : nothing}
    ${isMasked ? html`<p class="muted small">${says.masked}</p>` : nothing}
  </li>`;

const when = (instant: string, language: string) =>
  formatDate(instant, language, { timeStyle: 'short', timeZone: undefined });
