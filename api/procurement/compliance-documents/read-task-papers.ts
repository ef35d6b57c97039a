import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { isReadable } from './compliance-document.ts';
import { listBesideTasks, listOfTasks } from './store.ts';
import type { ComplianceDocumentRow } from './table.ts';

/** Whether a paper of a task is still being scanned, or is not safe. */
export async function readUnsafe(db: Executor, taskId: string): Promise<boolean> {
  return (await listOfTasks(db, [taskId])).some((paper) => paper.renewedBy === null && !isReadable(paper));
}

/** Until when the papers of a task hold. */
export async function readValidities(db: Executor, taskId: string): Promise<{ validUntil: number | null }[]> {
  return (await listOfTasks(db, [taskId])).filter(({ renewedBy }) => renewedBy === null);
}

/** Papers of a contract that no task asked for. */
export function readBesideTasks(
  db: Executor,
  scope: TenantScope,
  contractId: string,
): Promise<ComplianceDocumentRow[]> {
  return listBesideTasks(db, scope, contractId);
}
