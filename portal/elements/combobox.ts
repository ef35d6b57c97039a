import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { repeat } from 'lit/directives/repeat.js';
import { t } from '../strings/strings.ts';
import { comboboxStyles } from '../styles/combobox.ts';
import { field } from './field.ts';
import { define, PortalElement } from './portal-element.ts';

export type Suggestion = { value: string; label: string; note?: string };

const pauseMs = 120;

/**
 * A text field with suggestions (ARIA combobox with a list): arrows move, Enter takes, Escape closes.
 * Calls `choose` with what was taken; with `free`, Enter on other words hands them over as they are.
 */
class PortalCombobox extends PortalElement {
  static override pageStyles = [comboboxStyles];
  static override properties = {
    fieldId: { attribute: false },
    label: { attribute: false },
    hint: { attribute: false },
    error: { attribute: false },
    placeholder: { attribute: false },
    suggest: { attribute: false },
    choose: { attribute: false },
    free: { type: Boolean },
    options: { state: true },
    active: { state: true },
    isOpen: { state: true },
  };
  declare fieldId: string;
  declare label: string;
  declare hint: unknown;
  declare error: string | undefined;
  declare placeholder: string | undefined;
  declare suggest: (words: string, signal: AbortSignal) => Promise<readonly Suggestion[]>;
  declare choose: (value: string, isSuggested: boolean) => void;
  declare free: boolean;
  declare options: readonly Suggestion[];
  declare active: number;
  declare isOpen: boolean;
  #asking: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.options = [];
    this.active = -1;
    this.isOpen = false;
    this.free = false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.#asking?.abort();
  }

  protected override render(): TemplateResult {
    const listId = `${this.fieldId}-list`;
    const shown = this.isOpen && this.options.length > 0;
    return field(
      { id: this.fieldId, label: this.label, hint: this.hint, error: this.error },
      (describedBy) => html`<div class="combobox">
        <input
          class="input"
          id=${this.fieldId}
          role="combobox"
          autocomplete="off"
          autocapitalize="none"
          spellcheck="false"
          maxlength="100"
          aria-expanded=${shown ? 'true' : 'false'}
          aria-controls=${listId}
          aria-autocomplete="list"
          aria-activedescendant=${ifDefined(shown && this.active >= 0 ? `${listId}-${this.active}` : undefined)}
          aria-describedby=${ifDefined(describedBy)}
          aria-invalid=${this.error ? 'true' : 'false'}
          placeholder=${ifDefined(this.placeholder)}
          @input=${this.#typed}
          @focus=${this.#typed}
          @keydown=${this.#pressed}
          @blur=${this.#close}
        />
        <ul class="listbox" id=${listId} role="listbox" aria-label=${t('combobox.list')} ?hidden=${!shown}>
          ${repeat(
            this.options,
            ({ value }) => value,
            ({ value, label, note }, index) => html`<li
              id="${listId}-${index}"
              role="option"
              aria-selected=${index === this.active ? 'true' : 'false'}
              @pointerdown=${(event: Event) => event.preventDefault()}
              @click=${() => this.#take(value, true)}
            >
              <span>${label}</span>${note ? html`<span class="muted small">${note}</span>` : nothing}
            </li>`,
          )}
        </ul>
        <span class="visually-hidden" role="status">${shown ? t('combobox.found', { n: this.options.length }) : ''}</span>
      </div>`,
    );
  }

  get #input(): HTMLInputElement {
    return this.querySelector('input')!;
  }

  #typed(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask(), pauseMs);
  }

  /** Only the newest answer is shown. */
  async #ask(): Promise<void> {
    this.#asking?.abort();
    const asking = new AbortController();
    this.#asking = asking;
    try {
      const options = await this.suggest(this.#input.value.trim(), asking.signal);
      if (asking.signal.aborted) return;
      this.options = options;
      this.active = -1;
      this.isOpen = document.activeElement === this.#input;
    } catch {
      // Without suggestions the field still takes words.
      if (!asking.signal.aborted) this.options = [];
    }
  }

  #pressed(event: KeyboardEvent): void {
    const { length } = this.options;
    if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && length > 0) {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      this.active = this.isOpen ? (this.active + step + length + (this.active < 0 && step < 0 ? 1 : 0)) % length : 0;
      this.isOpen = true;
    } else if (event.key === 'Escape' && this.isOpen) {
      event.stopPropagation();
      this.#close();
    } else if (event.key === 'Enter') {
      const option = this.isOpen ? this.options[this.active] : undefined;
      const words = this.#input.value.trim();
      if (option || words) event.preventDefault();
      if (option) this.#take(option.value, true);
      else if (this.free && words) this.#take(words, false);
    }
  }

  #take(value: string, isSuggested: boolean): void {
    this.#input.value = '';
    this.choose(value, isSuggested);
    this.#typed();
  }

  #close(): void {
    this.isOpen = false;
    this.active = -1;
  }
}

define('portal-combobox', PortalCombobox);
