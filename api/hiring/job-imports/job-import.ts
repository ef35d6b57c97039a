import { type MoveTable, predicates } from '../../platform/moves/move.ts';

/** A file of job posts on its way in, row by row. Pure; widgets import it too. */

export const jobImportStates = ['queued', 'running', 'done', 'cancelled', 'failed'] as const;
export type JobImportState = (typeof jobImportStates)[number];

export const jobImportMoves = {
  start: { by: ['clock'], from: ['queued'], to: 'running', after: 'a worker is free' },
  finish: { by: ['clock'], from: ['running'], to: 'done', after: 'the last row' },
  cancel: { by: ['member'], from: ['queued', 'running'], to: 'cancelled' },
  fail: { by: ['clock'], from: ['queued', 'running'], to: 'failed', after: 'the file can no longer be read' },
} as const satisfies MoveTable<JobImportState, string>;
export type JobImportMove = keyof typeof jobImportMoves;

export const jobImportCan = predicates<JobImportState, JobImportMove>(jobImportMoves);

/** What became of a row; in a dry run, what would become of it. */
export const rowOutcomes = ['created', 'duplicate', 'refused'] as const;
export type RowOutcome = (typeof rowOutcomes)[number];

/** Fields of a job post that a column can hold. */
export const importFields = [
  'title',
  'description',
  'terms',
  'budget',
  'level',
  'skills',
  'category',
  'duration',
  'weeklyHours',
  'team',
  'costCenter',
  'reference',
] as const;
export type ImportField = (typeof importFields)[number];
export type ImportMapping = Partial<Record<ImportField, string>>;

export const requiredImportFields = ['title'] as const satisfies ImportField[];

/** Names of columns that are understood without being told, in lower case without signs. */
const wordsOfField: Readonly<Record<ImportField, readonly string[]>> = {
  title: ['jobtitle', 'title', 'titel', 'stellentitel', 'position', 'role'],
  description: ['description', 'jobdescription', 'beschreibung', 'text'],
  terms: ['hourlyfixed', 'type', 'kind', 'terms', 'paymenttype', 'art', 'vergütungsart'],
  budget: ['budget', 'amount', 'rate', 'pay', 'betrag', 'vergütung'],
  level: ['level', 'experience', 'experiencelevel', 'erfahrung', 'stufe'],
  skills: ['skills', 'skill', 'tags', 'fähigkeiten', 'kenntnisse'],
  category: ['category', 'categoryid', 'kategorie'],
  duration: ['duration', 'dauer'],
  weeklyHours: ['weeklyhours', 'hoursperweek', 'hours', 'wochenstunden', 'stunden'],
  team: ['team'],
  costCenter: ['costcenter', 'costcentre', 'kostenstelle'],
  reference: ['reference', 'id', 'externalid', 'referenz', 'nummer', 'number'],
};

/** Which column is what, as far as their names tell; a column is used once. */
export function suggestMapping(columns: readonly string[]): ImportMapping {
  const free = new Map(columns.map((column) => [plainName(column), column]));
  const mapping: ImportMapping = {};
  for (const field of importFields) {
    const word = wordsOfField[field].find((name) => free.has(name));
    if (word === undefined) continue;
    mapping[field] = free.get(word)!;
    free.delete(word);
  }
  return mapping;
}

function plainName(column: string): string {
  return column.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
