import '@portico/widgets/define/talent-search';
import { type BrandWords, plainWords } from '@portico/api/platform/tenants/brand-words.ts';
import { renamer } from '@portico/api/platform/tenants/rename-things.ts';
import { neutral } from '@portico/themes/ready/neutral.ts';
import { completeTheme, pageThemeCss } from '@portico/themes/theme-css.ts';
import type { Scheme, TenantTheme } from '@portico/themes/tokens.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { type BrandBody, documentPreviewUrl, mailPreviewUrl } from '../../../api/brand.ts';
import { tag } from '../../../elements/tag.ts';
import { icon } from '../../../icons/icon.ts';
import { bookmark, externalLink } from '../../../icons/icons.generated.ts';
import { portalEmbed } from '../../../shell/portal-embed.ts';
import { locale, t } from '../../../strings/strings.ts';
import { brandImageUrl } from './image-field.ts';

export type Shown = 'page' | 'signIn' | 'mail' | 'document';
export type Preview = { brand: BrandBody; shown: Shown; scheme: Scheme; revision: number; mailKind: string };

const sheet = new CSSStyleSheet();

/** The draft's tokens inside the preview alone: widgets in it take them as from any host page. */
export function wearInPreview(theme: TenantTheme): void {
  const complete = completeTheme(neutral, theme);
  sheet.replaceSync(pageThemeCss(complete, '.brand-preview'));
  if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets.push(sheet);
}

export function brandPreview(preview: Preview): TemplateResult {
  switch (preview.shown) {
    case 'page':
      return framed(preview, pageSample(preview));
    case 'signIn':
      return framed(preview, signInSample(preview));
    case 'mail':
      return html`<iframe class="mail-frame" title=${t('brand.mailPreview')} src=${mailPreviewUrl(preview.mailKind, locale(), preview.revision)}></iframe>`;
    case 'document':
      return html`<img class="paper" src=${documentPreviewUrl('png', locale(), preview.revision)} alt=${t('brand.documentPreview')} />
        <a class="small" href=${documentPreviewUrl('pdf', locale(), preview.revision)} target="_blank" rel="noopener">${icon(externalLink)}${t('brand.openPdf')}</a>`;
  }
}

const framed = ({ scheme, brand }: Preview, content: TemplateResult) =>
  html`<div class="brand-preview ${scheme}" data-density=${brand.density} inert>${content}</div>`;

function top({ brand, scheme }: Preview): TemplateResult {
  const logo = scheme === 'dark' ? (brand.darkLogo ?? brand.logo) : brand.logo;
  return html`<div class="sample-bar">
    ${logo ? html`<img class="sample-logo" src=${brandImageUrl(logo)} alt=${brand.name} />` : html`<span class="brand-mark">${[...brand.name][0]}</span><strong>${brand.name}</strong>`}
  </div>`;
}

/** Parts of the portal and a widget, as everybody will see them; it is a picture, so nothing in it takes the focus. */
function pageSample(preview: Preview): TemplateResult {
  const named = renamer(preview.brand.words as BrandWords, locale());
  const shown = (['jobPost', 'proposal', 'contract', 'milestone', 'timesheet'] as const).map(
    (thing) => plainWords[locale()][thing].other,
  );
  const items = shown.map((word) => word[0]!.toUpperCase() + word.slice(1));
  return html`${top(preview)}
    <div class="sample-nav small">${items.map((item, at) => html`<span class=${at === 0 ? 'is-here' : ''}>${named(item)}</span>`)}</div>
    <div class="sample-body stack close">
      <div class="row">
        ${tag('success', t('freelancer.openToOffers'))} ${tag('warning', t('theme.sampleWarning'))} ${tag('danger', t('theme.sampleDanger'))}
      </div>
      <div class="actions">
        <span class="button primary">${icon(bookmark)}${t('freelancer.save')}</span><span class="button">${t('freelancer.compare')}</span>
      </div>
      <hire-talent-search .embed=${portalEmbed()} page-size="2"></hire-talent-search>
    </div>`;
}

function signInSample(preview: Preview): TemplateResult {
  const { name, signIn } = preview.brand;
  return html`${top(preview)}
    <div class="sample-body sample-sign-in">
      <div class="stack close">
        <h3>${signIn.headline ?? t('signIn.title')}</h3>
        <p class="muted">${signIn.text ?? t('signIn.to', { brand: name })}</p>
        <span class="label">${t('signIn.email')}</span><span class="input"></span>
        <span class="label">${t('signIn.password')}</span><span class="input"></span>
        <span class="button primary">${t('signIn.submit')}</span>
      </div>
      ${signIn.picture ? html`<img src=${brandImageUrl(signIn.picture)} alt="" />` : nothing}
    </div>`;
}
