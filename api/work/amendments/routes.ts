import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Person } from '../../platform/auth/actor.ts';
import { requireFreelancer, tenantOfFound } from '../../platform/auth/freelancer-scope.ts';
import { personOf } from '../../platform/auth/people.ts';
import type { Database, Executor } from '../../platform/database/database.ts';
import type { HttpContext, HttpEnv } from '../../platform/http/environment.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import { presentMarkdown } from '../../platform/rich-text/present-markdown.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { readFreelancerRows } from '../../talent/freelancers/read-freelancers.ts';
import type { ContractSide } from '../contracts/contract.ts';
import { doerOf } from '../contracts/contract-answers.ts';
import type { ContractDeps } from '../contracts/open-contract.ts';
import { type AgreedContract, getContract, getOwnContract } from '../contracts/read-contracts.ts';
import { differencesOf } from '../contracts/terms-differences.ts';
import { mayManage, requireContractManager, requireContractReader } from '../grants.ts';
import { declineAmendment, signAmendment, withdrawAmendment } from './answer-amendment.ts';
import { presentList, presentOne } from './present-amendment.ts';
import { draftAmendment, proposeAmendment, type Signer } from './propose-amendment.ts';
import { type AmendmentRow, getAmendment, getOwnAmendment } from './read-amendments.ts';
import { type AmendmentPreview, ownRoutes, type TermsChange, teamRoutes } from './schema.ts';
import { asksForApproval, isFromNextWeek } from './terms-change.ts';

type AmendmentRouteDeps = ContractDeps & { database: Database };

const read = 'contractStatus.read';
const manage = 'contractStatus.manage';

/** Where a request stands: on which side, and with what it reads and writes. */
type Standing = {
  side: ContractSide;
  person: Person;
  mayAct: boolean;
  contract(db: Executor, id: string): Promise<AgreedContract>;
  amendment(db: Executor, id: string): Promise<AmendmentRow>;
  scopeOf(row: { tenantId: string }): TenantScope;
};

/** Other terms for a contract, alike on both sides. */
export function amendmentRoutes(deps: AmendmentRouteDeps): OpenAPIHono<HttpEnv> {
  const routes = newRoutes();
  addRoutes(routes, deps, teamRoutes, teamStanding);
  addRoutes(routes, deps, ownRoutes, ownStanding);
  return routes;
}

function teamStanding(c: HttpContext, isReading: boolean): Standing {
  const { scope, person } = isReading ? requireContractReader(c, read) : requireContractManager(c, manage);
  return {
    side: 'client',
    person,
    mayAct: mayManage(person, manage),
    contract: (db, id) => getContract(db, scope, id),
    amendment: (db, id) => getAmendment(db, scope, id),
    scopeOf: () => scope,
  };
}

function ownStanding(c: HttpContext): Standing {
  const acting = requireFreelancer(c);
  return {
    side: 'freelancer',
    person: acting.person,
    mayAct: true,
    contract: (db, id) => getOwnContract(db, acting, id),
    amendment: (db, id) => getOwnAmendment(db, acting, id),
    scopeOf: (row) => tenantOfFound(acting.freelancer, row),
  };
}

function addRoutes(
  routes: OpenAPIHono<HttpEnv>,
  deps: AmendmentRouteDeps,
  definitions: typeof teamRoutes,
  standingOf: (c: HttpContext, isReading: boolean) => Standing,
): void {
  const { database } = deps;
  const { db } = database;

  routes.openapi(definitions.list, async (c) => {
    const standing = standingOf(c, true);
    const contract = await standing.contract(db, c.req.valid('param').id);
    return c.json(await presentList(db, contract, await askerOf(db, standing, contract)), 200);
  });

  routes.openapi(definitions.preview, async (c) => {
    const standing = standingOf(c, false);
    const contract = await standing.contract(db, c.req.valid('param').id);
    const { name } = await askerOf(db, standing, contract);
    return c.json(await preview(contract, c.req.valid('json').change, name), 200);
  });

  routes.openapi(definitions.propose, async (c) => {
    const standing = standingOf(c, false);
    const answer = await database.transaction(async (trx) => {
      const contract = await standing.contract(trx, c.req.valid('param').id);
      const signer = await signerOf(trx, c, standing, contract);
      const scope = standing.scopeOf(contract);
      const row = await proposeAmendment(trx, deps, scope, doerOf(c), contract, signer, c.req.valid('json'));
      return presentOne(trx, contract, row, { ...signer, mayAct: standing.mayAct });
    });
    return c.json(answer, 201);
  });

  routes.openapi(definitions.sign, async (c) => {
    const answer = await onAmendment(c, c.req.valid('param').id, (trx, scope, row, signer) =>
      signAmendment(trx, deps, scope, doerOf(c), row, signer, c.req.valid('json')),
    );
    return c.json(answer, 200);
  });

  routes.openapi(definitions.decline, async (c) => {
    const { reason } = c.req.valid('json');
    const answer = await onAmendment(c, c.req.valid('param').id, (trx, scope, row, signer) =>
      declineAmendment(trx, deps, scope, doerOf(c), row, signer, reason),
    );
    return c.json(answer, 200);
  });

  routes.openapi(definitions.withdraw, async (c) => {
    const answer = await onAmendment(c, c.req.valid('param').id, (trx, scope, row, { side }) =>
      withdrawAmendment(trx, deps, scope, doerOf(c), row, side),
    );
    return c.json(answer, 200);
  });

  async function preview(contract: AgreedContract, change: TermsChange, signerName: string): Promise<AmendmentPreview> {
    const { version, after, termsHash } = await draftAmendment(db, deps, contract, change);
    return {
      version,
      terms: after,
      content: presentMarkdown(after.text),
      termsHash,
      differences: differencesOf({ version: contract.termsVersion, terms: contract.terms }, { version, terms: after }),
      takesEffect: isFromNextWeek(contract.terms, after) ? 'nextWeek' : 'atOnce',
      isApprovalAsked: asksForApproval(contract.terms, after),
      signerName,
    };
  }

  function onAmendment(
    c: HttpContext,
    id: string,
    command: (trx: Executor, scope: TenantScope, row: AmendmentRow, signer: Signer) => Promise<AmendmentRow>,
  ) {
    const standing = standingOf(c, false);
    return database.transaction(async (trx) => {
      const found = await standing.amendment(trx, id);
      const contract = await standing.contract(trx, found.contractId);
      const signer = await signerOf(trx, c, standing, contract);
      const row = await command(trx, standing.scopeOf(found), found, signer);
      const after = await standing.contract(trx, found.contractId);
      return presentOne(trx, after, row, { ...signer, mayAct: standing.mayAct });
    });
  }
}

async function askerOf(db: Executor, { side, person, mayAct }: Standing, contract: AgreedContract) {
  const name =
    side === 'client'
      ? (await personOf(db, person.personId))?.name
      : (await readFreelancerRows(db, [contract.freelancerId])).get(contract.freelancerId)?.name;
  return { side, name: name ?? '', mayAct };
}

async function signerOf(db: Executor, c: HttpContext, standing: Standing, contract: AgreedContract): Promise<Signer> {
  const { side, name } = await askerOf(db, standing, contract);
  const { personId, via } = standing.person;
  return { side, name, personId, address: c.get('clientAddress'), sessionId: via.sessionId ?? null };
}
