import type { EpochMs, Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { DocumentKind, DocumentValidity } from './compliance-document.ts';
import type { ComplianceDocumentRow } from './table.ts';

/** Whose papers: a tenant’s, or a freelancer’s, at a tenant’s address only that tenant’s. */
export type Owner = { tenantId: string | undefined; freelancerId: string | undefined };
export type DocumentFilter = {
  validity?: DocumentValidity | undefined;
  kind?: DocumentKind | undefined;
  contractId?: string | undefined;
  nowMs: EpochMs;
  soonMs: EpochMs;
};
/** The last row of the page before; what never ends comes last. */
export type DocumentPlace = { at: EpochMs; id: string };

/** Sorts after every instant. */
export const noEnd = 8_640_000_000_000_000;

export async function insertDocument(trx: Executor, row: ComplianceDocumentRow): Promise<void> {
  await trx.insertInto('complianceDocuments').values(row).execute();
}

/** @returns false when another took its place already */
export async function markRenewed(
  trx: Executor,
  {
    id,
    tenantId,
    freelancerId,
    contractId,
  }: Pick<ComplianceDocumentRow, 'id' | 'tenantId' | 'freelancerId' | 'contractId'>,
  renewedBy: string,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('complianceDocuments')
    .set({ renewedBy })
    .where('id', '=', id)
    .where('tenantId', '=', tenantId)
    .where('freelancerId', '=', freelancerId)
    .where('contractId', '=', contractId)
    .where('renewedBy', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** All papers of a task but these. */
export async function markReplaced(
  trx: Executor,
  taskId: string,
  exceptIds: readonly string[],
  renewedBy: string,
): Promise<void> {
  await trx
    .updateTable('complianceDocuments')
    .set({ renewedBy })
    .where('taskId', '=', taskId)
    .where('id', 'not in', exceptIds)
    .where('renewedBy', 'is', null)
    .execute();
}

export function listOfTasks(db: Executor, taskIds: readonly string[]): Promise<ComplianceDocumentRow[]> {
  if (taskIds.length === 0) return Promise.resolve([]);
  return db
    .selectFrom('complianceDocuments')
    .selectAll()
    .where('taskId', 'in', taskIds)
    .orderBy('addedAt')
    .orderBy('id')
    .execute();
}

export function listBesideTasks(
  db: Executor,
  scope: TenantScope,
  contractId: string,
): Promise<ComplianceDocumentRow[]> {
  return db
    .selectFrom('complianceDocuments')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('contractId', '=', contractId)
    .where('taskId', 'is', null)
    .orderBy('addedAt')
    .orderBy('id')
    .execute();
}

function filtered(db: Executor, owner: Owner, { validity, kind, contractId, nowMs, soonMs }: DocumentFilter) {
  return db
    .selectFrom('complianceDocuments')
    .$if(owner.tenantId !== undefined, (query) => query.where('tenantId', '=', owner.tenantId!))
    .$if(owner.freelancerId !== undefined, (query) => query.where('freelancerId', '=', owner.freelancerId!))
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind!))
    .$if(contractId !== undefined, (query) => query.where('contractId', '=', contractId!))
    .$if(validity === 'renewed', (query) => query.where('renewedBy', 'is not', null))
    .$if(validity !== undefined && validity !== 'renewed', (query) => query.where('renewedBy', 'is', null))
    .$if(validity === 'expired', (query) => query.where('validUntil', '<=', nowMs))
    .$if(validity === 'expiringSoon', (query) =>
      query.where('validUntil', '>', nowMs).where('validUntil', '<=', soonMs),
    )
    .$if(validity === 'valid', (query) =>
      query.where((eb) => eb.or([eb('validUntil', 'is', null), eb('validUntil', '>', soonMs)])),
    );
}

/** What ends soonest first. */
export function listDocuments(
  db: Executor,
  owner: Owner,
  filter: DocumentFilter,
  after: DocumentPlace | undefined,
  limit: number,
): Promise<ComplianceDocumentRow[]> {
  return filtered(db, owner, filter)
    .selectAll()
    .$if(after !== undefined, (query) =>
      query.where((eb) => {
        const end = eb.fn.coalesce('validUntil', eb.val(noEnd));
        return eb.or([eb(end, '>', after!.at), eb.and([eb(end, '=', after!.at), eb('id', '>', after!.id)])]);
      }),
    )
    .orderBy((eb) => eb.fn.coalesce('validUntil', eb.val(noEnd)))
    .orderBy('id')
    .limit(limit)
    .execute();
}

export async function countDocuments(db: Executor, owner: Owner, filter: DocumentFilter): Promise<number> {
  const { count } = await filtered(db, owner, filter)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Of every tenant: what waits for the scanner. */
export function listToScan(db: Executor, limit: number): Promise<ComplianceDocumentRow[]> {
  return db
    .selectFrom('complianceDocuments')
    .selectAll()
    .where('scan', '=', 'waiting')
    .orderBy('addedAt')
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** @returns false when somebody was faster */
export async function updateScan(
  trx: Executor,
  id: string,
  scan: Exclude<ComplianceDocumentRow['scan'], 'waiting'>,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('complianceDocuments')
    .set({ scan })
    .where('id', '=', id)
    .where('scan', '=', 'waiting')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
