import type { PaymentPurposes } from '../../money/payments/purpose.ts';
import type { Database } from '../../platform/database/database.ts';
import type { FileLinkDeps } from '../../platform/files/read-attachments.ts';
import type { Cursors } from '../../platform/http/paging.ts';
import type { TenantDirectory } from '../../platform/tenants/tenant-directory.ts';
import type { ChargingDeps, WorkMoneyDeps } from '../milestones/deps.ts';

/** What writing time needs of the outside. */
export type TimeDeps = WorkMoneyDeps;
/** What moves a paid week's money, back to the client too. */
export type SettleDeps = WorkMoneyDeps & { purposes: PaymentPurposes };
/** What shows it. */
export type AnswerDeps = FileLinkDeps & {
  processor: { isSandbox: boolean };
  directory: Pick<TenantDirectory, 'byId'>;
};

/** What charges it. */
export type WeekDeps = ChargingDeps;

export type TimeRouteDeps = TimeDeps & AnswerDeps & { database: Database };
export type TimesheetRouteDeps = WeekDeps & AnswerDeps & { cursors: Cursors };
