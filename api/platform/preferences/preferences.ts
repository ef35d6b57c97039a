/** How somebody likes the portal. Pure. */
export const schemeChoices = ['system', 'light', 'dark'] as const;
export type SchemeChoice = (typeof schemeChoices)[number];

export const densities = ['comfortable', 'compact'] as const;
export type Density = (typeof densities)[number];
