import type { EmbedCspReportRow } from './table.ts';

/**
 * What to add to a page's policy for something of ours that it blocked.
 * @param base what comes before `/v1` and `/embed`
 * @returns null for what is not ours: a page may block others as it likes
 */
export function fixFor({ directive, blocked }: Pick<EmbedCspReportRow, 'directive' | 'blocked'>, base: string) {
  const { origin } = new URL(base);
  if (blocked === 'trusted-types-policy' || directive === 'trusted-types') return 'trusted-types lit-html';
  if (directive === 'img-src' && blocked === 'data:') return 'img-src data:';
  if (blocked !== origin) return null;
  const general: Record<string, string> = { 'script-src-elem': 'script-src', 'script-src-attr': 'script-src' };
  return `${general[directive] ?? directive} ${origin}`;
}
