import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Deps } from './deps.ts';
import type { Identity } from './platform/auth/identity.ts';
import type { HttpEnv } from './platform/http/environment.ts';
import { talentPoolRoutes } from './talent/talent-pools/routes.ts';
import { watchPools } from './talent/talent-pools/watch-pools.ts';
import { workedWithUs } from './work/contracts/read-contracts.ts';

export type TalentDeps = Deps & Pick<Identity, 'authority' | 'directory' | 'site'>;

/** Who is good, who vouches for it, and who is kept at hand: vetting and talent pools. */
export type Talent = { routes: readonly OpenAPIHono<HttpEnv>[]; watch(): void };

export function assembleTalent(deps: TalentDeps): Talent {
  const pooling = { ...deps, workedWithUs: workedWithUs(deps.database.db) };
  return {
    routes: [talentPoolRoutes(pooling)],
    watch() {
      watchPools(deps);
    },
  };
}
