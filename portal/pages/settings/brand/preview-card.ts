import type { Scheme } from '@portico/themes/tokens.ts';
import { html, nothing, type TemplateResult } from 'lit';
import type { BrandBody } from '../../../api/brand.ts';
import { segments } from '../../../elements/segments.ts';
import { moon, sun } from '../../../icons/icons.generated.ts';
import { t } from '../../../strings/strings.ts';
import { brandPreview, type Shown } from './brand-preview.ts';

export type PreviewCard = {
  brand: BrandBody;
  shown: Shown;
  scheme: Scheme;
  revision: number;
  show: (shown: Shown) => void;
  setScheme: (scheme: Scheme) => void;
};

/** What the draft makes of a page, the sign-in, a mail or a document; mails and paper have one scheme. */
export function previewCard({ brand, shown, scheme, revision, show, setScheme }: PreviewCard): TemplateResult {
  const places = (['page', 'signIn', 'mail', 'document'] as const).map((value) => ({
    value,
    label: t(`brandPreview.${value}`),
  }));
  const schemes = [
    { value: 'light' as const, label: t('shell.scheme.light'), shape: sun },
    { value: 'dark' as const, label: t('shell.scheme.dark'), shape: moon },
  ];
  return html`<section class="card preview-card" aria-label=${t('theme.preview')}>
    <header>
      ${segments<Shown>(t('theme.preview'), shown, places, show)}
      ${shown === 'page' || shown === 'signIn' ? segments<Scheme>(t('shell.scheme'), scheme, schemes, setScheme) : nothing}
    </header>
    <div class="pad">${brandPreview({ brand, shown, scheme, revision, mailKind: 'list' })}</div>
  </section>`;
}
