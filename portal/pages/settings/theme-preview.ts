import { pageThemeCss } from '@portico/themes/theme-css.ts';
import type { Theme } from '@portico/themes/tokens.ts';
import { html, type TemplateResult } from 'lit';
import { tag } from '../../elements/tag.ts';
import { icon } from '../../icons/icon.ts';
import { bookmark, star } from '../../icons/icons.generated.ts';
import { t } from '../../strings/strings.ts';

const sheet = new CSSStyleSheet();

/** One sheet serves both previews: each token is a `light-dark()` pair and each preview fixes its own scheme. */
export function showInPreview(theme: Theme): void {
  sheet.replaceSync(pageThemeCss(theme, '.theme-preview'));
  if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets.push(sheet);
}

export const themePreview = (): TemplateResult =>
  html`<div class="theme-previews" aria-label=${t('theme.preview')} role="group">${sample('light')} ${sample('dark')}</div>`;

/** A search result with everything that tokens color; it is a picture, so nothing in it takes the focus. */
const sample = (scheme: 'light' | 'dark') =>
  html`<div class="theme-preview ${scheme}" inert>
    <div class="sample-bar">
      <span class="brand-mark">${t('shell.fallbackBrand')[0]}</span><strong>${t('shell.fallbackBrand')}</strong>
      <span class="input sample-input muted">${t('shell.searchPlaceholder')}</span>
    </div>
    <div class="sample-body">
      <div class="card pad stack close">
        <div class="person">
          <span class="avatar">AO</span>
          <div>
            <strong>Amara Okafor</strong>
            <div class="muted small">${t('theme.sampleHeadline')}</div>
          </div>
        </div>
        <div class="chips">
          <span class="chip">TypeScript</span><span class="chip sample-match">React</span><span class="chip">Node.js</span>
        </div>
        <div class="row small">
          <span class="tag info">${icon(star)}${t('badge.topRated')}</span> ${tag('success', t('freelancer.openToOffers'))} ${tag('warning', t('theme.sampleWarning'))} ${tag('danger', t('theme.sampleDanger'))}
        </div>
        <p class="small">${t('theme.sampleText')} <a href="#content">${t('talent.openPage')}</a></p>
        <div class="actions">
          <span class="button primary">${icon(bookmark)}${t('freelancer.save')}</span><span class="button">${t('freelancer.compare')}</span>
          <span class="button sample-focus">${t('theme.sampleFocus')}</span>
        </div>
      </div>
    </div>
  </div>`;
