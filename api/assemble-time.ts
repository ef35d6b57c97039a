import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Deps } from './deps.ts';
import type { PaymentPurposes } from './money/payments/purpose.ts';
import type { Identity } from './platform/auth/identity.ts';
import type { HttpEnv } from './platform/http/environment.ts';
import { activityCodeRoutes } from './work/activity-codes/routes.ts';
import { timeEntryRoutes } from './work/time-entries/routes.ts';
import { timerRoutes } from './work/timer/routes.ts';
import { watchTimers } from './work/timer/watch-timers.ts';
import { freelancerTimesheetRoutes } from './work/timesheets/freelancer-routes.ts';
import { operatorTimesheetRoutes } from './work/timesheets/operator-routes.ts';
import { teamTimesheetRoutes } from './work/timesheets/team-routes.ts';
import { watchWeeks } from './work/timesheets/week-clock.ts';
import { watchPaidTime } from './work/timesheets/weekly-time-purpose.ts';
import { workDiaryRoutes } from './work/work-diary/routes.ts';

export type TimeAssemblyDeps = Deps & Pick<Identity, 'directory'> & { purposes: PaymentPurposes };

/** Worked time: the routes, and what clock and events start. */
export function assembleTime(deps: TimeAssemblyDeps): { routes: readonly OpenAPIHono<HttpEnv>[]; watch(): void } {
  return {
    routes: [
      timerRoutes(deps),
      timeEntryRoutes(deps),
      teamTimesheetRoutes(deps),
      freelancerTimesheetRoutes(deps),
      operatorTimesheetRoutes(deps),
      activityCodeRoutes(deps),
      workDiaryRoutes(deps),
    ],
    watch() {
      watchTimers(deps);
      watchWeeks(deps);
      watchPaidTime(deps);
    },
  };
}
