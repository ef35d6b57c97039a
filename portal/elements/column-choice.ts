import { html, type TemplateResult } from 'lit';
import { icon } from '../icons/icon.ts';
import { columns3 } from '../icons/icons.generated.ts';
import { t } from '../strings/strings.ts';
import { popoverMenu } from './popover-menu.ts';

const keyOf = (name: string) => `columns ${name}`;

/** Ids of the columns that the person hid on this device; undefined when they never chose. */
export function keptColumns(name: string): readonly string[] | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(name)) ?? 'null');
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : undefined;
  } catch {
    return undefined;
  }
}

export function keepColumns(name: string, hidden: readonly string[]): void {
  try {
    localStorage.setItem(keyOf(name), JSON.stringify(hidden));
  } catch {
    // A browser that keeps nothing still shows the choice until the page closes.
  }
}

export const columnMenu = (
  name: string,
  columns: readonly { id: string; label: string }[],
  hidden: readonly string[],
  onChange: (hidden: readonly string[]) => void,
): TemplateResult =>
  popoverMenu(
    `columns-${name}`,
    html`${icon(columns3)}${t('list.columns')}`,
    html`<fieldset class="column-choice">
      <legend class="visually-hidden">${t('list.columns')}</legend>
      ${columns.map(
        ({ id, label }) => html`<label class="choice">
          <input
            type="checkbox"
            .checked=${!hidden.includes(id)}
            @change=${() => onChange(hidden.includes(id) ? hidden.filter((one) => one !== id) : [...hidden, id])}
          />
          <span>${label}</span>
        </label>`,
      )}
    </fieldset>`,
    'plain small',
  );
