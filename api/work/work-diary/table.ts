import type { EpochMs, Flag } from '../../platform/database/database.ts';
import type { ScreenshotState } from './work-diary.ts';

/** What a contract's work diary asks for; without a row, nothing. */
export type WorkDiaryRow = {
  contractId: string;
  tenantId: string;
  isActivityCodeRequired: Flag;
  screenshots: ScreenshotState;
  askedBy: string | null;
  askedAt: EpochMs | null;
  answeredAt: EpochMs | null;
  revision: number;
};

declare module '../../platform/database/tables.ts' {
  interface Tables {
    workDiaries: WorkDiaryRow;
  }
}
