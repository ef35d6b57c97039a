import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { getReportChoices, type ListFilter, type ReportChoice } from '../../api/reports.ts';
import { popoverMenu } from '../../elements/popover-menu.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { searchField } from '../../elements/search-field.ts';
import { failed, loading } from '../../elements/states.ts';
import { icon } from '../../icons/icon.ts';
import { chevronDown } from '../../icons/icons.generated.ts';
import { countryName, formatNumber } from '../../strings/format.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { codeWords } from './cell-words.ts';

export type FilterChoiceOptions = {
  report: string;
  name: ListFilter;
  chosen: readonly string[];
  /** Of a closed set; without it choices are asked for when they are looked at. */
  known?: readonly string[] | undefined;
  onChange: (chosen: readonly string[]) => void;
};

const searchableMin = 8;

/** One filter: what is chosen on its button, what can be chosen in its menu, with how many contracts each leaves. */
class FilterChoice extends PortalElement {
  static override properties = { options: { attribute: false }, words: { state: true }, isOpen: { state: true } };
  declare options: FilterChoiceOptions;
  declare words: string;
  declare isOpen: boolean;
  /** By value, kept while others are searched. */
  readonly #labels = new Map<string, string>();

  constructor() {
    super();
    this.words = '';
    this.isOpen = false;
  }

  #load = new Task(this, {
    args: () => [this.isOpen, this.options.name, this.words] as const,
    task: async ([isOpen, name, words], { signal }) => {
      if (this.options.known) return { items: this.#known(words), isMore: false };
      if (!isOpen && this.options.chosen.length === 0) return undefined;
      const found = await getReportChoices(name, words, signal);
      for (const { value, label } of found.items) this.#labels.set(value, label);
      return found;
    },
  });

  #known(words: string): ReportChoice[] {
    return (this.options.known ?? [])
      .map((value) => ({ value, label: this.#word(value), contracts: -1 }))
      .filter(({ label }) => label.toLowerCase().includes(words.toLowerCase()));
  }

  protected override render(): TemplateResult {
    const { name, chosen } = this.options;
    const label = wordsFor('reportFilter', name) ?? name;
    const [only] = chosen;
    const shown =
      chosen.length === 1 && only !== undefined ? this.#word(only) : t('reportFilter.chosen', { n: chosen.length });
    return html`<span @toggle=${{ handleEvent: this.#toggled, capture: true }}>${popoverMenu(
      `filter-${name}`,
      html`${label}${chosen.length > 0 ? html`<strong class="chosen-words">${shown}</strong>` : nothing}${icon(chevronDown)}`,
      html`<div class="filter-menu">${this.isOpen ? this.#menu(label) : nothing}</div>`,
      chosen.length > 0 ? 'small is-set' : 'small',
    )}</span>`;
  }

  #toggled = (event: Event): void => {
    this.isOpen = (event as ToggleEvent).newState === 'open';
    if (this.isOpen)
      void this.updateComplete.then(() => this.querySelector<HTMLElement>('.filter-menu input')?.focus());
  };

  #menu(label: string): TemplateResult {
    const known = this.#load.value;
    const isSearched = this.words !== '' || known?.isMore || (known?.items.length ?? 0) > searchableMin;
    return html`${
      isSearched
        ? searchField(t('reportFilter.search'), this.words, (words) => {
            this.words = words;
          })
        : nothing
    }
    ${this.#load.render({
      pending: () => (known ? this.#list(label, known.items) : loading(4)),
      error: (problem) => failed(problem, () => void this.#load.run()),
      complete: (found) => this.#list(label, found?.items ?? []),
    })}`;
  }

  /** What is chosen stays in sight, whatever is searched. */
  #list(label: string, items: readonly ReportChoice[]): TemplateResult {
    const { chosen, onChange } = this.options;
    const missing = chosen.filter((value) => items.every((item) => item.value !== value));
    const all = [...missing.map((value) => ({ value, label: this.#word(value), contracts: -1 })), ...items];
    if (all.length === 0) return html`<p class="muted">${t('reportFilter.noneFit')}</p>`;
    return html`<fieldset>
      <legend class="visually-hidden">${label}</legend>
      ${repeat(
        all,
        ({ value }) => value,
        ({ value, contracts }) => html`<label class="choice">
          <input
            type="checkbox"
            .checked=${chosen.includes(value)}
            @change=${() => onChange(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value])}
          />
          <span class="grow">${this.#word(value)}</span>
          ${contracts < 0 ? nothing : html`<span class="muted small number">${formatNumber(contracts)}</span>`}
        </label>`,
      )}
    </fieldset>`;
  }

  #word(value: string): string {
    const { name, report } = this.options;
    if (value === '') return t('reportFilter.without');
    if (name === 'country') return countryName(value);
    if (name === 'status') return codeWords(report, 'status', value);
    if (name === 'customField') return value.replace(':', ': ');
    return this.#labels.get(value) ?? value;
  }
}

define('portal-filter-choice', FilterChoice);

export const filterChoice = (options: FilterChoiceOptions): TemplateResult =>
  html`<portal-filter-choice .options=${options}></portal-filter-choice>`;
