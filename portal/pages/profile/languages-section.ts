import '../../elements/combobox.ts';
import { freelancerPolicy, type LanguageLevel, languageLevels } from '@portico/api/talent/freelancers/freelancer.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { define } from '../../elements/portal-element.ts';
import { icon } from '../../icons/icon.ts';
import { x } from '../../icons/icons.generated.ts';
import { undoable } from '../../shell/toasts.ts';
import { languageName } from '../../strings/format.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { knownLanguages } from './known-languages.ts';
import { errorOf, section } from './section.ts';
import { SectionElement } from './section-element.ts';

class LanguagesSection extends SectionElement {
  protected override render(): TemplateResult {
    const { languages } = this.draft.profile.get();
    return section(
      'languages',
      t('profile.languages'),
      html`${
        languages.length > 0
          ? html`<ul class="ordered">
              ${languages.map(
                ({ language, level }, index) => html`<li>
                  <span class="grow">${languageName(language)}</span>
                  <select class="input small-input" aria-label=${t('profile.levelOf', { language: languageName(language) })} @change=${(event: Event) => this.#setLevel(index, (event.target as HTMLSelectElement).value as LanguageLevel)}>
                    ${languageLevels.map((value) => html`<option value=${value} .selected=${value === level}>${wordsFor('level', value)}</option>`)}
                  </select>
                  <button class="button plain small icon-only" type="button" aria-label=${t('profile.removeLanguage', { language: languageName(language) })} @click=${() => this.#remove(index)}>${icon(x)}</button>
                </li>`,
              )}
            </ul>`
          : nothing
      }
      ${
        languages.length < freelancerPolicy.languagesMax
          ? html`<portal-combobox
              .fieldId=${'language'}
              .label=${t('profile.addLanguage')}
              .error=${errorOf(this.draft, 'languages', 'languages')}
              .suggest=${(words: string) => this.#suggest(words)}
              .choose=${(language: string) => this.draft.change('languages', [...languages, { language, level: 'fluent' }])}
            ></portal-combobox>`
          : nothing
      }`,
    );
  }

  async #suggest(words: string) {
    const chosen = new Set(this.draft.profile.get().languages.map(({ language }) => language));
    const typed = words.toLocaleLowerCase();
    return knownLanguages
      .filter((code) => !chosen.has(code))
      .map((value) => ({ value, label: languageName(value) }))
      .filter(({ label }) => label.toLocaleLowerCase().includes(typed))
      .slice(0, 8);
  }

  #setLevel(index: number, level: LanguageLevel): void {
    const { languages } = this.draft.profile.get();
    this.draft.change(
      'languages',
      languages.map((one, at) => (at === index ? { ...one, level } : one)),
    );
  }

  #remove(index: number): void {
    const before = this.draft.profile.get().languages;
    const set = (languages: typeof before) => this.draft.change('languages', languages);
    set(before.filter((_, at) => at !== index));
    undoable(t('profile.entryRemoved', { name: languageName(before[index]!.language) }), () => set(before), this);
  }
}

define('portal-languages-section', LanguagesSection);
