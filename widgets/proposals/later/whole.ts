import { html, nothing } from 'lit-html';
import { formatBytes } from '../../core/format-bytes.ts';
import { formatDate, formatMoney } from '../../core/formats.ts';
import { richText } from '../../core/rich-text.ts';
import type { PanelView } from './panel-view.ts';

/** The proposal as it was sent: terms, letter, answers, files. */
export function whole({ view, says, proposal }: PanelView) {
  const { strings, language, api } = view;
  const { bid, coverLetter, answers, attachments, fit } = proposal;
  return html`${
    bid.kind === 'milestones'
      ? html`<section class="stack">
          <h3>${says.milestones}</h3>
          <ol class="stack">
            ${bid.milestones.map(
              ({ description, dueOn, amount }) => html`<li class="row spread">
                <span dir="auto">${description} <span class="muted small">${dueOn ? formatDate(dueOn, language) : ''}</span></span>
                <b>${formatMoney(amount, language)}</b>
              </li>`,
            )}
          </ol>
        </section>`
      : nothing
  }
  <section class="stack prose" aria-label=${strings.parts.proposal}>${richText(coverLetter.content)}</section>
  ${
    answers.length
      ? html`<section class="stack">
          <h3>${says.answers}</h3>
          <dl class="stack">
            ${answers.map(
              ({ question, value, file }) => html`<div>
                <dt class="muted small" dir="auto">${question}</dt>
                <dd class="prose" dir="auto">
                  ${file ? link(api.address(file.url), file.name) : typeof value === 'boolean' ? (value ? says.yes : says.no) : value || says.noAnswer}
                </dd>
              </div>`,
            )}
          </dl>
        </section>`
      : nothing
  }
  ${
    attachments.length
      ? html`<section class="stack">
          <h3>${says.attachments}</h3>
          <ul>
            ${attachments.map(({ name, url, bytes }) => html`<li>${link(api.address(url), name)} <span class="muted small">${formatBytes(bytes, language)}</span></li>`)}
          </ul>
        </section>`
      : nothing
  }
  ${
    fit.matchedSkills.length
      ? html`<ul class="row chips small">${fit.matchedSkills.map((skill) => html`<li class="matched">${skill}</li>`)}${fit.missingSkills.map((skill) => html`<li><s>${skill}</s></li>`)}</ul>`
      : nothing
  }`;
}

const link = (href: string, text: string) =>
  html`<a href=${href} target="_blank" rel="noreferrer" dir="auto">${text}</a>`;
