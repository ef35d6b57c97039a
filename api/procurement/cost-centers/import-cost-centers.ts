import { parse } from 'csv-parse/sync';
import { type Doer, recordAudit } from '../../platform/audit/record-audit.ts';
import { peopleById } from '../../platform/auth/people.ts';
import type { Executor } from '../../platform/database/database.ts';
import { unprocessable } from '../../platform/http/problem.ts';
import { readTeams } from '../../platform/tenants/teams.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { SpendingDeps } from '../purchase-orders/deps.ts';
import { peopleOf } from '../spending/people-of.ts';
import { codeMaxLength, cycleIn, importRowsMax, nameMaxLength } from './cost-center.ts';
import { newRow } from './keep-cost-centers.ts';
import type { CostCenterImport } from './schema.ts';
import { insertCostCenters, listCostCenters, updateCostCenter } from './store.ts';
import type { CostCenterRow } from './table.ts';

type Refused = CostCenterImport['refused'];
type Read = { line: number; code: string; name: string; parent: string; owner: string; teams: string; active: string };

/**
 * Takes a list over by code: new ones are put in, known ones are changed, those it leaves out stay. One row that is
 * refused keeps back all of it.
 * @throws 422 csv_malformed, columns_missing, too_many_rows
 */
export async function importCostCenters(
  trx: Executor,
  deps: Pick<SpendingDeps, 'clock' | 'newId'>,
  scope: TenantScope,
  doer: Doer,
  { csv, apply }: { csv: string; apply: boolean },
): Promise<CostCenterImport> {
  const read = readRows(csv);
  const known = new Map((await listCostCenters(trx, scope)).map((row) => [row.code, row]));
  const context = {
    teams: new Set((await readTeams(trx, scope)).map(({ name }) => name)),
    owners: await ownersOf(trx, scope),
  };
  const refused: Refused = [];
  const wanted = new Map<string, CostCenterRow>();
  const nowMs = deps.clock.now();
  for (const row of read) {
    const problems = problemsOf(row, wanted, context);
    refused.push(...problems.map(([reason, message]) => ({ line: row.line, code: row.code, reason, message })));
    if (problems.length > 0) continue;
    const given = {
      code: row.code,
      name: row.name,
      parentCode: row.parent || null,
      ownerId: context.owners.get(row.owner.toLowerCase()) ?? null,
      teams: namesIn(row.teams),
      isActive: !no.includes(row.active.toLowerCase()),
    };
    wanted.set(row.code, { ...newRow(deps, scope, given, nowMs), ...identityOf(known.get(row.code)) });
  }
  refused.push(...treeProblems(read, wanted, known));
  const created = [...wanted.values()].filter(({ code }) => !known.has(code));
  const changed = [...wanted.values()].filter((row) => known.has(row.code) && isOther(known.get(row.code)!, row));
  const isApplied = apply && refused.length === 0;
  if (isApplied) {
    await insertCostCenters(trx, created);
    for (const { name, ownerId, parentCode, teams, isActive, ...row } of changed)
      await updateCostCenter(trx, scope, row, { name, ownerId, parentCode, teams, isActive, updatedAt: nowMs });
    await recordAudit(trx, deps, scope, doer, {
      action: 'costCenter.imported',
      object: { kind: 'tenant', id: scope.tenantId },
      details: { created: created.map(({ code }) => code), changed: changed.map(({ code }) => code) },
    });
  }
  const unchanged = wanted.size - created.length - changed.length;
  return { rows: read.length, created: created.length, changed: changed.length, unchanged, refused, isApplied };
}

const columns = ['code', 'name', 'parent', 'owner', 'teams', 'active'] as const;
const no = ['no', 'false', '0', 'nein', 'inactive'];

function readRows(csv: string): Read[] {
  let records: { record: Record<string, string>; info: { lines: number } }[];
  try {
    records = parse(csv, {
      bom: true,
      columns: (head: string[]) => head.map((name) => name.trim().toLowerCase()),
      delimiter: [',', ';', '\t'],
      info: true,
      relax_column_count_less: true,
      skip_empty_lines: true,
      trim: true,
      to: importRowsMax + 1,
    }) as unknown as typeof records;
  } catch (error) {
    throw unprocessable('csv_malformed', `This is no list as CSV; nothing was changed. ${(error as Error).message}`);
  }
  if (records.length > importRowsMax)
    throw unprocessable(
      'too_many_rows',
      `A list has at most ${importRowsMax} rows; nothing was changed. Cut it in two.`,
    );
  const head = Object.keys(records[0]?.record ?? {});
  const missing = ['code', 'name'].filter((column) => !head.includes(column));
  if (missing.length > 0)
    throw unprocessable(
      'columns_missing',
      `The list needs a column ${missing.join(' and ')} in its first line; nothing was changed.`,
    );
  return records.map(({ record, info }) => ({
    line: info.lines,
    ...(Object.fromEntries(columns.map((column) => [column, (record[column] ?? '').trim()])) as Omit<Read, 'line'>),
  }));
}

type Context = { teams: ReadonlySet<string>; owners: ReadonlyMap<string, string> };

function problemsOf(row: Read, wanted: ReadonlyMap<string, unknown>, { teams, owners }: Context): [string, string][] {
  const found: [string, string][] = [];
  if (row.code === '') found.push(['code_missing', 'It has no code.']);
  if (row.code.length > codeMaxLength) found.push(['code_too_long', `At most ${codeMaxLength} characters.`]);
  if (row.name === '') found.push(['name_missing', 'It has no name.']);
  if (row.name.length > nameMaxLength) found.push(['name_too_long', `At most ${nameMaxLength} characters.`]);
  if (wanted.has(row.code)) found.push(['code_twice', 'This code stands further up already.']);
  if (row.owner && !owners.has(row.owner.toLowerCase()))
    found.push(['owner_unknown', `${row.owner} is nobody of this company.`]);
  for (const team of namesIn(row.teams))
    if (!teams.has(team)) found.push(['team_unknown', `There is no team ${team}.`]);
  return found;
}

/** Parents are looked for among all there will be. */
function treeProblems(
  read: readonly Read[],
  wanted: ReadonlyMap<string, CostCenterRow>,
  known: ReadonlyMap<string, CostCenterRow>,
): Refused {
  const all = new Map([...known, ...wanted]);
  const problems: Refused = read
    .filter(({ code, parent }) => wanted.has(code) && parent && !all.has(parent))
    .map(({ line, code, parent }) => ({
      line,
      code,
      reason: 'parent_unknown',
      message: `There is no cost center ${parent}.`,
    }));
  const cycle = cycleIn([...all.values()]);
  const line = read.find(({ code }) => cycle.includes(code))?.line ?? 0;
  if (cycle.length > 0)
    problems.push({
      line,
      code: cycle[0]!,
      reason: 'parent_cycle',
      message: `${cycle.join(' → ')} comes back to itself.`,
    });
  return problems;
}

async function ownersOf(db: Executor, scope: TenantScope): Promise<Map<string, string>> {
  const people = await peopleById(db, [...(await peopleOf(db, scope))]);
  return new Map([...people.values()].map(({ id, email }) => [email.toLowerCase(), id]));
}

function identityOf(row: CostCenterRow | undefined): Partial<CostCenterRow> {
  if (!row) return {};
  const { id, revision, createdAt } = row;
  return { id, revision, createdAt };
}

function isOther(before: CostCenterRow, after: CostCenterRow): boolean {
  const factsOf = ({ name, ownerId, parentCode, teams, isActive }: CostCenterRow) =>
    JSON.stringify([name, ownerId, parentCode, teams, isActive]);
  return factsOf(before) !== factsOf(after);
}

function namesIn(text: string): string[] {
  return text
    .split('|')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
