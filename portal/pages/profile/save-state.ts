import type { TemplateResult } from 'lit';
import { savedLine } from '../../elements/saved-line.ts';
import type { ProfileDraft } from './profile-draft.ts';

export const saveState = (draft: ProfileDraft): TemplateResult =>
  savedLine(draft.status.get(), {
    retry: () => void draft.flush(),
    resolve: (keep) => void draft.resolve(keep),
  });
