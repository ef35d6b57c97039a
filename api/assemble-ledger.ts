import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Deps } from './deps.ts';
import { watchEarnings } from './money/earnings/settle-earnings.ts';
import { ledgerRoutes } from './money/ledger/routes.ts';
import { watchVerifications } from './money/ledger/verification-jobs.ts';
import type { HttpEnv } from './platform/http/environment.ts';
import { proofs } from './proofs.ts';
import { readContracts } from './work/contracts/read-contracts.ts';

/** Statements, the ledger's health, and what the clock does with what was earned. */
export function assembleLedger(assembled: Deps): { routes: readonly OpenAPIHono<HttpEnv>[]; watch(): void } {
  const deps = { ...assembled, proofs, contractTitles };
  return {
    routes: [ledgerRoutes(deps)],
    watch() {
      watchEarnings(deps);
      watchVerifications(deps);
    },
  };
}

async function contractTitles(...[db, ids]: Parameters<typeof readContracts>): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  return new Map([...(await readContracts(db, ids))].map(([id, { title }]) => [id, title]));
}
