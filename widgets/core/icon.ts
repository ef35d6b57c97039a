import { html } from 'lit-html';

/** Lucide outlines, cut to what widgets show. Always beside a word, so hidden from assistive technology. */
export const icons = {
  search: 'm21 21-4.34-4.34M3 11a8 8 0 1 0 16 0 8 8 0 1 0-16 0',
  filters: 'M10 5H3M12 19H3M14 3v4M16 17v4M21 12h-9M21 19h-5M21 5h-7M8 10v4M8 12H3',
  close: 'M18 6 6 18M6 6l12 12',
  check: 'M20 6 9 17l-5-5',
  save: 'm19 21-7-4-7 4V5a2 2 0 0 1 2-2h10a2 2 0 0 1 2 2z',
  verified: 'M2 12a10 10 0 1 0 20 0 10 10 0 1 0-20 0M9 12l2 2 4-4',
  badge: 'm15.48 12.89 1.5 8.5-4.98-3-4.98 3 1.5-8.5M6 8a6 6 0 1 0 12 0A6 6 0 1 0 6 8',
} as const;

export const icon = (name: keyof typeof icons) =>
  html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d=${icons[name]} /></svg>`;
