import type { JobPostPreview } from '@portico/api/hiring/job-posts/schema.ts';
import { html, nothing } from 'lit-html';
import { css } from '../../core/css.ts';
import { formatBytes } from '../../core/format-bytes.ts';
import { formatMoney, formatNumber, nameOf } from '../../core/formats.ts';
import { fill, plural } from '../../core/locale.ts';
import { richText } from '../../core/rich-text.ts';
import { fieldOf } from '../draft.ts';
import type { JobPostView } from '../job-post-view.ts';
import { labelOf, refusalOf } from '../label-of.ts';

type Job = JobPostPreview['job'];

export function preview(view: JobPostView, { job, problems }: JobPostPreview) {
  const { strings, language } = view;
  return html`${problems.length ? missing(view, problems) : nothing}
    <article class="card stack pad preview" part="preview" aria-label=${strings.preview}>
      <p class="muted small">${strings.preview}</p>
      <h3 class="large" dir="auto">${job.title || strings.untitled}</h3>
      <p class="muted">${[job.client.name, view.lists.categories.find(({ id }) => id === job.categoryId)?.name].filter(Boolean).join(' · ')}</p>
      <dl>
        ${facts(view, job)
          .filter(([, value]) => value)
          .map(([label, value]) => html`<div><dt class="muted small">${label}</dt><dd>${value}</dd></div>`)}
      </dl>
      <div class="stack prose">${richText(job.description.content)}</div>
      ${
        job.skills.length
          ? html`<ul class="row chips small" aria-label=${strings.labels.skills}>${job.skills.map(({ name }) => html`<li>${name}</li>`)}</ul>`
          : nothing
      }
      ${
        job.questions.length
          ? html`<h4>${strings.labels.questions}</h4>
              <ol class="bullets">${job.questions.map(({ text }) => html`<li><bdi>${text}</bdi></li>`)}</ol>`
          : nothing
      }
      ${
        job.attachments.length
          ? html`<h4>${strings.labels.attachmentIds}</h4>
              <ul>${job.attachments.map(({ name, bytes }) => html`<li dir="auto">${name} <span class="muted small">${formatBytes(bytes, language)}</span></li>`)}</ul>`
          : nothing
      }
    </article>
    <section class="card stack pad" aria-label=${strings.whatNext}>
      <h3>${strings.whatNext}</h3>
      <ul class="bullets">
        <li>${strings.visibilityHints[job.visibility]}</li>
        ${job.connects === null ? nothing : html`<li>${plural(language, strings.connects, job.connects)}</li>`}
        <li>${strings.approvalNote}</li>
      </ul>
    </section>`;
}

/** What publishing would refuse, before anybody presses the button; each entry leads to its field. */
const missing = (view: JobPostView, problems: JobPostPreview['problems']) =>
  html`<div class="card stack pad" role="status">
    <p>${view.strings.missing}</p>
    <ul>
      ${problems.map(
        ({ pointer, code, message }) => html`<li>
          <button type="button" class="link" @click=${() => view.show(fieldOf(pointer))}>
            ${labelOf(view, fieldOf(pointer))}
          </button>
          <span class="small">${refusalOf(view.strings, code, message)}</span>
        </li>`,
      )}
    </ul>
  </div>`;

function facts({ strings, language }: JobPostView, job: Job): [label: string, value: string | undefined][] {
  const { labels } = strings;
  const { budget } = job;
  const money = budget
    ? budget.kind === 'fixed'
      ? `${formatMoney(budget.amount, language)} (${strings.fixed})`
      : `${formatMoney(budget.min, language)} – ${formatMoney(budget.max, language)} (${strings.hourly})`
    : undefined;
  const names = new Intl.ListFormat(language);
  return [
    [labels.budget, money],
    [labels.duration, job.duration ? strings.durations[job.duration] : undefined],
    [labels.weeklyHours, job.weeklyHours ? formatNumber(job.weeklyHours, language) : undefined],
    [labels.experienceLevel, job.experienceLevel ? strings.levels[job.experienceLevel] : undefined],
    [labels.countries, names.format(job.countries.map((code) => nameOf('region', code, language)))],
    [
      labels.timezone,
      job.timezone
        ? [job.timezone, job.overlapHours && fill(strings.overlap, { n: formatNumber(job.overlapHours, language) })]
            .filter(Boolean)
            .join(', ')
        : undefined,
    ],
    [labels.hires, formatNumber(job.hires, language)],
  ];
}

export const styles = css`
  .preview dl {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(150px, 1fr));
    gap: calc(var(--s) * 3);
  }
  .bullets {
    padding-inline-start: calc(var(--s) * 5);
  }
  .bullets {
    list-style: revert;
  }
  .prose {
    gap: calc(var(--s) * 2);
    max-width: 72ch;
    overflow-wrap: anywhere;
  }
  blockquote {
    padding-inline-start: calc(var(--s) * 3);
    border-inline-start: 3px solid var(--_border);
  }
  pre {
    overflow: auto;
    padding: calc(var(--s) * 2);
    background: var(--_surface-sunken);
  }
  a {
    color: var(--_link);
  }
  .chips > * {
    padding: 1px calc(var(--s) * 2);
    border: var(--line);
    border-radius: var(--_radius-control);
  }
`;
