import type { OpenAPIHono } from '@hono/zod-openapi';
import { requireFreelancer } from '../../platform/auth/freelancer-scope.ts';
import { requireElevation } from '../../platform/auth/require-role.ts';
import { isoInstant } from '../../platform/clock/clock.ts';
import type { Database, Executor } from '../../platform/database/database.ts';
import type { HttpEnv } from '../../platform/http/environment.ts';
import { onceByKey } from '../../platform/http/idempotency.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import type { Money } from '../money.ts';
import { doerOf } from '../payees/money-desk.ts';
import { getPayee } from '../payees/payee.ts';
import { taxPolicy } from './policy.ts';
import * as definitions from './schema.ts';
import { signForm, type TaxDeps } from './sign-form.ts';
import { listForms } from './store.ts';
import type { TaxFormRow } from './table.ts';

/** What was paid out and withheld by year; payouts know, which ask for forms. */
export type ReadWithheld = (
  db: Executor,
  freelancerId: string,
) => Promise<readonly { year: number; withheld: Money; paidOut: Money }[]>;

export function taxRoutes(
  deps: TaxDeps & { database: Database },
  { readWithheld }: { readWithheld: ReadWithheld },
): OpenAPIHono<HttpEnv> {
  const { database, clock } = deps;
  const { db } = database;
  const routes = newRoutes();

  routes.openapi(definitions.getTaxRoute, async (c) => {
    const { freelancerId } = requireFreelancer(c).freelancer;
    const forms = (await listForms(db, freelancerId)).map(presentForm);
    const payee = await getPayee(deps, db, freelancerId);
    const { treatyBasisPoints } = await readPolicy(db, undefined, taxPolicy);
    const years = await readWithheld(db, freelancerId);
    return c.json(
      {
        current: forms.find(({ state }) => state === 'valid') ?? null,
        former: forms.filter(({ state }) => state !== 'valid'),
        suggestedKind: payee.country === 'US' ? 'w9' : 'w8ben',
        legalName: payee.name,
        treaties: Object.entries(treatyBasisPoints).map(([country, basisPoints]) => ({ country, basisPoints })),
        withheld: years.map(({ year, withheld, paidOut }) => ({ year, amount: withheld, paidOut })),
      } satisfies definitions.TaxOverview,
      200,
    );
  });

  routes.openapi(definitions.signTaxFormRoute, async (c) => {
    const { person, freelancer } = requireFreelancer(c);
    requireElevation(person, 'money', clock);
    const form = c.req.valid('json');
    const { body } = await onceByKey(c, database, person.personId, clock.now(), async (trx) => {
      const row = await signForm(trx, deps, doerOf(c), freelancer.freelancerId, form);
      return { status: 201, body: presentForm(row) };
    });
    return c.json(body as definitions.TaxForm, 201);
  });

  return routes;
}

function presentForm(row: TaxFormRow): definitions.TaxForm {
  const { id, kind, version, state, fields, tinMask, withholdingBasisPoints, signature, signedAt, expiresAt } = row;
  return {
    id,
    kind,
    version,
    state,
    fields: JSON.parse(fields) as definitions.TaxForm['fields'],
    tinMask,
    withholdingBasisPoints,
    signature,
    signedAt: isoInstant(signedAt),
    expiresAt: expiresAt === null ? null : isoInstant(expiresAt),
  };
}
