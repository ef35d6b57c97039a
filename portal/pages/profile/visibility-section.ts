import { visibilities } from '@portico/api/talent/freelancers/freelancer.ts';
import type { TemplateResult } from 'lit';
import { radios } from '../../elements/field.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import type { ProfileDraft } from './profile-draft.ts';
import { section } from './section.ts';

export const visibilitySection = (draft: ProfileDraft): TemplateResult =>
  section(
    'visibility',
    t('profile.visibility'),
    radios({
      name: 'visibility',
      label: t('profile.whoSees'),
      value: draft.profile.get().visibility,
      choices: visibilities.map((value) => ({
        value,
        label: wordsFor('visibility', value) ?? value,
        hint: wordsFor('visibilityHint', value),
      })),
      onChange: (visibility) => draft.change('basics', { visibility }),
    }),
  );
