import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';

/** The rows of R1 as SQLite's own shell writes them: no balance, names or neutral cells, which only a program knows. */
export async function commandLineExport(
  file: string,
  tenantId: string,
  target: string,
): Promise<{ rows: number; seconds: number } | undefined> {
  const query = `select datetime(p."settledAt" / 1000, 'unixepoch'), p."id", a."kind", p."purpose", p."description", c."title", f."name",
      p."team", p."purchaseOrder", p."costCenter", e."amountMinor" / 100.0, p."currency",
      (select i."number" from "invoiceLines" as l inner join "invoices" as i on i."id" = l."invoiceId" where l."transferId" = p."transferId" limit 1),
      e."transferId" || ':' || e."position"
    from "payments" as p inner join "ledgerEntries" as e on e."transferId" = p."transferId"
    inner join "ledgerAccounts" as a on a."id" = e."accountId" inner join "contracts" as c on c."id" = p."contractId"
    inner join "freelancers" as f on f."id" = p."freelancerId"
    where p."tenantId" = '${tenantId}' and p."state" = 'posted' order by p."settledAt", p."id", e."position"`;
  const startedAt = performance.now();
  const shell = spawn('sqlite3', ['-csv', '-header', '-readonly', file, query], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const isThere = await Promise.race([once(shell, 'spawn').then(() => true), once(shell, 'error').then(() => false)]);
  if (!isThere) return undefined;
  await pipeline(shell.stdout, createWriteStream(target));
  const seconds = (performance.now() - startedAt) / 1000;
  return { rows: (await countLines(target)) - 1, seconds };
}

async function countLines(file: string): Promise<number> {
  let lines = 0;
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>)
    for (const byte of chunk) if (byte === 10) lines++;
  return lines;
}
