import { createHash } from 'node:crypto';
import type { OpenAPIHono } from '@hono/zod-openapi';
import canonicalize from 'canonicalize';
import { recordAudit } from '../../platform/audit/record-audit.ts';
import { peopleById } from '../../platform/auth/people.ts';
import { isoInstant } from '../../platform/clock/clock.ts';
import type { Database, Executor } from '../../platform/database/database.ts';
import { createPrinter } from '../../platform/documents/print-in-worker.ts';
import { letterheadOf, printedBrand } from '../../platform/documents/printed-brand.ts';
import type { Files } from '../../platform/files/files.ts';
import type { HttpEnv } from '../../platform/http/environment.ts';
import { notFound } from '../../platform/http/problem.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import type { TenantDirectory } from '../../platform/tenants/tenant-directory.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { SpendingDeps } from '../purchase-orders/deps.ts';
import { concerns, requireAsker, requireSpendingReader } from '../spending/grants.ts';
import type { StatementOfWork } from './schema.ts';
import * as definitions from './schema.ts';
import type { Statement, StatementFacts } from './statement.ts';
import { findStatement, insertStatement, keepSha256, listStatements } from './store.ts';
import type { StatementOfWorkRow } from './table.ts';

/** What stands now, from the wing that keeps it; undefined when there is no such thing. */
export type StatementSource = (db: Executor, scope: TenantScope, id: string) => Promise<StatementFacts | undefined>;
export type StatementDeps = SpendingDeps & {
  database: Database;
  files: Pick<Files, 'get'>;
  directory: Pick<TenantDirectory, 'byId'>;
  sources: Readonly<Record<'offer' | 'contract', StatementSource>>;
};

export function statementRoutes(deps: StatementDeps): OpenAPIHono<HttpEnv> {
  const { database, directory, sources, clock } = deps;
  const { db } = database;
  const printer = createPrinter<Statement>(new URL('./print-worker.ts', import.meta.url));
  const routes = newRoutes();

  routes.openapi(definitions.listStatementsRoute, async (c) => {
    const { scope, reach } = await requireSpendingReader(c, db);
    const { subjectKind: kind, subjectId: id } = c.req.valid('query');
    const facts = await sources[kind](db, scope, id);
    if (!facts || !isSeen(reach, facts)) throw notFound();
    return c.json({ items: await present(await listStatements(db, scope, { kind, id })) }, 200);
  });

  routes.openapi(definitions.makeStatementRoute, async (c) => {
    const { scope, person } = requireAsker(c);
    const { subject } = c.req.valid('json');
    const tenant = await directory.byId(scope.tenantId);
    const row = await database.transaction(async (trx) => {
      const facts = await sources[subject.kind](trx, scope, subject.id);
      if (!facts) throw notFound();
      const contentHash = hashOf(canonicalize(facts)!);
      const [newest] = await listStatements(trx, scope, subject);
      if (newest?.contentHash === contentHash) return newest;
      const [id, createdAt] = [deps.newId('sw'), clock.now()];
      const version = (newest?.version ?? 0) + 1;
      const more = { id, version, subject, madeAtMs: createdAt, locale: tenant?.locale ?? 'en' };
      const made: StatementOfWorkRow = {
        ...{ id, tenantId: scope.tenantId, subjectKind: subject.kind, subjectId: subject.id, version, contentHash },
        content: canonicalize({ ...facts, ...more, client: printedBrand(tenant) } satisfies Statement)!,
        sha256: null,
        createdBy: person.personId,
        createdAt,
      };
      await insertStatement(trx, made);
      await recordAudit(
        trx,
        deps,
        scope,
        { actor: c.get('actor'), requestId: c.get('requestId') },
        {
          action: `${subject.kind}.statementOfWorkMade`,
          object: subject,
          details: { version, contentHash },
        },
      );
      return made;
    });
    return c.json((await present([row]))[0]!, 201);
  });

  routes.openapi(definitions.statementDocumentRoute, async (c) => {
    const { scope, reach } = await requireSpendingReader(c, db);
    const row = await findStatement(db, scope, c.req.valid('param').id);
    const statement: Statement | undefined = row && JSON.parse(row.content);
    if (!row || !statement || !isSeen(reach, statement)) throw notFound();
    const bytes = await printer.print({ ...statement, client: await letterheadOf(deps.files, statement.client) });
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await keepSha256(db, scope, row.id, sha256);
    return new Response(new Uint8Array(bytes), {
      status: 200,
      headers: {
        'content-type': 'application/pdf',
        'content-disposition': `attachment; filename="statement-of-work-${row.id}-v${row.version}.pdf"`,
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; sandbox",
        etag: `"${sha256}"`,
      },
    });
  });

  async function present(rows: readonly StatementOfWorkRow[]): Promise<StatementOfWork[]> {
    const names = await peopleById(
      db,
      rows.map(({ createdBy }) => createdBy),
    );
    return rows.map((row) => ({
      id: row.id,
      version: row.version,
      subject: { kind: row.subjectKind, id: row.subjectId },
      createdAt: isoInstant(row.createdAt),
      createdBy: names.get(row.createdBy)?.name ?? '',
      sha256: row.sha256,
      url: `/v1/statements-of-work/${row.id}/document`,
    }));
  }

  return routes;
}

/** With a role in a team, what is that team's. */
function isSeen(reach: Parameters<typeof concerns>[0], { team }: Pick<StatementFacts, 'team'>): boolean {
  return reach === 'all' || (team !== null && concerns(reach, [team]));
}

function hashOf(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
