import { isoInstant } from '../../platform/clock/clock.ts';
import { notFound } from '../../platform/http/problem.ts';
import { chooseAsOf } from './as-of.ts';
import type { ReportDefinition } from './definition.ts';
import type { ReportFilters } from './filters-schema.ts';
import type { Audience, Question } from './question.ts';
import { reports } from './report.ts';
import type { ReportDeps } from './report-deps.ts';
import { linkOf, presentFilters, resolveFilters } from './resolve-filters.ts';
import type { ReportEntries, ReportPage } from './schema.ts';
import { keepSightings } from './sighting-store.ts';

export type Paging = { limit: number; cursor?: string | undefined };
/** Where a page begins; the pages of one report are all as of the first. */
type Place = { offset: number; asOfMs: number };

/** @throws 422 as resolveFilters and chooseAsOf */
export async function questionOf(
  deps: Pick<ReportDeps, 'database' | 'clock'>,
  definition: ReportDefinition,
  audience: Audience,
  filters: ReportFilters,
  asOf: string | undefined,
): Promise<Question> {
  const { asOfMs, nowMs } = await chooseAsOf(deps, asOf);
  return { slug: definition.slug, audience, params: resolveFilters(definition, filters, asOfMs), asOfMs, nowMs };
}

export async function askPage(
  deps: ReportDeps,
  definition: ReportDefinition,
  audience: Audience,
  { filters, asOf, paging }: { filters: ReportFilters; asOf: string | undefined; paging: Paging },
): Promise<ReportPage> {
  const binding = bindingOf('report', definition, audience, filters);
  const place = placeOf(deps, binding, paging);
  const from = place ? isoInstant(place.asOfMs) : asOf;
  const question = await questionOf(deps, definition, audience, filters, from);
  const offset = place?.offset ?? 0;
  const { limit } = paging;
  const { summary, rows, sightings } = await deps.reader.page({ question, offset, limit });
  await keepSightings(deps, tenantOf(audience), sightings);
  const asked = presentFilters(definition, question.params);
  const { rowCount, contentHash, totals, series } = summary;
  const { chart, columns, slug } = definition;
  return {
    id: reports[slug],
    slug,
    asOf: isoInstant(question.asOfMs),
    filters: asked,
    columns: [...columns],
    rows: rows as ReportPage['rows'],
    totals,
    chart: chart && series ? { ...chart, series: series as NonNullable<ReportPage['chart']>['series'] } : null,
    rowCount,
    contentHash,
    link: linkOf(slug, asked, question.asOfMs),
    nextCursor: nextOf(deps, binding, { offset: offset + limit, asOfMs: question.asOfMs }, rowCount),
  };
}

/** @throws 404 where there is no such row or figure */
export async function askEntries(
  deps: ReportDeps,
  definition: ReportDefinition,
  audience: Audience,
  asked: { filters: ReportFilters; asOf: string | undefined; paging: Paging; row: string | undefined; column: string },
): Promise<ReportEntries> {
  const { filters, paging, row = null, column } = asked;
  if (!definition.columns.some(({ key, opens }) => opens && key === column)) throw notFound();
  const binding = `${bindingOf('entries', definition, audience, filters)} ${row} ${column}`;
  const place = placeOf(deps, binding, paging);
  const from = place ? isoInstant(place.asOfMs) : asked.asOf;
  const question = await questionOf(deps, definition, audience, filters, from);
  const offset = place?.offset ?? 0;
  const { limit } = paging;
  const found = await deps.reader.entries({ question, row, column, offset, limit });
  if (!found) throw notFound();
  await keepSightings(deps, tenantOf(audience), found.sightings);
  return {
    asOf: isoInstant(question.asOfMs),
    row,
    column,
    sums: found.sums,
    count: found.count,
    items: found.items,
    nextCursor: nextOf(deps, binding, { offset: offset + limit, asOfMs: question.asOfMs }, found.count),
  };
}

export const tenantOf = (audience: Audience): string | null => (audience.kind === 'tenant' ? audience.tenantId : null);

function bindingOf(what: string, { slug }: ReportDefinition, audience: Audience, filters: ReportFilters): string {
  return `${what} ${slug} ${JSON.stringify(audience)} ${JSON.stringify(filters)}`;
}

function placeOf({ cursors }: ReportDeps, binding: string, { cursor }: Paging): Place | undefined {
  return cursor ? (cursors.decode(binding, cursor) as Place) : undefined;
}

function nextOf({ cursors }: ReportDeps, binding: string, next: Place, count: number): string | null {
  return next.offset < count ? cursors.encode(binding, next) : null;
}
