import { html, nothing } from 'lit-html';
import { formatDate } from '../core/formats.ts';
import type { JobPostView } from './job-post-view.ts';

/** Go on with what one began, start from what the company wrote before, or from nothing. */
export function startScreen(view: JobPostView) {
  const { strings, lists, language } = view;
  return html`<slot name="empty"><p>${strings.intro}</p></slot>
    <p><button class="primary" @click=${() => view.begin({})}>${strings.blank}</button></p>
    ${choices(
      strings.continueDraft,
      lists.drafts.map(({ id, title, updatedAt }) => ({
        name: title || strings.untitled,
        note: formatDate(updatedAt, language),
        choose: () => view.resume(id),
      })),
    )}
    ${choices(
      strings.templates,
      lists.templates.map(({ id, name, fields }) => ({
        name,
        note: fields.title === name ? '' : (fields.title ?? ''),
        choose: () => view.begin({ ...fields, templateId: id }),
      })),
    )}`;
}

const choices = (heading: string, items: { name: string; note: string; choose: () => void }[]) =>
  items.length
    ? html`<section class="stack" aria-label=${heading}>
        <h2>${heading}</h2>
        <ul class="tiles">
          ${items.map(
            ({ name, note, choose }) =>
              html`<li>
                <button class="card tile" @click=${choose}><b dir="auto">${name}</b><span class="muted small" dir="auto">${note}</span></button>
              </li>`,
          )}
        </ul>
      </section>`
    : nothing;
