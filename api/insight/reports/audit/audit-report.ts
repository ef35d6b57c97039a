import type { AuditEntryRow } from '../../../platform/audit/table.ts';
import { isoInstant } from '../../../platform/clock/clock.ts';
import type { TenantReading, TenantReport } from '../definition.ts';
import type { ReportRow } from '../report.ts';

const entriesAtOnce = 1000;

/** R17: every change and every privileged read, with what proves that none was changed since. */
export const audit: TenantReport = {
  slug: 'audit',
  audience: 'tenant',
  readers: ['owner', 'accountAdmin', 'financeAdmin', 'auditor'],
  filters: ['period', 'contract'],
  columns: [
    { key: 'time', type: 'instant' },
    { key: 'actor', type: 'text' },
    { key: 'onBehalfOf', type: 'text' },
    { key: 'role', type: 'text' },
    { key: 'action', type: 'text' },
    { key: 'object', type: 'id' },
    { key: 'beforeHash', type: 'id' },
    { key: 'afterHash', type: 'id' },
    { key: 'origin', type: 'text' },
    { key: 'widget', type: 'text' },
    { key: 'chainHash', type: 'id' },
  ],
  async *rows(reading) {
    // The log says things of every team, so it is nobody's who sees some teams only.
    if (reading.reach !== 'all') return;
    let after = 0;
    while (true) {
      const entries = await listEntries(reading, after);
      if (entries.length > 0) yield entries.map(rowOf);
      const last = entries.at(-1);
      if (!last || entries.length < entriesAtOnce) return;
      after = last.sequence;
    }
  },
};

function listEntries({ db, scope, params, asOfMs }: TenantReading, after: number): Promise<AuditEntryRow[]> {
  return db
    .selectFrom('auditEntries')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('sequence', '>', after)
    .where('occurredAt', '>=', params.fromMs)
    .where('occurredAt', '<', Math.min(params.toMs, asOfMs + 1))
    .$if(params.contractIds.length > 0, (query) => query.where('objectId', 'in', params.contractIds))
    .orderBy('sequence')
    .limit(entriesAtOnce)
    .execute();
}

function rowOf(entry: AuditEntryRow): ReportRow {
  return {
    key: String(entry.sequence),
    cells: {
      time: isoInstant(entry.occurredAt),
      actor: entry.actorName ?? entry.actorId ?? entry.actorKind,
      onBehalfOf: entry.onBehalfOfName ?? entry.onBehalfOfId,
      role: entry.role,
      action: entry.action,
      object: entry.objectId,
      beforeHash: entry.beforeHash,
      afterHash: entry.afterHash,
      origin: entry.origin,
      widget: entry.widget,
      chainHash: entry.hash,
    },
  };
}
