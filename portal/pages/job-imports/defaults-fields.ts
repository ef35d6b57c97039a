import { durations } from '@portico/api/hiring/job-posts/job-post.ts';
import { html, type TemplateResult } from 'lit';
import type { ImportSettings } from '../../api/job-imports.ts';
import { radios, selectField, textArea, textField } from '../../elements/field.ts';
import { t, wordsFor } from '../../strings/strings.ts';

export type Defaults = ImportSettings['defaults'];

/** What the file does not say, the same for every row. */
export const defaultsFields = (
  defaults: Defaults,
  publish: 'draft' | 'open',
  errors: Readonly<Record<string, string>>,
  onChange: { defaults: (defaults: Defaults) => void; publish: (publish: 'draft' | 'open') => void },
): TemplateResult => {
  const set = (name: keyof Defaults, value: string) => {
    const { [name]: _, ...others } = defaults;
    onChange.defaults({ ...others, ...(value && { [name]: value }) } as Defaults);
  };
  const choices = (values: readonly string[], words: string) => [
    { value: '', label: t('imports.leaveEmpty') },
    ...values.map((value) => ({ value, label: wordsFor(words, value) ?? value })),
  ];
  return html`${radios<'draft' | 'open'>({
    name: 'publish',
    label: t('imports.become'),
    value: publish,
    choices: [
      { value: 'draft', label: t('imports.asDrafts'), hint: t('imports.asDraftsHint') },
      { value: 'open', label: t('imports.asOpen'), hint: t('imports.asOpenHint') },
    ],
    onChange: onChange.publish,
  })}
  ${textArea({
    id: 'defaults/description',
    label: t('imports.description'),
    hint: t('imports.descriptionHint'),
    optional: true,
    value: defaults.description ?? '',
    rows: 3,
    maxlength: 10_000,
    error: errors['defaults/description'],
    onInput: (value) => set('description', value.trim()),
  })}
  <div class="halves">
    ${selectField({ id: 'defaults/duration', label: t('jobPost.duration'), value: defaults.duration ?? '', choices: choices(durations, 'jobDuration'), onChange: (value) => set('duration', value) })}
    ${selectField({ id: 'defaults/visibility', label: t('jobPost.visibility'), value: defaults.visibility ?? '', choices: choices(['public', 'signedIn'], 'jobVisibility'), onChange: (value) => set('visibility', value) })}
    ${textField({ id: 'defaults/team', label: t('jobPost.team'), optional: true, value: defaults.team ?? '', maxlength: 100, onInput: (value) => set('team', value.trim()) })}
    ${textField({ id: 'defaults/costCenter', label: t('jobPost.costCenter'), optional: true, value: defaults.costCenter ?? '', maxlength: 100, onInput: (value) => set('costCenter', value.trim()) })}
  </div>`;
};
