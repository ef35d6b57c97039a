import { z } from '../http/routes.ts';

const text = z.string().max(4000).optional();

/** `report-uri`, as CSP level 2 wrote it. */
export const cspReport = z
  .object({
    'csp-report': z.object({
      'document-uri': text,
      'effective-directive': text,
      'violated-directive': text,
      'blocked-uri': text,
      disposition: text,
    }),
  })
  .openapi('CspReport');

/** The Reporting API’s, of which other kinds come to the same endpoint. */
export const modernReport = z
  .object({
    type: z.string().max(100),
    url: text,
    body: z
      .object({ documentURL: text, effectiveDirective: text, blockedURL: text, disposition: text })
      .optional()
      .nullable(),
  })
  .openapi('BrowserReport');

export type Violation = { origin: string; directive: string; blocked: string; disposition: 'enforce' | 'report' };

/** At most this many of one body are read. */
const violationsMax = 20;

/** What was blocked, without paths, queries and samples, which may say who somebody is. */
export function violationsIn(body: unknown): Violation[] {
  const reports = Array.isArray(body) ? body.slice(0, violationsMax) : [body];
  return reports.flatMap((report) => {
    const old = cspReport.safeParse(report);
    if (old.success) {
      const { 'csp-report': told } = old.data;
      const directive = told['effective-directive'] || told['violated-directive'];
      return violation(told['document-uri'], directive, told['blocked-uri'], told.disposition);
    }
    const modern = modernReport.safeParse(report);
    if (!modern.success || modern.data.type !== 'csp-violation' || !modern.data.body) return [];
    const { documentURL, effectiveDirective, blockedURL, disposition } = modern.data.body;
    return violation(documentURL ?? modern.data.url, effectiveDirective, blockedURL, disposition);
  });
}

function violation(
  page: string | undefined,
  directive: string | undefined,
  blocked: string | undefined,
  disposition: string | undefined,
): Violation[] {
  const address = page === undefined ? null : URL.parse(page);
  const name = directive?.trim().split(/\s/, 1)[0]?.toLowerCase();
  if (!address || address.origin === 'null' || !name || !/^[a-z-]{3,40}$/.test(name)) return [];
  return [
    {
      origin: address.origin,
      directive: name,
      blocked: blockedOf(blocked),
      disposition: disposition === 'report' ? 'report' : 'enforce',
    },
  ];
}

const keywords = new Set(['inline', 'eval', 'wasm-eval', 'self', 'trusted-types-policy', 'trusted-types-sink']);

function blockedOf(blocked = ''): string {
  if (keywords.has(blocked)) return blocked;
  const address = URL.parse(blocked);
  // Browsers send the scheme alone for `data:` and `blob:`.
  if (!address) return /^[a-z][a-z0-9+.-]{1,20}$/.test(blocked) ? `${blocked}:` : 'inline';
  return address.origin === 'null' ? address.protocol : address.origin;
}
