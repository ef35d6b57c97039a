import type { Logger } from 'pino';
import type { Authority } from '../../../platform/auth/authority.ts';
import type { Outbox } from '../../../platform/events/events.ts';
import type { Files } from '../../../platform/files/files.ts';
import type { JobRunner } from '../../../platform/jobs/run-jobs.ts';
import type { Site } from '../../../platform/tenants/site.ts';
import type { ReportDeps } from '../report-deps.ts';

export type ExportDeps = ReportDeps & {
  files: Files;
  jobs: JobRunner;
  outbox: Outbox;
  log: Logger;
  authority: Pick<Authority, 'person'>;
  site: Pick<Site, 'portalOf' | 'origin' | 'name'>;
};
