import type { ReportPage } from '@portico/api/insight/reports/schema.ts';
import type { SpendRow } from '../spend-view.ts';

/** What `entries-panel.ts` can do, once it is there. */
export type EntriesPanel = {
  show(row: SpendRow, page: ReportPage): Promise<void>;
  render(): unknown;
};
