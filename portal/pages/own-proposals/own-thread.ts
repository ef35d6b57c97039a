import { Task } from '@lit/task';
import type { ProposalMessage, ProposalThread } from '@portico/api/hiring/proposal-messages/schema.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { getOwnThread, markOwnThread, writeOwnMessage } from '../../api/own-work.ts';
import { textArea } from '../../elements/field.ts';
import { FormElement } from '../../elements/form-element.ts';
import { define } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { submitButton } from '../../elements/submit-button.ts';
import { timeAgo } from '../../elements/time.ts';
import { formatInstant } from '../../strings/format.ts';
import { t, wordsFor } from '../../strings/strings.ts';

const lookEveryMs = 15_000;

/** What client and freelancer wrote each other about one proposal; looks for news while the page is in view. */
class OwnThread extends FormElement {
  static override properties = {
    ...FormElement.properties,
    proposalId: { attribute: false },
    words: { state: true },
    thread: { state: true },
  };
  declare proposalId: string;
  declare words: string;
  declare thread: ProposalThread | undefined;
  #key = crypto.randomUUID();
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    this.words = '';
  }

  #load = new Task(this, {
    args: () => [this.proposalId] as const,
    task: ([proposalId], { signal }) => getOwnThread(proposalId, signal),
    onComplete: (thread) => {
      this.thread = thread;
      const last = thread.items.at(-1);
      if (thread.unread > 0 && last) void markOwnThread(this.proposalId, last.sequence).catch(() => {});
    },
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#timer = setInterval(() => {
      if (document.visibilityState === 'visible' && !this.isBusy) void this.#load.run();
    }, lookEveryMs);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  protected override render(): TemplateResult {
    const { thread } = this;
    if (!thread)
      return html`${this.#load.render({ pending: () => loading(3), error: (problem) => failed(problem, () => void this.#load.run()) })}`;
    return html`<div class="stack close">
      ${thread.items.length > 0 ? html`<ol class="thread" aria-live="polite">${thread.items.map(message)}</ol>` : nothing}
      ${
        thread.mayWrite
          ? html`<form class="stack close" novalidate @submit=${(event: Event) => void this.#send(event)}>
              ${this.problemNotice()}
              ${textArea({
                id: 'text',
                label: t('thread.write'),
                value: this.words,
                rows: 3,
                maxlength: 4000,
                hint: t('thread.masked'),
                error: this.errors.text,
                onInput: (words) => {
                  this.words = words;
                },
              })}
              <div class="actions">${submitButton(t('thread.send'), this.isBusy)}</div>
            </form>`
          : html`<p class="muted">${wordsFor('thread.whyNot', thread.whyNot ?? '') ?? ''}</p>`
      }
    </div>`;
  }

  async #send(event: Event): Promise<void> {
    const text = this.words.trim();
    await this.submit(event, { text: !text && t('thread.missing') }, async () => {
      await writeOwnMessage(this.proposalId, text, this.#key);
      this.#key = crypto.randomUUID();
      this.words = '';
      await this.#load.run();
    });
  }
}

const message = ({ author, kind, text, times, sentAt, readByOther, isMasked }: ProposalMessage): TemplateResult =>
  html`<li class=${author.isYou ? 'own' : ''}>
    <p class="muted small"><strong>${author.name}</strong> ${timeAgo(sentAt)}${author.isYou && readByOther ? html` · ${t('thread.read')}` : nothing}</p>
    ${kind === 'interviewRequest' ? html`<p class="strong">${t('thread.interview')}</p>` : nothing}
    <p class="words">${text}</p>
    ${times.length > 0 ? html`<ul>${times.map((one) => html`<li>${formatInstant(one)}</li>`)}</ul>` : nothing}
    ${isMasked ? html`<p class="muted small">${t('thread.wasMasked')}</p>` : nothing}
  </li>`;

define('portal-own-thread', OwnThread);
