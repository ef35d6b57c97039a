import type { OpenAPIHono } from '@hono/zod-openapi';
import { requireElevation } from '../../platform/auth/require-role.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { HttpContext, HttpEnv } from '../../platform/http/environment.ts';
import { onceByKey } from '../../platform/http/idempotency.ts';
import { notFound } from '../../platform/http/problem.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import { findPlacedHold, holdsOn } from '../holds/read-holds.ts';
import { doerOf, requireMoneyDesk } from '../payees/money-desk.ts';
import { readPayeeMoves } from '../payees/read-payee-moves.ts';
import { payoutsPolicy } from '../payout-methods/policy.ts';
import { applyBankReport } from './bank-report.ts';
import { findBatch, listBatches, listOfBatch } from './batch-store.ts';
import type { PayoutDeps } from './deps.ts';
import * as desk from './desk-store.ts';
import { heldOf } from './held-payouts.ts';
import { presentBatch, presentDeskPayout, presentMove } from './present-payout.ts';
import * as definitions from './schema.ts';
import { findPayout } from './store.ts';
import type { PayoutRow } from './table.ts';
import { answerWire, discardBatch, openBatchFile, prepareBatch, sendBatch } from './wire-batches.ts';

const dayMs = 86_400_000;
const hourMs = 3_600_000;
const endedDays = 30;

/** The operator's money desk: payouts that need a person, and files for the bank. */
export function moneyDeskRoutes(deps: PayoutDeps): OpenAPIHono<HttpEnv> {
  const { database, clock, payoutRails, readPayees } = deps;
  const { db } = database;
  const routes = newRoutes();

  const requireConfirmed = (c: HttpContext) => {
    const person = requireMoneyDesk(c);
    requireElevation(person, 'money', clock);
    return person;
  };

  routes.openapi(definitions.listDeskPayoutsRoute, async (c) => {
    requireMoneyDesk(c);
    const { view, limit } = c.req.valid('query');
    return c.json({ items: await present(db, await listOf(view, limit)) }, 200);
  });

  routes.openapi(definitions.getDeskPayoutRoute, async (c) => {
    requireMoneyDesk(c);
    return c.json(await presentDetail(db, await getPayout(db, c.req.valid('param').id)), 200);
  });

  routes.openapi(definitions.answerWireRoute, async (c) => {
    const person = requireConfirmed(c);
    const { id } = c.req.valid('param');
    const answer = c.req.valid('json');
    const { body } = await onceByKey(c, database, person.personId, clock.now(), async (trx) => {
      await answerWire(trx, deps, doerOf(c), id, answer);
      return { status: 200, body: await presentDetail(trx, await getPayout(trx, id)) };
    });
    return c.json(body as definitions.DeskPayoutDetail, 200);
  });

  routes.openapi(definitions.listBatchesRoute, async (c) => {
    requireMoneyDesk(c);
    return c.json({ items: (await listBatches(db, c.req.valid('query').limit)).map(presentBatch) }, 200);
  });

  routes.openapi(definitions.prepareBatchRoute, async (c) => {
    const person = requireConfirmed(c);
    const { currency } = c.req.valid('json');
    const { body } = await onceByKey(c, database, person.personId, clock.now(), async (trx) => ({
      status: 201,
      body: presentBatch(await prepareBatch(trx, deps, doerOf(c), currency)),
    }));
    return c.json(body as definitions.WireBatch, 201);
  });

  routes.openapi(definitions.getBatchRoute, async (c) => {
    requireMoneyDesk(c);
    const batch = await getBatch(c.req.valid('param').id);
    return c.json({ ...presentBatch(batch), payouts: await present(db, await listOfBatch(db, batch.id)) }, 200);
  });

  routes.openapi(definitions.downloadBatchRoute, async (c) => {
    requireConfirmed(c);
    const batch = await getBatch(c.req.valid('param').id);
    return c.body(openBatchFile(deps, batch), 200, {
      'content-type': 'application/xml; charset=utf-8',
      'content-disposition': `attachment; filename="${batch.messageId}.xml"`,
      'cache-control': 'no-store',
    }) as never;
  });

  routes.openapi(definitions.applyBankReportRoute, async (c) => {
    const person = requireConfirmed(c);
    const { id } = c.req.valid('param');
    const { report } = c.req.valid('json');
    const { body } = await onceByKey(c, database, person.personId, clock.now(), async (trx) => ({
      status: 200,
      body: await applyBankReport(trx, deps, doerOf(c), id, report),
    }));
    return c.json(body as definitions.BankReportResult, 200);
  });

  // After those with a word where it has a move.
  routes.openapi(definitions.moveBatchRoute, async (c) => {
    const person = requireConfirmed(c);
    const { id, move } = c.req.valid('param');
    const { body } = await onceByKey(c, database, person.personId, clock.now(), async (trx) => ({
      status: 200,
      body: presentBatch(
        move === 'sending' ? await sendBatch(trx, deps, doerOf(c), id) : await discardBatch(trx, deps, id),
      ),
    }));
    return c.json(body as definitions.WireBatch, 200);
  });

  async function listOf(view: 'ended' | 'held' | 'wires' | 'late', limit: number): Promise<PayoutRow[]> {
    const nowMs = clock.now();
    switch (view) {
      case 'ended':
        return desk.listEnded(db, nowMs - endedDays * dayMs, limit);
      case 'held':
        return desk.listHeld(db, holdsOn, limit);
      case 'wires':
        return desk.listWaitingWires(db, holdsOn, undefined, limit);
      case 'late': {
        const { lateHours } = await readPolicy(db, undefined, payoutsPolicy);
        return desk.listLate(db, nowMs - lateHours * hourMs, limit);
      }
    }
  }

  async function present(executor: Executor, rows: readonly PayoutRow[]): Promise<definitions.DeskPayout[]> {
    const payees = await readPayees(executor, [...new Set(rows.map(({ freelancerId }) => freelancerId))]);
    const held = await heldOf(executor, rows);
    return rows.map((row) => presentDeskPayout(row, payoutRails, held, payees.get(row.freelancerId)?.name ?? ''));
  }

  async function presentDetail(executor: Executor, row: PayoutRow): Promise<definitions.DeskPayoutDetail> {
    const [shown] = await present(executor, [row]);
    const history = await readPayeeMoves(executor, { kind: 'payout', id: row.id });
    const hold =
      (await findPlacedHold(executor, { kind: 'payout', id: row.id })) ??
      (await findPlacedHold(executor, { kind: 'freelancer', id: row.freelancerId }));
    return { ...shown!, history: history.map(presentMove), holdReason: hold?.reason ?? null };
  }

  async function getBatch(id: string) {
    const batch = await findBatch(db, id);
    if (!batch) throw notFound();
    return batch;
  }

  return routes;
}

async function getPayout(db: Executor, id: string): Promise<PayoutRow> {
  const row = await findPayout(db, id);
  if (!row) throw notFound();
  return row;
}
