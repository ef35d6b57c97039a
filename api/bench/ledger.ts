import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { migrations } from '../migrations.ts';
import { migrate } from '../platform/database/migrate.ts';
import { openDatabase } from '../platform/database/open-database.ts';
import { insertMadeLedger } from './ledger/made-ledger.ts';

const measured = fileURLToPath(new URL('./ledger/verify-measured.ts', import.meta.url));

/** `npm run ledger -- verify` over a million entries, in a process of its own as people run it. */
export async function benchLedger({ entries = 1_000_000 }: { entries?: number } = {}): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'portico-bench-'));
  const file = join(folder, 'portico.sqlite');
  try {
    const database = await openDatabase(file);
    await migrate(database, migrations);
    await database.transaction((trx) => insertMadeLedger(trx, entries));
    await database.close();
    const child = spawn(process.execPath, [measured], {
      env: { ...process.env, DATA_DIR: folder },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk;
    });
    const [code] = await once(child, 'exit');
    if (code !== 0) throw new Error(`the made ledger does not hold, or was not verified:\n${said}`);
    const { seconds, cpuSeconds, rssMb } = JSON.parse(said.trim().split('\n').at(-1)!);
    console.log(
      `\nledger verify over ${entries.toLocaleString('en')} entries (${Math.round((await stat(file)).size / 1e6)} MB, SQLite)`,
    );
    console.table({
      time: { measured: `${seconds} s (${cpuSeconds} s of CPU)`, goal: '≤ 10 s' },
      memory: { measured: `${rssMb} MB`, goal: '≤ 300 MB' },
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
