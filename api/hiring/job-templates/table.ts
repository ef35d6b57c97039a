import type { EpochMs } from '../../platform/database/database.ts';

export type JobTemplateRow = {
  id: string;
  tenantId: string;
  name: string;
  /** JSON of JobPostFields. */
  fields: string;
  ownerId: string;
  revision: number;
  createdAt: EpochMs;
  updatedAt: EpochMs;
};

declare module '../../platform/database/tables.ts' {
  interface Tables {
    jobTemplates: JobTemplateRow;
  }
}
