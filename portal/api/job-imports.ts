import type { ImportMapping, RowOutcome } from '@portico/api/hiring/job-imports/job-import.ts';
import type { ImportedRow, ImportPreview, ImportSettings, JobImport } from '@portico/api/hiring/job-imports/schema.ts';
import { get, post, queryString } from './client.ts';

export type { ImportedRow, ImportMapping, ImportPreview, ImportSettings, JobImport };

const pathOf = (importId: string) => `/v1/job-imports/${encodeURIComponent(importId)}`;

export const previewImport = (fileId: string, signal?: AbortSignal) =>
  get<ImportPreview>('/v1/job-imports/preview', { query: { fileId }, signal });
export const startImport = (fileId: string, settings: Partial<ImportSettings> & { dryRun: boolean }) =>
  post<JobImport>('/v1/job-imports', { fileId, ...settings });
export const getImports = (cursor: string | undefined, signal?: AbortSignal) =>
  get<{ items: JobImport[]; nextCursor: string | null }>('/v1/job-imports', { query: { cursor }, signal });
export const getImport = (importId: string, signal?: AbortSignal) => get<JobImport>(pathOf(importId), { signal });
export const getImportedRows = (
  importId: string,
  query: { outcome?: RowOutcome | undefined; after?: number },
  signal?: AbortSignal,
) => get<{ items: ImportedRow[]; nextAfter: number | null }>(`${pathOf(importId)}/rows`, { query, signal });
export const rowsFile = (importId: string, outcome: RowOutcome | undefined) =>
  `${pathOf(importId)}/rows.csv${queryString({ outcome })}`;
export const cancelImport = (importId: string) => post<JobImport>(`${pathOf(importId)}/cancellation`);
export const importTimeline = (importId: string) => `${pathOf(importId)}/timeline`;
