import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Deps } from './deps.ts';
import type { Identity } from './platform/auth/identity.ts';
import type { HttpEnv } from './platform/http/environment.ts';
import { amendmentsPart } from './work/amendments/amendments-part.ts';
import { amendmentRoutes } from './work/amendments/routes.ts';
import { watchAmendments } from './work/amendments/watch-amendments.ts';
import { type ChangeStreams, createChangeStreams } from './work/contract-status/change-streams.ts';
import { watchDue } from './work/contract-status/keep-due.ts';
import { contractStatusRoutes } from './work/contract-status/routes.ts';
import { contractCommandRoutes } from './work/contracts/command-routes.ts';
import type { ContractPart } from './work/contracts/contract-part.ts';
import { followOnboarding } from './work/contracts/follow-onboarding.ts';
import { watchContracts } from './work/contracts/watch-contracts.ts';

export type ContractsDeps = Deps & Pick<Identity, 'authority' | 'directory' | 'site'>;

/** Contracts from their start to their end, and what each waits for. */
export type Contracts = {
  routes: readonly OpenAPIHono<HttpEnv>[];
  watch(): void;
  /** Closed before the server is, which waits for answers that have not ended. */
  changes: ChangeStreams;
};

/** @param others where else money of a contract lies: milestones, weeks, retainers */
export function assembleContracts(deps: ContractsDeps, others: readonly ContractPart[]): Contracts {
  const parts: readonly ContractPart[] = [amendmentsPart(deps), ...others];
  const changes = createChangeStreams(deps);
  const whole = { ...deps, parts };
  return {
    routes: [contractCommandRoutes(whole), amendmentRoutes(deps), contractStatusRoutes(whole, changes)],
    watch() {
      watchContracts(whole);
      followOnboarding(whole);
      watchAmendments(deps);
      watchDue(deps);
    },
    changes,
  };
}
