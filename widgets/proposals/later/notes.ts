import { html } from 'lit-html';
import { longField } from '../../core/controls/field.ts';
import { formatDate } from '../../core/formats.ts';
import { plural } from '../../core/locale.ts';
import type { PanelView } from './panel-view.ts';

/** What only the team sees: stars and notes. */
export function notes(panel: PanelView) {
  const { view, says, proposal, isBusy } = panel;
  const { language } = view;
  const may = view.may('note');
  const words = panel.words('note').trim();
  const own = view.board?.items.find(({ id }) => id === proposal.id)?.rating.own ?? null;
  const rate = (stars: number) =>
    view.intend('rate', proposal.id) &&
    panel.act([], () =>
      view.api.ask(`/v1/proposals/${proposal.id}/rating`, {
        method: 'PUT',
        body: { stars: stars === own ? null : stars },
      }),
    );
  const submit = (event: Event) => {
    event.preventDefault();
    if (words && view.intend('note', proposal.id)) void panel.act(['note'], () => panel.post('notes', { text: words }));
  };
  return html`<p class="muted small">${says.onlyTeam}</p>
    <div class="row" role="group" aria-label=${says.rating}>
      ${[1, 2, 3, 4, 5].map(
        (
          stars,
        ) => html`<button aria-pressed=${stars === own} aria-label=${plural(language, says.stars, stars)} ?disabled=${!may} @click=${() => rate(stars)}>
          ${stars <= (own ?? 0) ? '★' : '☆'}
        </button>`,
      )}
    </div>
    <ul class="stack">
      ${panel.notes.map(
        ({ author, text, createdAt }) => html`<li class="card">
          <p class="muted small"><bdi>${author.name}</bdi>, ${formatDate(createdAt, language)}</p>
          <p class="prose" dir="auto">${text}</p>
        </li>`,
      )}
    </ul>
    <form class="stack" @submit=${submit}>
      ${longField({ id: 'note', label: says.writeNote, rows: 3, value: panel.words('note'), change: (text) => panel.write('note', text) })}
      <button class="primary" ?disabled=${!words || !may || isBusy}>${says.addNote}</button>
    </form>`;
}
