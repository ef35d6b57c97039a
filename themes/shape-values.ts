/** Tenant fonts are self-hosted, so a theme names a family that ships with the product or inherits the host's. */
export const fontFamilies = {
  inherit: 'inherit',
  system: 'system-ui, sans-serif',
  inter: 'Inter Variable, Inter, system-ui, sans-serif',
  serif: 'Georgia, serif',
  humanist: 'Optima, Candara, system-ui, sans-serif',
} as const;

/** One shadow, for what floats; `none` leaves the border to do the work. */
export const shadows = {
  none: '0 0 0 1px rgb(0 0 0 / .08)',
  soft: '0 8px 24px rgb(0 0 0 / .16)',
  strong: '0 16px 40px rgb(0 0 0 / .24)',
} as const;

export type FontFamily = keyof typeof fontFamilies;
export type Shadow = keyof typeof shadows;
