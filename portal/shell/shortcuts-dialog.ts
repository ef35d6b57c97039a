import { html, type TemplateResult } from 'lit';
import { closeFromOutside } from '../elements/close-from-outside.ts';
import { openDialog } from '../elements/dialog.ts';
import { define, PortalElement } from '../elements/portal-element.ts';
import { icon } from '../icons/icon.ts';
import { x } from '../icons/icons.generated.ts';
import { t } from '../strings/strings.ts';
import { paletteStyles } from '../styles/palette.ts';
import { prefer, preferences } from './preferences.ts';
import { ownPlaces } from './shortcuts.ts';
import { watch } from './state.ts';

const isMac = /Mac|iPhone|iPad/.test(navigator.platform);
export const paletteKeys = isMac ? '⌘ K' : 'Ctrl K';
const undoKeys = isMac ? '⌘ Z' : 'Ctrl Z';

/** All keys at once, and the switch that turns the single letters off. */
class ShortcutsDialog extends PortalElement {
  static override pageStyles = [paletteStyles];

  constructor() {
    super();
    watch(this, preferences);
  }

  protected override firstUpdated(): void {
    this.querySelector('dialog')?.showModal();
  }

  protected override render(): TemplateResult {
    const { shortcuts } = preferences.get();
    return html`<dialog class="wide" aria-labelledby="shortcuts-title" closedby="any" @click=${closeFromOutside} @close=${() => this.remove()}>
      <div class="dialog-body">
        <div class="row apart">
          <h2 id="shortcuts-title">${t('shortcuts.title')}</h2>
          <form method="dialog"><button class="button plain icon-only" aria-label=${t('shell.close')}>${icon(x)}</button></form>
        </div>
        <label class="check"><input type="checkbox" .checked=${shortcuts} @change=${turn} /><span>${t('shortcuts.on')}</span></label>
        <p class="muted small">${t('shortcuts.onHint', { keys: paletteKeys })}</p>
        <div class="shortcut-lists">
          ${list(t('shortcuts.anywhere'), [
            [paletteKeys, t('shortcuts.palette')],
            ['/', t('shortcuts.search')],
            ['?', t('shortcuts.help')],
            ['C', t('shortcuts.create')],
            ['E', t('shortcuts.edit')],
            [undoKeys, t('shortcuts.undo')],
            ['Esc', t('shortcuts.close')],
          ])}
          ${list(t('shortcuts.lists'), [
            ['J', t('shortcuts.down')],
            ['K', t('shortcuts.up')],
            ['Home', t('shortcuts.first')],
            ['End', t('shortcuts.last')],
            ['X', t('shortcuts.choose')],
            ['Enter', t('shortcuts.open')],
          ])}
          ${list(
            t('shortcuts.go'),
            ownPlaces().map(({ key, label }) => [`G ${key.toUpperCase()}`, t(label)]),
          )}
        </div>
      </div>
    </dialog>`;
  }
}

const turn = ({ target }: Event) => void prefer({ shortcuts: (target as HTMLInputElement).checked });

export const keyCaps = (keys: string): TemplateResult =>
  html`<span class="keys">${keys.split(' ').map((key) => html`<kbd>${key}</kbd>`)}</span>`;

const list = (title: string, rows: readonly (readonly [string, string])[]): TemplateResult => html`<section>
  <h3>${title}</h3>
  <dl class="shortcut-list">${rows.map(([keys, does]) => html`<div><dt>${does}</dt><dd>${keyCaps(keys)}</dd></div>`)}</dl>
</section>`;

define('portal-shortcuts-dialog', ShortcutsDialog);

export function openShortcuts(): void {
  if (!document.querySelector('portal-shortcuts-dialog')) openDialog(new ShortcutsDialog());
}
