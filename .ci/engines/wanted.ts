/** What of an engine is asked for: all of it where nothing else was said. */
export const parts = ['elements', 'hosts', 'features'] as const;
export type Wanted = Record<(typeof parts)[number], boolean> & { files: readonly string[] };
