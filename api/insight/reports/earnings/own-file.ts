import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import type { Authority } from '../../../platform/auth/authority.ts';
import { isoInstant } from '../../../platform/clock/clock.ts';
import { printedBrand } from '../../../platform/documents/printed-brand.ts';
import type { Site } from '../../../platform/tenants/site.ts';
import { questionOf } from '../ask-report.ts';
import { fileName } from '../exports/present-export.ts';
import { contentTypes } from '../files/write-file.ts';
import type { ReportFilters } from '../filters-schema.ts';
import type { ExportFormat } from '../report.ts';
import type { ReportDeps } from '../report-deps.ts';
import { presentFilters } from '../resolve-filters.ts';
import { keepSightings } from '../sighting-store.ts';
import { earnings } from './earnings-report.ts';

export type OwnFileDeps = ReportDeps & { authority: Pick<Authority, 'person'>; site: Pick<Site, 'origin'> };

const pdfRowsMax = 5_000;

/** Ten years of one person’s months are small, so the file is made while they wait. */
export async function ownEarningsFile(
  deps: OwnFileDeps,
  { freelancerId, personId }: { freelancerId: string; personId: string },
  { format, asOf, filters }: { format: ExportFormat; asOf: string | undefined; filters: ReportFilters },
) {
  const question = await questionOf(deps, earnings, { kind: 'freelancer', freelancerId }, filters, asOf);
  const person = await deps.authority.person(personId);
  const asked = presentFilters(earnings, question.params);
  const link = `${deps.site.origin}/my/reports/earnings`;
  const head = {
    locale: person?.locale ?? 'en',
    owner: person?.name ?? '',
    brand: { ...printedBrand(undefined), name: person?.name ?? '' },
    asOf: isoInstant(question.asOfMs),
    filters: Object.entries(asked).map(([key, value]): [string, string] => [key, String(value)]),
    link,
  };
  const file = deps.reader.file({ question, format, head, rowsMax: format === 'pdf' ? pdfRowsMax : null }, () => {});
  const bytes = await buffer(file.chunks);
  const { summary, sightings } = await file.answer;
  await keepSightings(deps, null, sightings);
  const name = fileName({ report: 'earnings', format, asOf: question.asOfMs });
  return {
    bytes: new Uint8Array(bytes),
    headers: {
      'content-type': contentTypes[format],
      'content-disposition': `attachment; filename="${name}"`,
      'repr-digest': `sha-256=:${createHash('sha256').update(bytes).digest('base64')}:`,
      'report-as-of': head.asOf,
      'report-content-hash': summary.contentHash,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  };
}
