import type { Letterhead } from './printed-brand.ts';

export type DocumentHead = {
  title: string;
  /** In whose name; nothing else names a maker. */
  author: string;
  /** BCP 47. */
  language: string;
  createdAtMs: number;
  /** Pages on their side, for wide tables. */
  isLandscape?: boolean;
  /** Whose paper it is. */
  brand?: Letterhead;
};

export type TextLook = {
  size?: number;
  color?: string;
  /** Line height as a share of the size. */
  leading?: number;
  indent?: number;
  spaceAfter?: number;
  align?: 'start' | 'end';
  /** Of the structure that a screen reader hears. */
  role?: 'P' | 'H1' | 'H2' | 'H3' | 'LBody' | 'Lbl' | 'Code' | 'BlockQuote';
};

export type TableLook = {
  size?: number;
  hasHead?: boolean;
  /** Says the head again where the table goes on over a page; a screen reader hears it once. */
  repeatsHead?: boolean;
};
export type Column = { width: number; align?: 'start' | 'end' };
