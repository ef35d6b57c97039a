import { html, type TemplateResult } from 'lit';
import { href } from '../router.ts';

export function avatar(
  name: string,
  photoUrl: string | null,
  size: 'small' | 'normal' | 'medium' | 'large' = 'normal',
): TemplateResult {
  return html`<span class="avatar ${size}" aria-hidden="true">
    ${photoUrl ? html`<img src=${href(photoUrl)} alt="" loading="lazy" decoding="async" />` : initials(name)}
  </span>`;
}

export function initials(name: string): string {
  const words = name.split(/\s+/u).filter(Boolean);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? '')][0] ?? '');
  return letters.join('').toLocaleUpperCase();
}
