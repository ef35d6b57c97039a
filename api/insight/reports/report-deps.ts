import type { Clock, NewId } from '../../platform/clock/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Cursors } from '../../platform/http/paging.ts';
import type { TenantDirectory } from '../../platform/tenants/tenant-directory.ts';
import type { ReportReader } from './reading/report-reader.ts';

export type ReportDeps = {
  database: Database;
  clock: Clock;
  newId: NewId;
  cursors: Cursors;
  directory: Pick<TenantDirectory, 'byId'>;
  reader: ReportReader;
};
