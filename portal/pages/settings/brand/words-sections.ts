import { legalKinds } from '@portico/api/platform/tenants/brand.ts';
import {
  type BrandWords,
  genders,
  plainWords,
  type Thing,
  things,
  type Word,
  type WordLocale,
  wordMaxLength,
} from '@portico/api/platform/tenants/brand-words.ts';
import { html, nothing, type TemplateResult } from 'lit';
import type { BrandBody } from '../../../api/brand.ts';
import { radios, textArea, textField } from '../../../elements/field.ts';
import { segments } from '../../../elements/segments.ts';
import { locales, t, wordsFor } from '../../../strings/strings.ts';
import { type Editing, lackingNotice } from './sections.ts';

/** Names of things, by language: empty fields leave the word it comes with. */
export function wordsSection(
  editing: Editing,
  locale: WordLocale,
  setLocale: (locale: WordLocale) => void,
): TemplateResult {
  const words = editing.brand.words as BrandWords;
  return html`<section class="card">
    <header>
      <h2>${t('brand.words')}</h2>
      ${segments<WordLocale>(
        t('shell.language'),
        locale,
        (Object.keys(locales) as WordLocale[]).map((value) => ({ value, label: locales[value] })),
        setLocale,
      )}
    </header>
    <div class="pad stack close">
      ${lackingNotice(editing, 'words')}
      <p class="muted small">${t('brand.wordsHint')}</p>
      <div class="word-rows">${things.map((thing) => wordRow(editing, words, locale, thing))}</div>
    </div>
  </section>`;
}

function wordRow({ set, errors }: Editing, words: BrandWords, locale: WordLocale, thing: Thing): TemplateResult {
  const plain = plainWords[locale][thing];
  const own = words[locale]?.[thing];
  const put = (change: Partial<Word>) => {
    const word = { ...(own ?? { one: '', other: '' }), ...change };
    const list = { ...words[locale] };
    if (!word.one && !word.other) delete list[thing];
    else list[thing] = { ...word, one: word.one || word.other, other: word.other || word.one };
    set({ words: { ...words, [locale]: list } as BrandBody['words'] });
  };
  const input = (form: 'one' | 'other', label: string) => html`<input
    class="input"
    aria-label="${plain.one}: ${label}"
    placeholder=${plain[form]}
    maxlength=${wordMaxLength}
    .value=${own?.[form] ?? ''}
    @change=${(event: Event) => put({ [form]: (event.target as HTMLInputElement).value.trim() })}
  />`;
  const error = errors[`words/${locale}/${thing}`];
  return html`<div class="word-row">
    <span class="label">${plain.one}</span>${input('one', t('brand.one'))}${input('other', t('brand.other'))}
    ${
      locale === 'de'
        ? html`<select class="input" aria-label="${plain.one}: ${t('brand.gender')}" @change=${(event: Event) => put({ gender: (event.target as HTMLSelectElement).value as Word['gender'] })}>
            ${genders.map((gender) => html`<option value=${gender} .selected=${(own?.gender ?? plain.gender) === gender}>${{ m: 'der', f: 'die', n: 'das' }[gender]}</option>`)}
          </select>`
        : nothing
    }
    ${error ? html`<div class="field-error">${error}</div>` : nothing}
  </div>`;
}

/** Each kept elsewhere and linked to, or written here. */
export function legalSection(editing: Editing): TemplateResult {
  const { brand, set, errors } = editing;
  return html`<section class="card">
    <header><h2>${t('brand.legal')}</h2></header>
    <div class="pad stack">
      ${lackingNotice(editing, 'legal')}
      ${legalKinds.map((kind) => {
        const text = brand.legal[kind];
        const put = (next: BrandBody['legal'][typeof kind]) => set({ legal: { ...brand.legal, [kind]: next } });
        const how = text === null ? 'none' : 'url' in text ? 'link' : 'text';
        const title = text?.title ?? null;
        return html`<div class="stack close">
          ${radios<'none' | 'link' | 'text'>({
            name: `legal-${kind}`,
            label: wordsFor('legal', kind) ?? kind,
            value: how,
            choices: [
              { value: 'none', label: t('brand.legalNone') },
              { value: 'link', label: t('brand.legalLink') },
              { value: 'text', label: t('brand.legalText') },
            ],
            onChange: (value) =>
              put(
                value === 'none'
                  ? null
                  : value === 'link'
                    ? { title, url: 'https://' }
                    : { title, markdown: `# ${wordsFor('legal', kind) ?? kind}` },
              ),
          })}
          ${
            text && 'url' in text
              ? textField({
                  id: `legal/${kind}/url`,
                  label: t('brand.legalUrl'),
                  type: 'url',
                  value: text.url,
                  error: errors[`legal/${kind}`] ?? errors[`legal/${kind}/url`],
                  onChange: (url) => put({ title, url: url.trim() }),
                })
              : nothing
          }
          ${
            text && 'markdown' in text
              ? textArea({
                  id: `legal/${kind}/markdown`,
                  label: t('brand.legalMarkdown'),
                  hint: t('brand.legalMarkdownHint'),
                  value: text.markdown,
                  rows: 10,
                  error: errors[`legal/${kind}/markdown`],
                  onInput: (markdown) => put({ title, markdown }),
                })
              : nothing
          }
        </div>`;
      })}
    </div>
  </section>`;
}
