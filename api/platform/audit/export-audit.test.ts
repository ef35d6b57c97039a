import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import fc from 'fast-check';
import type { Deps } from '../../deps.ts';
import { signedIn } from '../../testing/actors.ts';
import { acme, sliceApp, type TestPorts, testDeps } from '../../testing/slice-app.ts';
import { clockDoer } from '../moves/record-move.ts';
import { tenantScope } from '../tenants/tenant-scope.ts';
import { anchorHeads } from './anchor-heads.ts';
import { hashOfEntry } from './hash-entry.ts';
import { recordAudit } from './record-audit.ts';
import { auditRoutes } from './routes.ts';
import { runAudits } from './run-audit.ts';
import type { AuditHead, AuditRun } from './schema.ts';
import type { AuditEntryRow } from './table.ts';
import { keysOf, sourceOfBytes, verifyAuditExport } from './verify-audit-export.mjs';

const scope = tenantScope(acme.id);
const auditor = signedIn('pe_ada', ['auditor']);
const owner = signedIn('pe_otto', ['owner']);
const verifier = join(import.meta.dirname, 'verify-audit-export.mjs');
const dayMs = 24 * 60 * 60 * 1000;

describe('an exported audit log', () => {
  let deps: Deps & TestPorts;
  let app: ReturnType<typeof sliceApp>;
  let key: ReturnType<typeof keysOf>[number];
  let keyText: string;

  before(async () => {
    deps = await testDeps();
    runAudits(deps);
    anchorHeads(deps);
    app = sliceApp(auditRoutes(deps, async () => new Map()));
    await firstVersion('tn_acme', 1);
    for (let n = 0; n < 5; n++) await entry(`member.${'abcde'[n]}`, { n, name: 'Zoë "Z" 🌊' });
    keyText = await (await app.as(auditor).request('GET', '/.well-known/audit-keys.json')).text();
    key = keysOf(keyText)[0]!;
  });
  after(() => deps.database.close());

  async function entry(action: string, details: Record<string, unknown>) {
    deps.clock.advance(60_000);
    const object = { kind: 'member', id: 'me_1' };
    const audited = { action, object, details, before: details, after: { ...details, changed: true } };
    await deps.database.transaction((trx) =>
      recordAudit(trx, deps, scope, { actor: owner, requestId: 'req_1' }, audited),
    );
  }

  /** As entries were written before names, roles and origins were kept. */
  async function firstVersion(tenantId: string, sequence: number) {
    const none = { actorName: null, onBehalfOfId: null, onBehalfOfName: null, role: null, origin: null, widget: null };
    const row = {
      ...{
        tenantId,
        sequence,
        id: 'ae_old',
        version: 1,
        action: 'key.created',
        actorKind: 'person',
        actorId: 'pe_otto',
      },
      ...{ objectKind: 'key', objectId: 'key_1', details: '{}', beforeHash: null, afterHash: null, ...none },
      ...{ requestId: 'req_0', occurredAt: deps.clock.now(), previousHash: '' },
    };
    const hash = hashOfEntry(row);
    await deps.database.db
      .insertInto('auditEntries')
      .values({ ...row, hash })
      .execute();
    await deps.database.db.insertInto('auditHeads').values({ tenantId, sequence, hash }).execute();
  }

  async function start(path: string, body: unknown = {}): Promise<AuditRun> {
    const started = await app.as(auditor).request('POST', path, body);
    assert.equal(started.status, 202, await started.clone().text());
    await deps.jobs.runDue();
    const { id } = (await started.json()) as AuditRun;
    return (await (await app.as(auditor).request('GET', `/v1/audit/runs/${id}`)).json()) as AuditRun;
  }

  async function exported(body: unknown = {}): Promise<Buffer> {
    const run = await start('/v1/audit/exports', body);
    assert.equal(run.state, 'done');
    const file = await app.as(auditor).request('GET', `/v1/audit/runs/${run.id}/file`);
    assert.equal(file.headers.get('content-length'), String(run.file?.bytes));
    return Buffer.from(await file.arrayBuffer());
  }

  const check = (bytes: Buffer, anchor?: { sequence: number; hash: string }) =>
    verifyAuditExport(sourceOfBytes(bytes), key, anchor);
  const linesOf = (bytes: Buffer) => bytes.toString().split(/(?<=\n)/);
  const joined = (lines: readonly string[]) => Buffer.from(lines.join(''));

  test('holds old and new entries, itself among them, and its verifier agrees', async () => {
    const bytes = await exported();
    const verdict = await check(bytes);
    assert.deepEqual(verdict.ok && [verdict.firstSequence, verdict.entries], [1, 7]);
    const last = JSON.parse(linesOf(bytes).at(-2)!);
    assert.deepEqual([last.action, last.role, last.origin], ['auditLog.exported', 'auditor', 'portal']);
  });

  test('a byte changed anywhere is found, and the entry it was changed in is named', async () => {
    const bytes = await exported();
    const lines = linesOf(bytes);
    let at = 0;
    for (const [line, text] of lines.entries()) {
      const { sequence } = JSON.parse(text);
      for (const end = at + Buffer.byteLength(text); at < end; at++) {
        const changed = Buffer.from(bytes);
        changed[at]! ^= 1 << (at % 8);
        const verdict = await check(changed);
        assert.equal(verdict.ok, false, `line ${line + 1}, byte ${at}`);
        if (!verdict.ok && line < lines.length - 1)
          assert.deepEqual([verdict.line, verdict.sequence], [line + 1, sequence], verdict.reason);
      }
    }
  });

  test('what was cut, swapped, inserted, doubled or appended is found, the first bad entry by its number', async () => {
    const bytes = await exported();
    const lines = linesOf(bytes);
    const entries = lines.length - 1;
    const place = fc.nat({ max: entries - 1 });
    const named = async (changed: readonly string[]) => {
      const verdict = await check(joined(changed));
      return verdict.ok ? 'ok' : verdict.sequence;
    };
    await fc.assert(
      fc.asyncProperty(place, place, async (a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        assert.equal(await named(lines.toSpliced(from, 1)), from + 1, 'cut');
        assert.equal(await named(lines.toSpliced(from, 0, lines[to]!)), from === to ? from + 2 : from + 1, 'inserted');
        if (from === to) return;
        const swapped = lines.with(from, lines[to]!).with(to, lines[from]!);
        assert.equal(await named(swapped), from + 1, 'swapped');
      }),
      { numRuns: 30 },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: bytes.length - 1 }),
        fc.uint8Array({ minLength: 1, maxLength: 3 }),
        async (at, more) => {
          assert.equal((await check(bytes.subarray(0, at))).ok, false, `cut at byte ${at}`);
          const longer = Buffer.concat([bytes.subarray(0, at), more, bytes.subarray(at)]);
          assert.equal((await check(longer)).ok, false, `inserted at byte ${at}`);
          assert.equal((await check(Buffer.concat([bytes, more]))).ok, false, 'appended');
        },
      ),
      { numRuns: 60 },
    );
  });

  test('a chain that was written anew, hashes and all, is not what was signed', async () => {
    const lines = linesOf(await exported());
    const entries = lines.slice(0, -1).map((line) => JSON.parse(line));
    entries[2].details = '{"n":999}';
    let previousHash = '';
    for (const entry of entries) {
      entry.previousHash = previousHash;
      entry.hash = hashOfEntry({ ...entry, occurredAt: Date.parse(entry.time) } as AuditEntryRow);
      previousHash = entry.hash;
    }
    const anew = joined([...entries.map((entry) => `${JSON.stringify(entry)}\n`), lines.at(-1)!]);
    assert.match(String(Object.values(await check(anew))), /written anew/);
  });

  test('a part of the log begins where the part before ended', async () => {
    const all = linesOf(await exported()).map((line) => JSON.parse(line));
    const part = linesOf(await exported({ from: all[2].time, to: all[4].time })).map((line) => JSON.parse(line));
    assert.deepEqual(part.slice(0, -1), all.slice(2, 4));
    assert.equal(part.at(-1).previousHash, all[1].hash);
    const verdict = await check(joined(part.map((line) => `${JSON.stringify(line)}\n`)));
    assert.deepEqual(verdict.ok && [verdict.firstSequence, verdict.entries], [3, 2]);
    const none = await exported({ from: '1999-01-01T00:00:00Z', to: '1999-02-01T00:00:00Z' });
    assert.deepEqual(await check(none).then((empty) => empty.ok && empty.entries), 0);
  });

  test('the program runs by itself: 0 for what holds, 1 and the entry for what does not', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'audit-'));
    const bytes = await exported();
    const run = (file: string, ...more: string[]) =>
      promisify(execFile)(process.execPath, [
        verifier,
        join(folder, file),
        '--key',
        join(folder, 'keys.json'),
        ...more,
      ]).then(
        ({ stdout }) => `0 ${stdout}`,
        ({ code, stdout }) => `${code} ${stdout}`,
      );
    await writeFile(join(folder, 'keys.json'), keyText);
    await writeFile(join(folder, 'good.ndjson'), bytes);
    await writeFile(join(folder, 'bad.ndjson'), bytes.toString().replace('member.c', 'member.x'));
    const [good, bad, kept, missing] = await Promise.all([
      run('good.ndjson'),
      run('bad.ndjson'),
      run('good.ndjson', '--anchor', `2:${'A'.repeat(43)}`),
      run('none.ndjson'),
    ]);
    assert.match(good, /^0 OK: entries 1 to \d+/);
    assert.match(bad, /^1 BAD: entry 4, line 4: the entry was changed/);
    assert.match(kept, /^1 BAD: entry 2, line 2: the entry is another one than was kept elsewhere/);
    assert.match(missing, /^2 /);
    await rm(folder, { recursive: true });
  });

  test('whoever downloads it is in the log; others find no such run', async () => {
    const run = await start('/v1/audit/exports');
    const file = `/v1/audit/runs/${run.id}/file`;
    await (await app.as(auditor).request('GET', file)).arrayBuffer();
    const newest = await (await app.as(auditor).request('GET', '/v1/audit?limit=1')).json();
    assert.deepEqual([newest.items[0].action, newest.items[0].object.id], ['auditExport.downloaded', run.id]);
    const elsewhere = signedIn('pe_eve', ['owner']);
    const globex = { id: 'tn_globex', slug: 'globex', plan: 'enterprise' } as const;
    for (const [method, path] of [
      ['GET', `/v1/audit/runs/${run.id}`],
      ['GET', file],
      ['DELETE', `/v1/audit/runs/${run.id}`],
    ] as const)
      assert.equal((await app.as(elsewhere, globex).request(method, path)).status, 404, path);
    assert.equal((await app.as(auditor).request('DELETE', `/v1/audit/runs/${run.id}`)).status, 409);
  });

  test('a run that is stopped stays stopped, and more than a few at once are refused', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 3; n++) {
      const answer = await app.as(auditor).request('POST', '/v1/audit/verifications', {});
      ids.push(((await answer.json()) as AuditRun).id);
    }
    const refused = await app.as(auditor).request('POST', '/v1/audit/exports', {});
    assert.deepEqual([refused.status, (await refused.json()).code], [409, 'audit_runs_under_way']);
    await app.as(auditor).request('DELETE', `/v1/audit/runs/${ids[0]}`);
    await deps.jobs.runDue();
    const { items } = await (await app.as(auditor).request('GET', '/v1/audit/runs')).json();
    const states = ids.map((id) => items.find((run: AuditRun) => run.id === id).state);
    assert.deepEqual(states, ['cancelled', 'done', 'done']);
  });

  test('a log cut back together with its head is found by its anchors, and by a head that somebody kept', async () => {
    const { db } = deps.database;
    const head = (await (await app.as(auditor).request('GET', '/v1/audit/head')).json()) as AuditHead;
    const anchor = { sequence: head.sequence, hash: head.hash };
    assert.equal((await start('/v1/audit/verifications', { anchor })).state, 'done');
    deps.clock.advance(dayMs);
    await deps.jobs.runDue();
    const rows = await db.selectFrom('auditEntries').selectAll().orderBy('sequence').execute();
    const { tenantId, sequence, hash } = rows.at(-2)!;
    await db.deleteFrom('auditEntries').where('sequence', '>', sequence).execute();
    await db.updateTable('auditHeads').set({ sequence, hash }).where('tenantId', '=', tenantId).execute();
    const byAnchor = await start('/v1/audit/verifications');
    assert.deepEqual([byAnchor.state, byAnchor.firstBad?.sequence], ['broken', sequence + 1]);
    const anchors = await db.deleteFrom('auditAnchors').returningAll().execute();
    assert.ok(anchors.length > 0);
    assert.equal((await start('/v1/audit/verifications')).state, 'done', 'without anything kept it cannot be seen');
    assert.equal((await start('/v1/audit/verifications', { anchor })).state, 'broken');
    await db.insertInto('auditEntries').values(rows.at(-1)!).execute();
    await db
      .updateTable('auditHeads')
      .set({ sequence: sequence + 1, hash: rows.at(-1)!.hash })
      .execute();
  });

  test('a chain that does not hold is never signed: the run names the entry', async () => {
    const { db } = deps.database;
    const set = (details: string) =>
      db.updateTable('auditEntries').set({ details }).where('sequence', '=', 3).returning('details').execute();
    const [{ details }] = (await db
      .selectFrom('auditEntries')
      .select('details')
      .where('sequence', '=', 3)
      .execute()) as [{ details: string }];
    await set('{}');
    const run = await start('/v1/audit/exports');
    assert.deepEqual([run.state, run.firstBad?.sequence, run.file], ['broken', 3, null]);
    assert.equal((await app.as(auditor).request('GET', `/v1/audit/runs/${run.id}/file`)).status, 409);
    await set(details);
    await db.updateTable('auditEntries').set({ actorName: 'Mallory' }).where('sequence', '=', 1).execute();
    const old = await start('/v1/audit/verifications');
    assert.deepEqual([old.state, old.firstBad?.sequence], ['broken', 1], 'a first version has no name to change');
    await db.updateTable('auditEntries').set({ actorName: null }).where('sequence', '=', 1).execute();
    assert.equal((await start('/v1/audit/verifications')).state, 'done');
  });

  test('the log is found by who, what, which object and when', async () => {
    await deps.database.transaction((trx) =>
      recordAudit(trx, deps, scope, clockDoer('job_1'), {
        action: 'offer.expire',
        object: { kind: 'offer', id: 'of_9' },
      }),
    );
    const actions = async (query: string) => {
      const page = await (await app.as(owner).request('GET', `/v1/audit?limit=100&${query}`)).json();
      return [...new Set(page.items.map((item: { action: string }) => item.action))];
    };
    assert.deepEqual(await actions('actor=clock'), ['offer.expire']);
    assert.deepEqual(await actions('object=of_9'), ['offer.expire']);
    assert.deepEqual(await actions('action=member'), ['member.e', 'member.d', 'member.c', 'member.b', 'member.a']);
    assert.deepEqual(await actions('action=member.b'), ['member.b']);
    assert.deepEqual(await actions('to=2000-01-01T00:00:00Z'), []);
  });
});
