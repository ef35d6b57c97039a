import { html, nothing, type TemplateResult } from 'lit';
import type { ContractStatus, StatusTimelineEntry } from '../../api/contract-status.ts';
import { timeAgo } from '../../elements/time.ts';
import { moveWords } from '../../elements/timeline.ts';
import { t, wordsFor } from '../../strings/strings.ts';

/** Everything that happened in the contract and inside it, the newest first, each with what it is about. */
export const roomTimeline = (entries: readonly StatusTimelineEntry[], status: ContractStatus): TemplateResult =>
  entries.length === 0
    ? html`<p class="muted">${t('timeline.empty')}</p>`
    : html`<ol class="timeline">
        ${entries.map(
          (entry) => html`<li class=${entry.to && entry.to !== entry.from ? 'moved' : ''}>
            <p><strong>${moveWords(entry.subject.kind, entry.move)}</strong>${about(entry, status)} <span class="muted">${actorWords(entry)}</span></p>
            ${entry.reason ? html`<p class="reason">${wordsFor('reason', entry.reason) ?? entry.reason}</p>` : nothing}
            <p class="muted small">${timeAgo(entry.occurredAt)}</p>
          </li>`,
        )}
      </ol>`;

function about({ subject }: StatusTimelineEntry, { milestones }: ContractStatus): string {
  const milestone = subject.kind === 'milestone' && milestones.find(({ id }) => id === subject.id);
  return milestone ? `: ${milestone.description}` : '';
}

function actorWords({ actor }: StatusTimelineEntry): string {
  if (actor.kind === 'clock') return t('timeline.clock');
  if (actor.kind === 'secretKey' || actor.kind === 'publishableKey') return t('timeline.server');
  return t('timeline.by', { name: actor.name ?? t('timeline.somebody') });
}
