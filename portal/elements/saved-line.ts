import { html, type TemplateResult } from 'lit';
import { problemWords } from '../api/problem.ts';
import { triangleAlert } from '../icons/icons.generated.ts';
import { t } from '../strings/strings.ts';
import { notice } from './states.ts';
import { tag } from './tag.ts';

export type SaveStatus =
  | { kind: 'saved' }
  | { kind: 'typing' }
  | { kind: 'saving' }
  /** Words are kept on this device and sent when the connection is back. */
  | { kind: 'waiting'; problem: unknown }
  /** Some fields were refused; the rest is saved. */
  | { kind: 'refused'; problem: unknown }
  /** Changed in another window: the person decides. */
  | { kind: 'conflict' };

/** Says at any moment where the typed words are. */
export function savedLine(
  status: SaveStatus,
  act: { retry: () => void; resolve: (keep: 'mine' | 'theirs') => void },
): TemplateResult {
  switch (status.kind) {
    case 'saved':
      return line(tag('success', t('saved.saved')));
    case 'typing':
    case 'saving':
      return line(tag('neutral', t('saved.saving')));
    case 'refused':
      return line(tag('danger', t('saved.refused')));
    case 'waiting':
      return notice(
        'warning',
        triangleAlert,
        html`<p>${t('saved.waiting')}</p>
          <p class="muted small">${problemWords(status.problem)}</p>
          <button class="button small" type="button" @click=${act.retry}>${t('shell.retry')}</button>`,
      );
    case 'conflict':
      return notice(
        'danger',
        triangleAlert,
        html`<p>${t('saved.conflict')}</p>
          <div class="actions">
            <button class="button small" type="button" @click=${() => act.resolve('mine')}>${t('saved.keepMine')}</button>
            <button class="button small" type="button" @click=${() => act.resolve('theirs')}>${t('saved.takeTheirs')}</button>
          </div>`,
      );
  }
}

const line = (content: TemplateResult) => html`<div class="saved-line" role="status">${content}</div>`;
