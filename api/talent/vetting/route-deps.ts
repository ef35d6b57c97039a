import type { Authority } from '../../platform/auth/authority.ts';
import type { Database } from '../../platform/database/database.ts';
import type { HttpContext } from '../../platform/http/environment.ts';
import type { Cursors } from '../../platform/http/paging.ts';
import type { JobRunner } from '../../platform/jobs/run-jobs.ts';
import type { Mailer } from '../../platform/mail/mailer.ts';
import type { VettingDeps } from './deps.ts';
import type { CalendarDeps } from './present-calendar.ts';

export type VettingRouteDeps = VettingDeps &
  CalendarDeps & {
    database: Database;
    jobs: JobRunner;
    cursors: Cursors;
    secret: string;
    mailer: Mailer;
    authority: Pick<Authority, 'person'>;
  };

export const doerOf = (c: HttpContext) => ({ actor: c.get('actor'), requestId: c.get('requestId') });

/** Downloaded, never shown by the browser. */
export const calendarHeaders = {
  'content-type': 'text/calendar; charset=utf-8',
  'content-disposition': 'attachment; filename="interview.ics"',
};
