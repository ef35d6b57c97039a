import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { repeat } from 'lit/directives/repeat.js';
import { closeFromOutside } from '../../elements/close-from-outside.ts';
import { openDialog } from '../../elements/dialog.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { icon } from '../../icons/icon.ts';
import { search, x } from '../../icons/icons.generated.ts';
import { t } from '../../strings/strings.ts';
import { paletteStyles } from '../../styles/palette.ts';
import { keyCaps } from '../shortcuts-dialog.ts';
import type { Command, CommandGroup } from './command.ts';
import { actionCommands, pageCommands, recentCommands, searchCommands } from './commands.ts';
import { matching } from './fuzzy.ts';
import { foundOnServer, ownObjects } from './objects.ts';

const pauseMs = 150;
const shownOfGroup = 6;

/**
 * Everything the person may open or begin, by name: a combobox whose list is grouped. The focus stays in the field;
 * `aria-activedescendant` follows the arrows.
 */
class CommandPalette extends PortalElement {
  static override pageStyles = [paletteStyles];
  static override properties = {
    words: { state: true },
    active: { state: true },
    own: { state: true },
    found: { state: true },
    isAsking: { state: true },
    hasFailed: { state: true },
  };
  declare words: string;
  declare active: number;
  declare own: readonly CommandGroup[];
  declare found: readonly CommandGroup[];
  declare isAsking: boolean;
  declare hasFailed: boolean;
  #groups: readonly CommandGroup[] = [];
  #asking: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** What the arrows were moved to stays chosen when answers come in before it. */
  #chosenId: string | undefined;

  constructor() {
    super();
    this.words = '';
    this.active = 0;
    this.own = [];
    this.found = [];
    this.isAsking = false;
    this.hasFailed = false;
    void ownObjects().then((groups) => {
      this.own = groups;
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.#asking?.abort();
  }

  protected override firstUpdated(): void {
    this.querySelector('dialog')?.showModal();
    this.querySelector('input')?.focus();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('words') && !changed.has('own') && !changed.has('found') && !changed.has('isAsking')) return;
    this.#groups = this.#arranged();
    const at = this.#commands.findIndex(({ id }) => id === this.#chosenId);
    this.active = Math.max(0, at);
  }

  get #commands(): readonly Command[] {
    return this.#groups.flatMap(({ commands }) => commands);
  }

  #arranged(): readonly CommandGroup[] {
    const words = this.words.trim();
    if (!words)
      return filled([
        { title: t('palette.recent'), commands: recentCommands().slice(0, shownOfGroup) },
        { title: t('palette.actions'), commands: actionCommands() },
        { title: t('palette.pages'), commands: pageCommands() },
      ]);
    const groups = [
      { title: t('palette.pages'), commands: pageCommands() },
      { title: t('palette.actions'), commands: actionCommands() },
      ...this.own,
    ].map(({ title, commands }) => ({ title, commands: matching(commands, words).slice(0, shownOfGroup) }));
    // What was found for fewer letters stays while it still fits, so that nothing flickers.
    const found = this.isAsking
      ? this.found.map(({ title, commands }) => ({ title, commands: matching(commands, words) }))
      : this.found;
    return filled([...groups, ...found, { title: t('palette.search'), commands: searchCommands(words) }]);
  }

  protected override render(): TemplateResult {
    const { length } = this.#commands;
    const active = length > 0 ? `palette-option-${this.active}` : undefined;
    let at = 0;
    return html`<dialog class="palette" aria-label=${t('palette.title')} closedby="any" @click=${closeFromOutside} @close=${() => this.remove()}>
      <div class="palette-body">
        <div class="palette-head">
          ${icon(search)}
          <input
            type="text"
            role="combobox"
            enterkeyhint="go"
            autocomplete="off"
            autocapitalize="none"
            spellcheck="false"
            maxlength="200"
            aria-label=${t('palette.label')}
            aria-expanded="true"
            aria-controls="palette-list"
            aria-autocomplete="list"
            aria-activedescendant=${ifDefined(active)}
            placeholder=${t('palette.placeholder')}
            @input=${this.#typed}
            @keydown=${this.#pressed}
          />
          <form method="dialog"><button class="button plain icon-only" aria-label=${t('shell.close')}>${icon(x)}</button></form>
        </div>
        <div class="palette-list" id="palette-list" role="listbox" aria-label=${t('palette.title')} aria-busy=${this.isAsking ? 'true' : 'false'}>
          ${this.#groups.map(
            ({ title, commands }, n) => html`<div role="group" aria-labelledby="palette-group-${n}">
              <div class="palette-group" id="palette-group-${n}" role="presentation">${title}</div>
              ${repeat(
                commands,
                ({ id }) => id,
                (command) => this.#option(command, at++),
              )}
            </div>`,
          )}
        </div>
        ${this.#failure()}
        <div class="palette-foot">
          <span>${keyCaps('↑ ↓')} ${t('palette.move')}</span><span>${keyCaps('Enter')} ${t('palette.take')}</span><span>${keyCaps('Esc')} ${t('palette.leave')}</span>
        </div>
        <span class="visually-hidden" role="status">${this.words && !this.isAsking && !this.hasFailed ? t('palette.found', { n: length }) : ''}</span>
      </div>
    </dialog>`;
  }

  #failure(): TemplateResult | typeof nothing {
    if (!this.hasFailed) return nothing;
    return html`<div class="palette-failed" role="alert">
      <span class="grow">${t('palette.failed')}</span>
      <button class="button small" type="button" @click=${this.#askAgain}>${t('shell.retry')}</button>
    </div>`;
  }

  #option(command: Command, at: number): TemplateResult {
    const { title, note, shape, keys } = command;
    return html`<div
      class="palette-option"
      id="palette-option-${at}"
      role="option"
      aria-selected=${at === this.active ? 'true' : 'false'}
      @pointermove=${() => this.#move(at, false)}
      @click=${() => this.#take(command)}
    >
      ${icon(shape)}<span class="grow">${title}</span>${note ? html`<span class="palette-note">${note}</span>` : nothing}${keys ? keyCaps(keys) : nothing}
    </div>`;
  }

  #typed(event: Event): void {
    this.words = (event.target as HTMLInputElement).value;
    this.active = 0;
    this.#chosenId = undefined;
    clearTimeout(this.#timer);
    this.#asking?.abort();
    this.hasFailed = false;
    const words = this.words.trim();
    this.isAsking = words.length > 1;
    if (this.isAsking) this.#timer = setTimeout(() => void this.#ask(words), pauseMs);
    else this.found = [];
  }

  /** Only the newest answer is shown. */
  async #ask(words: string): Promise<void> {
    const asking = new AbortController();
    this.#asking = asking;
    const found = await foundOnServer(words, asking.signal).catch(() => undefined);
    if (asking.signal.aborted) return;
    this.found = found ?? [];
    this.hasFailed = !found;
    this.isAsking = false;
  }

  #askAgain(): void {
    this.hasFailed = false;
    this.isAsking = true;
    void this.#ask(this.words.trim());
    this.querySelector('input')?.focus();
  }

  #pressed(event: KeyboardEvent): void {
    const { length } = this.#commands;
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };
    const step = steps[event.key];
    if (step && length > 0) {
      event.preventDefault();
      const isPage = Math.abs(step) > 1;
      const next = this.active + step;
      this.#move(isPage ? Math.min(length - 1, Math.max(0, next)) : (next + length) % length, true);
    } else if (event.key === 'Enter' && !event.isComposing) {
      event.preventDefault();
      const command = this.#commands[this.active];
      if (command) this.#take(command);
    }
  }

  #move(at: number, showsIt: boolean): void {
    this.#chosenId = this.#commands[at]?.id;
    if (this.active === at) return;
    this.active = at;
    if (showsIt)
      void this.updateComplete.then(() =>
        this.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' }),
      );
  }

  /** Closed first: the page that opens takes the focus. */
  #take(command: Command): void {
    this.querySelector('dialog')?.close();
    command.run();
  }
}

const filled = (groups: readonly CommandGroup[]) => groups.filter(({ commands }) => commands.length > 0);

define('portal-command-palette', CommandPalette);

export function openPalette(): void {
  const open = document.querySelector('portal-command-palette dialog');
  if (open) (open as HTMLDialogElement).close();
  else openDialog(new CommandPalette());
}
