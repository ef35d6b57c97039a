import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import type { App } from '../app.ts';
import { definitions } from '../insight/reports/definitions.ts';
import type { FileHead } from '../insight/reports/files/file-head.ts';
import type { ReportFilters } from '../insight/reports/filters-schema.ts';
import type { Question } from '../insight/reports/question.ts';
import { createReportReader, type ReportReader } from '../insight/reports/reading/report-reader.ts';
import type { ExportFormat, ReportSlug } from '../insight/reports/report.ts';
import { resolveFilters } from '../insight/reports/resolve-filters.ts';
import { migrations } from '../migrations.ts';
import { randomId } from '../platform/clock/clock.ts';
import { migrate } from '../platform/database/migrate.ts';
import { openDatabase } from '../platform/database/open-database.ts';
import { insertFreelancers } from '../talent/freelancers/insert-freelancers.ts';
import { exampleFreelancer } from '../testing/example-freelancer.ts';
import { createBenchApp } from './create-bench-app.ts';
import { commandLineExport } from './reports/command-line.ts';
import { insertMadeSpending } from './reports/made-spending.ts';
import { loadProfiles, watchMemory } from './reports/measures.ts';

const tenantId = 'tn_bench';
const profiles = 2_000;

/**
 * Long reports while the same server answers profile reads: R1 of a year as CSV, R4 of the same, and an XLSX; beside
 * them the export of the same query by SQLite's own command line, in the same run.
 */
export async function benchReports({ entries = 1_000_000 }: { entries?: number } = {}): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'portico-bench-'));
  const file = join(folder, 'bench.sqlite');
  const app = await openBenchApp(folder, file, entries);
  const reader = createReportReader(file);
  const { server, url } = await listen(app);
  try {
    await loadProfiles(url, profiles, 2);
    const idle = await loadProfiles(url, profiles, 8);
    const memory = watchMemory();
    const csv = await timed(() => make(app, reader, 'transactions', 'csv', {}));
    const csvMb = memory.peakMb();
    const beside = await besideLoad(url, () => make(app, reader, 'transactions', 'csv', {}));
    const spent = await timed(() => reader.page({ question: question('spend', {}, 1), offset: 0, limit: 100 }));
    const again = await timed(() => reader.page({ question: question('spend', {}, 2), offset: 0, limit: 100 }));
    const sheetMemory = watchMemory();
    const days = Math.ceil((365 * 100_000) / csv.value.rows);
    const from = dayBefore(days);
    const xlsx = await timed(() => make(app, reader, 'transactions', 'xlsx', { from }));
    const sheetMb = sheetMemory.peakMb();
    const cli = await commandLineExport(file, tenantId, join(folder, 'cli.csv'));
    const perSecond = (rows: number, seconds: number) => `${Math.round(rows / seconds).toLocaleString('en')} rows/s`;
    console.log(
      `\nReports over ${entries.toLocaleString('en')} entries: R1 has ${csv.value.rows.toLocaleString('en')} rows, ${Math.round(csv.value.bytes / 1e6)} MB as CSV`,
    );
    console.table({
      'R1 as CSV': {
        measured: `${perSecond(csv.value.rows, csv.seconds)} (${csv.seconds.toFixed(1)} s)`,
        goal: '≥ 100,000 rows/s',
      },
      'R1 as CSV, memory above idle': { measured: `${csvMb} MB`, goal: '≤ 150 MB' },
      'sqlite3 -csv, same rows': {
        measured: cli ? `${perSecond(cli.rows, cli.seconds)} (${cli.seconds.toFixed(1)} s)` : 'not on this machine',
        goal: '–',
      },
      'profile reads idle, p99': { measured: `${idle.p99Ms} ms (${idle.perSecond}/s)`, goal: '–' },
      'profile reads beside R1, p99': { measured: `${beside.p99Ms} ms (${beside.perSecond}/s)`, goal: '≤ 2× of idle' },
      'R4 with its thread’s start': { measured: `${spent.seconds.toFixed(2)} s`, goal: '–' },
      R4: { measured: `${again.seconds.toFixed(2)} s`, goal: '≤ 1 s' },
      XLSX: {
        measured: `${xlsx.value.rows.toLocaleString('en')} rows in ${xlsx.seconds.toFixed(1)} s`,
        goal: '100,000 in ≤ 15 s',
      },
      'XLSX, memory above idle': { measured: `${sheetMb} MB`, goal: '≤ 150 MB' },
    });
  } finally {
    await new Promise((resolve) => server.close(resolve));
    await reader.close();
    await app.reports.close();
    await app.deps.database.close();
    await rm(folder, { recursive: true, force: true });
  }
}

const head: FileHead = {
  locale: 'en',
  owner: 'Bench',
  brand: { name: 'Bench', accent: '#18181b', accentContrast: '#ffffff' },
  asOf: '2026-11-23T12:00:00.000Z',
  filters: [],
  link: '/reports/transactions',
};
const asOfMs = Date.UTC(2026, 10, 23, 12);
const dayBefore = (days: number) => new Date(asOfMs - days * 86_400_000).toISOString().slice(0, 10);

/** @param earlierMs another instant, so that no answer is kept from before */
function question(slug: ReportSlug, filters: ReportFilters, earlierMs = 0): Question {
  const at = asOfMs - earlierMs;
  const asked = { from: dayBefore(364), to: dayBefore(0), ...filters };
  const params = resolveFilters(definitions.get(slug)!, asked, at);
  return { slug, audience: { kind: 'tenant', tenantId, reach: 'all' }, params, asOfMs: at, nowMs: at };
}

/** What an export does with its bytes. */
async function make(app: App, reader: ReportReader, slug: ReportSlug, format: ExportFormat, filters: ReportFilters) {
  const underWay = reader.file({ question: question(slug, filters), format, head, rowsMax: null }, () => {});
  await app.deps.files.putStream(`reports/bench-${randomId('x')}.${format}`, underWay.chunks);
  const { summary, bytes } = await underWay.answer;
  return { rows: summary.rowCount, bytes };
}

/** Profile reads for as long as the work takes. */
async function besideLoad(url: string, work: () => Promise<unknown>) {
  const stop = new AbortController();
  const working = work().finally(() => stop.abort());
  const measured = await loadProfiles(url, profiles, 120, stop.signal);
  await working;
  return measured;
}

async function timed<T>(work: () => Promise<T>): Promise<{ value: T; seconds: number }> {
  const startedAt = performance.now();
  const value = await work();
  return { value, seconds: (performance.now() - startedAt) / 1000 };
}

async function listen(app: App): Promise<{ server: ReturnType<typeof serve>; url: string }> {
  return new Promise((resolve) => {
    const server = serve({ fetch: app.http.fetch, port: 0 }, ({ port }) =>
      resolve({ server, url: `http://127.0.0.1:${port}` }),
    );
  });
}

async function openBenchApp(folder: string, file: string, entries: number): Promise<App> {
  const database = await openDatabase(file);
  await migrate(database, migrations);
  const people = Array.from({ length: profiles }, (_, n) => exampleFreelancer(n));
  await database.transaction((trx) => insertFreelancers(trx, people));
  await database.transaction((trx) =>
    insertMadeSpending(trx, { tenantId, personId: 'ps_bench', entries, endMs: asOfMs }),
  );
  return createBenchApp(database, folder);
}
