import { formatColorHex, parseColor } from '@portico/themes/color.ts';
import { deriveTheme } from '@portico/themes/derive-theme.ts';
import { neutral } from '@portico/themes/ready/neutral.ts';
import { type ReadyThemeName, readyThemes } from '@portico/themes/ready-themes.ts';
import { completeTheme } from '@portico/themes/theme-css.ts';
import type { Scheme, TenantTheme } from '@portico/themes/tokens.ts';
import type { ThemeRefusal } from '@portico/themes/validate-theme.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { BrandBody } from '../../../api/brand.ts';
import { selectField } from '../../../elements/field.ts';
import { segments } from '../../../elements/segments.ts';
import { moon, sun } from '../../../icons/icons.generated.ts';
import { t, wordsFor } from '../../../strings/strings.ts';
import { colorFields, shapeFields } from '../theme-fields.ts';
import type { Editing } from './sections.ts';

export type LookEditing = Editing & {
  scheme: Scheme;
  refusals: readonly ThemeRefusal[];
  /** Of the logo chosen last. */
  logoColors: readonly string[];
  setScheme: (scheme: Scheme) => void;
};

/** Colours, type, radius and density: from a ready theme, one accent or the logo, then by hand. */
export function lookSections(editing: LookEditing): TemplateResult {
  const { brand, set, scheme, refusals, setScheme } = editing;
  const theme = brand.theme as TenantTheme;
  const complete = completeTheme(neutral, theme);
  const setTheme = (next: TenantTheme) => set({ theme: next });
  return html`<section class="card">
      <header><h2>${t('brand.quick')}</h2></header>
      <div class="pad stack close">
        ${accentRow(theme, editing)}
        <div class="ready-themes" role="group" aria-label=${t('theme.ready')}>
          ${(Object.keys(readyThemes) as ReadyThemeName[]).map(
            (name) =>
              html`<button class="button" type="button" @click=${() => setTheme(readyThemes[name])}>${wordsFor('readyTheme', name) ?? name}</button>`,
          )}
        </div>
        ${selectField({
          id: 'density',
          label: t('brand.density'),
          hint: t('brand.densityHint'),
          value: brand.density,
          choices: [
            { value: 'comfortable', label: t('brand.comfortable') },
            { value: 'compact', label: t('brand.compact') },
          ],
          onChange: (density) => set({ density: density as BrandBody['density'] }),
        })}
      </div>
    </section>
    <section class="card">
      <header>
        <h2>${t('theme.colors')}</h2>
        ${segments<Scheme>(
          t('shell.scheme'),
          scheme,
          [
            { value: 'light', label: t('shell.scheme.light'), shape: sun },
            { value: 'dark', label: t('shell.scheme.dark'), shape: moon },
          ],
          setScheme,
        )}
      </header>
      <div class="pad">
        ${colorFields(scheme, complete[scheme], refusals, (token, value) => setTheme({ ...theme, [scheme]: { ...theme[scheme], [token]: value } }))}
      </div>
    </section>
    <section class="card">
      <header><h2>${t('theme.shape')}</h2></header>
      <div class="pad">
        ${shapeFields(complete.shape, refusals, (shape) => setTheme({ ...theme, shape: { ...theme.shape, ...shape } }))}
      </div>
    </section>`;
}

function accentRow(theme: TenantTheme, { set, logoColors }: LookEditing): TemplateResult {
  const color = parseColor(completeTheme(neutral, theme).light.accent);
  const derive = (accent: string) => {
    const derived = deriveTheme(accent);
    if (derived) set({ theme: { ...derived, shape: theme.shape } });
  };
  return html`<div class="field">
    <label for="accent">${t('brand.accent')}</label>
    <div class="row">
      <input type="color" id="accent" aria-describedby="accent-hint" .value=${live(color ? formatColorHex(color) : '#000000')} @change=${(event: Event) => derive((event.target as HTMLInputElement).value)} />
      ${
        logoColors.length > 0
          ? html`<span class="muted small">${t('brand.fromLogo')}</span>${logoColors.map(
              (hex) =>
                html`<button class="swatch" type="button" title=${hex} aria-label=${t('brand.useColor', { color: hex })} .style=${`background:${hex}`} @click=${() => derive(hex)}></button>`,
            )}`
          : nothing
      }
    </div>
    <div class="hint" id="accent-hint">${t('brand.accentHint')}</div>
  </div>`;
}
