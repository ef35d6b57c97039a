import type { EpochMs } from '../../platform/database/database.ts';

/** A tenant's own fields, whole: they are read with every form and changed seldom. */
export type JobFieldSetRow = {
  tenantId: string;
  /** JSON array of CustomField, archived ones last. */
  fields: string;
  revision: number;
  updatedAt: EpochMs;
};

declare module '../../platform/database/tables.ts' {
  interface Tables {
    jobFieldSets: JobFieldSetRow;
  }
}
