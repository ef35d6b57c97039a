import type { Clock } from '../../platform/clock/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Outbox } from '../../platform/events/events.ts';
import { type OpenFiles, openUpload } from '../../platform/files/open-upload.ts';
import type { JobRunner } from '../../platform/jobs/run-jobs.ts';
import { listToScan, updateScan } from './store.ts';
import type { ComplianceDocumentRow } from './table.ts';
import type { VirusScanner } from './virus-scan.ts';

type ScanDeps = OpenFiles & {
  database: Database;
  jobs: JobRunner;
  clock: Clock;
  outbox: Outbox;
  virusScanner?: VirusScanner | undefined;
};

const everyMs = 10_000;
const atOnce = 50;

/** ⏱ Papers pass the scanner before anybody is given them; the scanner is asked while no transaction is open. */
export function watchScans(deps: ScanDeps): void {
  const { virusScanner, jobs } = deps;
  if (!virusScanner) return;
  jobs.every({
    kind: 'complianceDocuments.scan',
    everyMs,
    async run() {
      for (const document of await listToScan(deps.database.db, atOnce)) await scanOne(deps, virusScanner, document);
    },
  });
}

async function scanOne(deps: ScanDeps, scanner: VirusScanner, document: ComplianceDocumentRow): Promise<void> {
  const { database, outbox, clock } = deps;
  const file = await openUpload(database.db, deps, document.fileId, undefined);
  const verdict = file ? await scanner.scan(file.bytes) : 'unsafe';
  const { id, tenantId, taskId } = document;
  await database.transaction(async (trx) => {
    if (!(await updateScan(trx, id, verdict)) || verdict === 'clean') return;
    await outbox.record(trx, 'complianceDocumentUnsafe', tenantId, { id, tenantId, taskId }, clock.now());
  });
}

declare module '../../platform/events/events.ts' {
  interface EventPayloads {
    complianceDocumentUnsafe: { id: string; tenantId: string; taskId: string | null };
  }
}
