import { formatColorHex, parseColor } from '@portico/themes/color.ts';
import { type ColorToken, choiceRules, colorTokens, numberRules, type Shape } from '@portico/themes/tokens.ts';
import type { ThemeRefusal } from '@portico/themes/validate-theme.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { fieldError, selectField, textField } from '../../elements/field.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { refusalWords } from './theme-refusals.ts';

export function colorFields(
  scheme: 'light' | 'dark',
  colors: Readonly<Record<ColorToken, string>>,
  refusals: readonly ThemeRefusal[],
  set: (token: ColorToken, value: string) => void,
): TemplateResult {
  return html`<div class="color-fields">
    ${colorTokens.map((token) => {
      const refusal = refusals.find(({ path }) => path === `${scheme}.${token}`);
      return colorField(`${scheme}-${token}`, wordsFor('token', token) ?? token, colors[token], refusal, (value) =>
        set(token, value),
      );
    })}
  </div>`;
}

function colorField(
  id: string,
  label: string,
  value: string,
  refusal: ThemeRefusal | undefined,
  set: (value: string) => void,
): TemplateResult {
  const color = parseColor(value);
  const error = refusal && refusal.code !== 'contrast_too_low' ? refusalWords(refusal) : undefined;
  return html`<div class="field">
    <label for=${id}>${label}</label>
    <div class="input-row">
      <input type="color" aria-label=${t('theme.pick', { name: label })} .value=${live(color ? formatColorHex(color) : '#000000')} @change=${(event: Event) => set((event.target as HTMLInputElement).value)} />
      <input class="input" id=${id} spellcheck="false" autocomplete="off" maxlength="60" .value=${live(value)} aria-invalid=${refusal ? 'true' : 'false'} aria-describedby=${error ? `${id}-error` : nothing} @change=${(event: Event) => set((event.target as HTMLInputElement).value.trim())} />
    </div>
    ${fieldError(id, error)}
  </div>`;
}

export function shapeFields(
  shape: Shape,
  refusals: readonly ThemeRefusal[],
  set: (shape: Partial<Shape>) => void,
): TemplateResult {
  const errorOf = (name: string) => {
    const refusal = refusals.find(({ path }) => path === `shape.${name}`);
    return refusal && refusalWords(refusal);
  };
  return html`<div class="halves">
    ${(Object.keys(numberRules) as (keyof typeof numberRules)[]).map((name) => {
      const { min, max, step, unit } = numberRules[name];
      return textField({
        id: `shape-${name}`,
        label: wordsFor('token', name) ?? name,
        type: 'number',
        min,
        max,
        step,
        value: String(shape[name]),
        suffix: unit || undefined,
        error: errorOf(name),
        onChange: (value) => set({ [name]: Number(value) }),
      });
    })}
    ${(['fontFamily', 'shadow'] as const satisfies (keyof typeof choiceRules)[]).map((name) =>
      selectField({
        id: `shape-${name}`,
        label: wordsFor('token', name) ?? name,
        value: shape[name],
        choices: choiceRules[name].map((value) => ({ value, label: wordsFor(name, value) ?? value })),
        error: errorOf(name),
        onChange: (value) => set({ [name]: value } as Partial<Shape>),
      }),
    )}
  </div>`;
}
