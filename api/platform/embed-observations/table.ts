import type { EpochMs } from '../database/database.ts';

/**
 * `page`: a widget asked from there · `loader`: the loader was fetched, `detail` its version · `use`: a widget asked with a
 * session or a publishable key · `session`: a session was asked for and refused · `request`: a widget's request was
 * refused. `code` is empty where nothing was refused.
 */
export type SightingKind = 'page' | 'loader' | 'use' | 'session' | 'request';

export type EmbedSightingRow = {
  tenantId: string;
  kind: SightingKind;
  code: string;
  /** `` where the browser named none. */
  origin: string;
  detail: string;
  count: number;
  firstAt: EpochMs;
  lastAt: EpochMs;
};

export type UsageMetric = 'pageLoad' | 'session' | 'request' | 'action' | 'error' | 'loader';

export type EmbedUsageRow = {
  tenantId: string;
  /** `2026-11-23`, UTC. */
  day: string;
  origin: string;
  /** `` for what is not of one widget. */
  widget: string;
  metric: UsageMetric;
  /** The code of an error, the version of a loader. */
  detail: string;
  count: number;
};

/** Who was counted, so that nobody is counted twice; a keyed hash, good for nothing else. */
export type EmbedUsageSubjectRow = {
  tenantId: string;
  day: string;
  origin: string;
  widget: string;
  kind: 'session' | 'person';
  subject: string;
};

export type EmbedCspReportRow = {
  tenantId: string;
  origin: string;
  directive: string;
  /** The origin of what was blocked, or `inline`, `eval`, `trusted-types-sink` … */
  blocked: string;
  disposition: 'enforce' | 'report';
  count: number;
  firstAt: EpochMs;
  lastAt: EpochMs;
};

declare module '../database/tables.ts' {
  interface Tables {
    embedSightings: EmbedSightingRow;
    embedUsage: EmbedUsageRow;
    embedUsageSubjects: EmbedUsageSubjectRow;
    embedCspReports: EmbedCspReportRow;
  }
}
