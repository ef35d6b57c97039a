import type { OpenAPIHono } from '@hono/zod-openapi';
import { requireFreelancer } from '../../platform/auth/freelancer-scope.ts';
import { peopleById } from '../../platform/auth/people.ts';
import { isoInstant } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { HttpEnv } from '../../platform/http/environment.ts';
import { requireIfMatch, revisionEtag } from '../../platform/http/etag.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { brandOf, doerOf } from '../contracts/contract-answers.ts';
import { type AgreedContract, getContract, getOwnContract } from '../contracts/read-contracts.ts';
import { requireContractManager, requireContractReader } from '../grants.ts';
import { answerOwnTimesheets } from '../timesheets/answer-timesheets.ts';
import type { TimeRouteDeps } from '../timesheets/deps.ts';
import { timesheetsPolicy } from '../timesheets/policy.ts';
import { getOwnTimesheet } from '../timesheets/read-timesheets.ts';
import { answerScreenshots, changeDiary } from './change-diary.ts';
import { deleteScreenshot } from './keep-screenshot.ts';
import { readDiary } from './read-diary.ts';
import * as definitions from './schema.ts';
import type { WorkDiaryRow } from './table.ts';

/** What a contract's work diary asks for, and the freelancer's say over pictures. */
export function workDiaryRoutes(deps: TimeRouteDeps): OpenAPIHono<HttpEnv> {
  const { database } = deps;
  const { db } = database;
  const routes = newRoutes();

  routes.openapi(definitions.getWorkDiaryRoute, async (c) => {
    const { scope } = requireContractReader(c);
    const diary = await present(db, await getContract(db, scope, c.req.valid('param').id));
    return c.json(diary, 200, { etag: diary.etag });
  });

  routes.openapi(definitions.changeWorkDiaryRoute, async (c) => {
    const { scope } = requireContractManager(c);
    const { id } = c.req.valid('param');
    const contract = await getContract(db, scope, id);
    const { name } = await brandOf(deps, contract);
    await database.transaction(async (trx) => {
      const diary = await readDiary(trx, contract);
      requireIfMatch(c, etagOf(diary));
      return changeDiary(trx, deps, scope, doerOf(c), contract, diary, c.req.valid('json'), name);
    });
    const diary = await present(db, contract);
    return c.json(diary, 200, { etag: diary.etag });
  });

  routes.openapi(definitions.getOwnWorkDiaryRoute, async (c) => {
    const contract = await getOwnContract(db, requireFreelancer(c), c.req.valid('param').id);
    return c.json(await present(db, contract), 200);
  });

  routes.openapi(definitions.answerScreenshotsRoute, async (c) => {
    const acting = requireFreelancer(c);
    const { accepts } = c.req.valid('json');
    const { id } = c.req.valid('param');
    const contract = await database.transaction((trx) => answerScreenshots(trx, deps, acting, doerOf(c), id, accepts));
    return c.json(await present(db, contract), 200);
  });

  routes.openapi(definitions.deleteScreenshotRoute, async (c) => {
    const acting = requireFreelancer(c);
    const { id } = c.req.valid('param');
    const timesheetId = await database.transaction((trx) => deleteScreenshot(trx, deps, acting, id));
    const [timesheet] = await answerOwnTimesheets(db, deps, [await getOwnTimesheet(db, acting, timesheetId)]);
    return c.json(timesheet!, 200);
  });

  return routes;
}

async function present(db: Executor, contract: AgreedContract): Promise<definitions.WorkDiary> {
  const diary = await readDiary(db, contract);
  const { askedBy, askedAt, answeredAt } = diary;
  const people = await peopleById(db, askedBy ? [askedBy] : []);
  const { screenshotsAllowed } = await readPolicy(db, tenantScope(contract.tenantId), timesheetsPolicy);
  return {
    contractId: contract.id,
    isActivityCodeRequired: diary.isActivityCodeRequired === 1,
    screenshots: diary.screenshots,
    screenshotsAllowed,
    askedBy: (askedBy && people.get(askedBy)?.name) ?? null,
    askedAt: askedAt === null ? null : isoInstant(askedAt),
    answeredAt: answeredAt === null ? null : isoInstant(answeredAt),
    etag: etagOf(diary),
  };
}

const etagOf = ({ contractId, revision }: WorkDiaryRow) => revisionEtag(contractId, revision);
