import type { SuggestedSkill } from '@portico/api/talent/skills/schema.ts';
import { html } from 'lit-html';
import { choiceField, longField, textField } from '../core/controls/field.ts';
import { createTokens } from '../core/controls/tokens.ts';
import { formatNumber } from '../core/formats.ts';
import { fill } from '../core/locale.ts';
import type { JobPostView } from './job-post-view.ts';
import { once } from './once.ts';

const skillsMax = 10;
const titleMaxLength = 120;

/** What is wanted, in words that people search for. */
export function whatStep(view: JobPostView) {
  const { strings, draft, lists } = view;
  const { labels, hints } = strings;
  return html`${textField({
    id: 'title',
    label: labels.title,
    hint: hints.title,
    value: draft.title,
    required: true,
    maxLength: titleMaxLength,
    error: view.errorOf('title'),
    change: (title) => view.change({ title }),
  })}
  ${longField({
    id: 'description',
    label: labels.description,
    hint: hints.description,
    value: draft.description,
    required: true,
    rows: 10,
    error: view.errorOf('description'),
    change: (description) => view.change({ description }),
  })}
  ${choiceField({
    id: 'categoryId',
    label: labels.categoryId,
    value: draft.categoryId ?? '',
    required: true,
    error: view.errorOf('categoryId'),
    choices: [['', strings.choose], ...lists.categories.map(({ id, name }) => [id, name] as const)],
    change: (id) => view.change({ categoryId: id || null }),
  })}
  ${skillsField(view)({
    id: 'skills',
    label: labels.skills,
    hint: fill(hints.skills, {
      n: formatNumber(draft.skills.length, view.language),
      max: formatNumber(skillsMax, view.language),
    }),
    value: draft.skills,
    error: view.errorOf('skills', true),
    removeLabel: (name) => fill(strings.remove, { name }),
    max: skillsMax,
    isFree: true,
    change: (skills) => view.change({ skills: [...skills] }),
  })}`;
}

/** Suggested by spelling, and by how well they go with those already chosen. */
const skillsField = once((view: JobPostView) =>
  createTokens(view.root, view.update.bind(view), async (q, signal) => {
    const query = new URLSearchParams([['q', q], ...view.draft.skills.map(({ name }) => ['with', name])]);
    const { items } = await view.api.ask<{ items: SuggestedSkill[] }>('/v1/skills', {
      query,
      signal,
      locale: view.language,
    });
    return items.map(({ id, name }) => ({ id, name }));
  }),
);
