import { Task } from '@lit/task';
import { messageMaxLength } from '@portico/api/hiring/proposal-messages/proposal-message.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { getOwnThread, markOwnThread, writeOwnMessage } from '../../api/own-work.ts';
import {
  getThread,
  markRead,
  type ProposalMessage,
  type ProposalThread as Thread,
  writeMessage,
} from '../../api/proposals.ts';
import { textArea } from '../../elements/field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { define } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { submitButton } from '../../elements/submit-button.ts';
import { tag } from '../../elements/tag.ts';
import { timeAgo } from '../../elements/time.ts';
import { formatInstant } from '../../strings/format.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { threadStyles } from '../../styles/thread.ts';

const askAgainMs = 15_000;

/** Both sides read and write the same thread, each at its own address. */
const talks = {
  client: { read: getThread, write: writeMessage, mark: markRead },
  freelancer: { read: getOwnThread, write: writeOwnMessage, mark: markOwnThread },
} as const;
type Side = keyof typeof talks;

/** What client and freelancer wrote each other about one proposal; asks for news while it is looked at. */
class ProposalThread extends FormElement {
  static override pageStyles = [threadStyles];
  static override properties = {
    ...FormElement.properties,
    proposalId: { attribute: false },
    state: { attribute: false },
    side: { attribute: false },
    name: { attribute: false },
    words: { state: true },
  };
  declare proposalId: string;
  /** Of the proposal: who may write depends on it. */
  declare state: string;
  /** Whose eyes it is read with. */
  declare side: Side;
  /** Who is written to. */
  declare name: string;
  declare words: string;
  /** One message is one request, however often it is sent. */
  #key = crypto.randomUUID();
  #timer: ReturnType<typeof setInterval> | undefined;

  #load = new Task(this, {
    args: () => [this.proposalId, this.state] as const,
    task: ([id], { signal }) => talks[this.side].read(id, signal),
    onComplete: (thread) => void this.#read(thread),
  });

  constructor() {
    super();
    this.words = '';
    this.side = 'client';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#timer = setInterval(() => {
      if (document.visibilityState === 'visible' && !this.isBusy) void this.#load.run();
    }, askAgainMs);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  protected override render(): TemplateResult {
    const known = this.#load.value;
    return html`<section class="card">
      ${this.#load.render({
        pending: () => (known ? this.#thread(known) : loading(4)),
        error: (problem) => html`<div class="pad">${failed(problem, () => void this.#load.run())}</div>`,
        complete: (thread) => this.#thread(thread),
      })}
    </section>`;
  }

  #thread({ items, mayWrite, whyNot }: Thread): TemplateResult {
    return html`<div class="pad">
        ${items.length === 0 ? html`<p class="muted">${mayWrite ? t('talk.none', { name: this.name }) : (wordsFor('thread.whyNot', whyNot ?? '') ?? '')}</p>` : html`<ol class="thread" aria-live="polite">${items.map((one) => message(one, this.side))}</ol>`}
      </div>
      ${mayWrite ? this.#form() : items.length > 0 ? html`<p class="pad under muted">${wordsFor('thread.whyNot', whyNot ?? '') ?? ''}</p>` : nothing}`;
  }

  #form(): TemplateResult {
    return html`<form class="pad stack close under" novalidate @submit=${this.#send}>
      ${this.problemNotice()}
      ${textArea({
        id: 'message',
        label: t('talk.write', { name: this.name }),
        hint: t('thread.masked'),
        value: this.words,
        rows: 3,
        maxlength: messageMaxLength,
        error: this.errors.text,
        onInput: (words) => {
          this.words = words;
        },
      })}
      <div>${submitButton(t('thread.send'), this.isBusy)}</div>
    </form>`;
  }

  async #send(event: Event): Promise<void> {
    const words = this.words.trim();
    await this.submit(event, { text: !words && t('thread.missing') }, async () => {
      await talks[this.side].write(this.proposalId, words, this.#key);
      this.#key = crypto.randomUUID();
      this.words = '';
      await this.#load.run();
      this.dispatchEvent(new CustomEvent('written'));
    });
  }

  async #read({ items, unread }: Thread): Promise<void> {
    const last = items.at(-1);
    if (unread === 0 || !last) return;
    try {
      await talks[this.side].mark(this.proposalId, last.sequence);
      this.dispatchEvent(new CustomEvent('written'));
    } catch {
      // Unread stays unread; the next look marks it.
    }
  }
}

const message = (
  { author, side, kind, text, times, sentAt, isMasked, readByOther }: ProposalMessage,
  ours: Side,
): TemplateResult =>
  html`<li class=${side === ours ? 'ours' : ''}>
    <p class="small"><strong>${author.isYou ? t('talk.you') : author.name}</strong> <span class="muted">${timeAgo(sentAt)}</span></p>
    ${kind === 'message' ? nothing : tag('info', wordsFor('messageKind', kind) ?? kind)}
    <p>${text}</p>
    ${times.length > 0 ? html`<ul>${times.map((time) => html`<li>${formatInstant(time)}</li>`)}</ul>` : nothing}
    ${isMasked ? html`<p class="muted small">${t('thread.wasMasked')}</p>` : nothing}
    ${side === ours && readByOther ? html`<p class="muted small">${t('thread.read')}</p>` : nothing}
  </li>`;

define('portal-proposal-thread', ProposalThread);
