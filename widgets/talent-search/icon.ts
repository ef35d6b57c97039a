import { outline, icons as shared } from '../core/icon.ts';

/** Lucide outlines that only a search shows. */
const icons = {
  ...shared,
  search: 'm21 21-4.34-4.34M3 11a8 8 0 1 0 16 0 8 8 0 1 0-16 0',
  filters: 'M10 5H3M12 19H3M14 3v4M16 17v4M21 12h-9M21 19h-5M21 5h-7M8 10v4M8 12H3',
  check: 'M20 6 9 17l-5-5',
  verified: 'M2 12a10 10 0 1 0 20 0 10 10 0 1 0-20 0M9 12l2 2 4-4',
  badge: 'm15.48 12.89 1.5 8.5-4.98-3-4.98 3 1.5-8.5M6 8a6 6 0 1 0 12 0A6 6 0 1 0 6 8',
} as const;

export const icon = (name: keyof typeof icons) => outline(icons[name]);
