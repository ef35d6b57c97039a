import { Task } from '@lit/task';
import type { TimelineEntry } from '@portico/api/platform/moves/schema.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { get } from '../api/client.ts';
import { t, wordsFor } from '../strings/strings.ts';
import { timelineStyles } from '../styles/timeline.ts';
import { define, PortalElement } from './portal-element.ts';
import { failed, loading } from './states.ts';
import { timeAgo } from './time.ts';

/** Who did what with one object, when and why; `path` is its timeline in the API, `noun` chooses the words. */
class Timeline extends PortalElement {
  static override pageStyles = [timelineStyles];
  static override properties = { path: { attribute: false }, noun: { attribute: false } };
  declare path: string;
  declare noun: string;

  #entries = new Task(this, {
    args: () => [this.path] as const,
    task: async ([path], { signal }) => (await get<{ items: TimelineEntry[] }>(path, { signal })).items,
  });

  /** After a move on the page. */
  reload(): Promise<void> {
    return this.#entries.run();
  }

  protected override render(): TemplateResult {
    // What is there stays while it loads again.
    const known = this.#entries.value;
    return html`${this.#entries.render({
      pending: () => (known ? timelineOf(this.noun, known) : loading(4)),
      error: (problem) => failed(problem, () => void this.#entries.run()),
      complete: (entries) => timelineOf(this.noun, entries),
    })}`;
  }
}

/** Newest first: what happened last is what people come for. */
export const timelineOf = (noun: string, entries: readonly TimelineEntry[]): TemplateResult =>
  entries.length === 0
    ? html`<p class="muted">${t('timeline.empty')}</p>`
    : html`<ol class="timeline">${entries.toReversed().map((entry) => line(noun, entry))}</ol>`;

const line = (noun: string, entry: TimelineEntry) =>
  html`<li class=${entry.to && entry.to !== entry.from ? 'moved' : ''}>
    <p><strong>${moveWords(noun, entry.move)}</strong> <span class="muted">${actorWords(entry)}</span></p>
    ${entry.reason ? html`<p class="reason">${wordsFor('reason', entry.reason) ?? entry.reason}</p>` : nothing}
    <p class="muted small">${timeAgo(entry.occurredAt)}</p>
  </li>`;

/** Its words, else its name in small words: a move that is new to this page still reads. */
export function moveWords(noun: string, move: string): string {
  const spaced = move.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
  return (
    wordsFor(`move.${noun}`, move) ?? wordsFor('move.any', move) ?? spaced.charAt(0).toUpperCase() + spaced.slice(1)
  );
}

function actorWords({ actor }: TimelineEntry): string {
  if (actor.kind === 'clock') return t('timeline.clock');
  if (actor.kind === 'secretKey' || actor.kind === 'publishableKey') return t('timeline.server');
  return t('timeline.by', { name: actor.name ?? t('timeline.somebody') });
}

define('portal-timeline', Timeline);

declare global {
  interface HTMLElementTagNameMap {
    'portal-timeline': Timeline;
  }
}
