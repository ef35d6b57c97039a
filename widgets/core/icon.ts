import { html } from 'lit-html';

/** Lucide outlines that several widgets show. Always beside a word, so hidden from assistive technology. */
export const icons = {
  close: 'M18 6 6 18M6 6l12 12',
  save: 'm19 21-7-4-7 4V5a2 2 0 0 1 2-2h10a2 2 0 0 1 2 2z',
} as const;

export const outline = (path: string) => html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d=${path} /></svg>`;

export const icon = (name: keyof typeof icons) => outline(icons[name]);
