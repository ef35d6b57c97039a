import {
  durations,
  type ExperienceLevel,
  experienceLevels,
  type JobDuration,
  type JobPostVisibility,
  visibilities,
} from '@portico/api/hiring/job-posts/job-post.ts';
import { html, nothing } from 'lit-html';
import { checkField, choiceField, numberField, segments, textField } from '../../core/controls/field.ts';
import { moneyField } from '../../core/controls/money-field.ts';
import { createTokens } from '../../core/controls/tokens.ts';
import { formatMoney, formatNumber, nameOf } from '../../core/formats.ts';
import { fill } from '../../core/locale.ts';
import type { BudgetPart, DraftBudget } from '../draft.ts';
import type { JobPostView } from '../job-post-view.ts';
import { once } from '../once.ts';
import { countryCodes } from './countries.ts';

type Names<Key extends string> = Record<Key, string>;
const choicesOf = <Key extends string>(keys: readonly Key[], names: Names<Key>) =>
  keys.map((key) => [key, names[key]] as const);

/** What it pays, how long it takes, who may do it and who may see it. */
export function view(view: JobPostView) {
  const { strings, draft } = view;
  const { labels, hints } = strings;
  const number = (id: 'weeklyHours' | 'overlapHours' | 'hires') =>
    numberField({
      id,
      label: labels[id],
      value: draft[id],
      error: view.errorOf(id),
      change: (value) => view.change({ [id]: id === 'hires' ? (value ?? 1) : value }),
    });
  return html`${budget(view)}
    <div class="pair">
      ${choiceField({
        id: 'duration',
        label: labels.duration,
        value: draft.duration ?? '',
        error: view.errorOf('duration'),
        choices: [['', strings.choose], ...choicesOf(durations, strings.durations)],
        change: (value) => view.change({ duration: (value || null) as JobDuration | null }),
      })}
      ${number('weeklyHours')}
    </div>
    ${segments({
      id: 'experienceLevel',
      label: labels.experienceLevel,
      value: draft.experienceLevel ?? '',
      error: view.errorOf('experienceLevel'),
      choices: choicesOf(experienceLevels, strings.levels),
      change: (value) => view.change({ experienceLevel: value as ExperienceLevel }),
    })}
    ${countriesField(view)({
      id: 'countries',
      label: labels.countries,
      hint: hints.countries,
      value: draft.countries.map((id) => ({ id, name: nameOf('region', id, view.language) })),
      error: view.errorOf('countries', true),
      removeLabel: (name) => fill(strings.remove, { name }),
      max: 250,
      change: (tokens) => view.change({ countries: tokens.map(({ id }) => id!) }),
    })}
    <div class="pair">
      ${textField({
        id: 'timezone',
        label: labels.timezone,
        hint: hints.timezone,
        value: draft.timezone ?? '',
        list: Intl.supportedValuesOf('timeZone'),
        error: view.errorOf('timezone'),
        change: (value) => view.change({ timezone: value || null }),
      })}
      ${draft.timezone ? number('overlapHours') : nothing}
    </div>
    ${segments({
      id: 'visibility',
      label: labels.visibility,
      hint: strings.visibilityHints[draft.visibility],
      value: draft.visibility,
      error: view.errorOf('visibility'),
      choices: choicesOf(visibilities, strings.visibilities).filter(
        ([each]) => each !== 'poolOnly' || view.lists.pools.length,
      ),
      change: (value) => view.change({ visibility: value as JobPostVisibility }),
    })}
    ${draft.visibility === 'poolOnly' ? pools(view) : nothing} ${number('hires')}`;
}

function budget(view: JobPostView) {
  const { strings, draft, language } = view;
  const { budget } = draft;
  const amount = (part: BudgetPart, label: string) =>
    moneyField({
      id: `budget-${part}`,
      label,
      currency: view.currency,
      language,
      typed: view.typedMoney,
      value: budget![part] ?? null,
      error: view.errorOf(`budget-${part}`, true),
      change: (value) => view.change({ budget: { ...budget!, [part]: value } }),
    });
  return html`${segments({
    id: 'budget',
    label: strings.labels.budget,
    value: budget?.kind ?? '',
    error: view.errorOf('budget'),
    choices: [
      ['fixed', strings.fixed],
      ['hourly', strings.hourly],
    ],
    change: (kind) => view.change({ budget: { ...budget, kind: kind as DraftBudget['kind'] } }),
  })}
  ${
    budget?.kind === 'fixed'
      ? amount('amount', strings.amount)
      : budget
        ? html`<div class="pair">${amount('min', strings.min)}${amount('max', strings.max)}</div>`
        : nothing
  }
  ${budget ? guidance(view) : nothing}`;
}

/** What comparable posts paid, on a line from the lower to the upper quarter; nothing where too few compare. */
function guidance({ guidance: found, strings, language, currency }: JobPostView) {
  if (!found || 'hidden' in found) return nothing;
  const show = (amountMinor: number) => formatMoney({ amountMinor, currency: found.currency ?? currency }, language);
  return html`<div class="card pad guidance small" role="status">
    <p>${fill(strings.comparable, { n: formatNumber(found.n, language) })}</p>
    <dl class="row spread">
      ${[
        [strings.lower, found.p25],
        [strings.middle, found.median],
        [strings.upper, found.p75],
      ].map(([label, value]) => html`<div><dt class="muted">${label}</dt><dd>${show(value as number)}</dd></div>`)}
    </dl>
  </div>`;
}

const pools = (view: JobPostView) =>
  html`<fieldset class="control">
    <legend>${view.strings.labels.poolIds}</legend>
    ${view.lists.pools.map(({ id, name }) =>
      checkField({
        id: `poolIds-${id}`,
        label: name,
        value: view.draft.poolIds.includes(id),
        change: (isIn) =>
          view.change({ poolIds: [...view.draft.poolIds.filter((each) => each !== id), ...(isIn ? [id] : [])] }),
      }),
    )}
    <p id="poolIds" tabindex="-1" class="wrong small">${view.errorOf('poolIds', true)}</p>
  </fieldset>`;

const countriesField = once((view: JobPostView) =>
  createTokens(view.root, view.update.bind(view), (typed) => {
    const wanted = typed.toLowerCase();
    return countryCodes()
      .map((id) => ({ id, name: nameOf('region', id, view.language) }))
      .filter(({ name }) => name.toLowerCase().includes(wanted))
      .sort((one, other) => one.name.toLowerCase().indexOf(wanted) - other.name.toLowerCase().indexOf(wanted))
      .slice(0, 8);
  }),
);
