import type { ContractStatus as WholeContract } from '@portico/api/work/contract-status/schema.ts';
import { html, nothing } from 'lit-html';
import { instant } from '../next-step.ts';
import type { StatusView } from '../status-view.ts';
import type { LaterStrings } from './strings.ts';

/** What became of what, by whom and when; the newest first. */
export function timeline({ strings, language }: StatusView, words: LaterStrings, contract: WholeContract) {
  const named = (kind: string, id: string) => {
    if (kind === 'milestone')
      return contract.milestones.find((each) => each.id === id)?.description ?? words.milestones;
    return kind === 'amendment' ? words.terms : words.contract;
  };
  const states: Record<string, Record<string, string>> = {
    contract: strings.states,
    milestone: words.milestoneStates,
    amendment: words.amendmentStates,
  };
  const entries = contract.timeline.flatMap(({ subject, move, to, actor, reason, occurredAt }) => {
    // Its state is funded again, but that is not what happened.
    const became = move === 'requestChanges' ? words.answers.changesRequested : to && states[subject.kind]?.[to];
    return became ? [{ what: named(subject.kind, subject.id), became, actor, reason, occurredAt }] : [];
  });
  if (!entries.length) return nothing;
  return html`<section class="stack part" aria-label=${words.timeline}>
    <h3>${words.timeline}</h3>
    <ol class="rows">
      ${entries.map(
        ({ what, became, actor, reason, occurredAt }) => html`<li>
          <p dir="auto"><bdi>${what}</bdi>: <b>${became}</b></p>
          <p class="muted small" dir="auto">
            <bdi>${actor.name ?? words.bySystem}</bdi> · <time datetime=${occurredAt}>${instant(occurredAt, language)}</time>
            ${reason ? html`<br />${reason}` : nothing}
          </p>
        </li>`,
      )}
    </ol>
  </section>`;
}
