import { html, type TemplateResult } from 'lit';
import { problemWords } from '../../api/problem.ts';
import { notice } from '../../elements/states.ts';
import { tag } from '../../elements/tag.ts';
import { triangleAlert } from '../../icons/icons.generated.ts';
import { t } from '../../strings/strings.ts';
import type { ProfileDraft } from './profile-draft.ts';

/** Says at any moment where the typed words are. */
export function saveState(draft: ProfileDraft): TemplateResult {
  const status = draft.status.get();
  switch (status.kind) {
    case 'saved':
      return line(tag('success', t('profile.saved')));
    case 'typing':
    case 'saving':
      return line(tag('neutral', t('profile.saving')));
    case 'refused':
      return line(tag('danger', t('profile.refused')));
    case 'waiting':
      return notice(
        'warning',
        triangleAlert,
        html`<p>${t('profile.waiting')}</p>
          <p class="muted small">${problemWords(status.problem)}</p>
          <button class="button small" type="button" @click=${() => void draft.flush()}>${t('shell.retry')}</button>`,
      );
    case 'conflict':
      return notice(
        'danger',
        triangleAlert,
        html`<p>${t('profile.conflict')}</p>
          <div class="actions">
            <button class="button small" type="button" @click=${() => void draft.resolve('mine')}>${t('profile.keepMine')}</button>
            <button class="button small" type="button" @click=${() => void draft.resolve('theirs')}>${t('profile.takeTheirs')}</button>
          </div>`,
      );
  }
}

const line = (content: TemplateResult) => html`<div class="save-state" role="status">${content}</div>`;
