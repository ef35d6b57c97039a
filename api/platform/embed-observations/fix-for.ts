import type { EmbedCspReportRow } from './table.ts';

const general: Readonly<Record<string, string>> = { 'script-src-elem': 'script-src', 'script-src-attr': 'script-src' };

/**
 * What to add to a page's policy for something of ours that it blocked.
 * @param ours origins at which the tenant is served
 * @returns null for what is not ours: a page may block others as it likes
 */
export function fixFor(
  { directive, blocked }: Pick<EmbedCspReportRow, 'directive' | 'blocked'>,
  ours: readonly string[],
): string | null {
  if (blocked === 'trusted-types-policy' || directive === 'trusted-types') return 'trusted-types lit-html';
  if (directive === 'img-src' && blocked === 'data:') return 'img-src data:';
  return ours.includes(blocked) ? `${general[directive] ?? directive} ${blocked}` : null;
}
