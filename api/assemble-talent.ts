import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Deps } from './deps.ts';
import type { Identity } from './platform/auth/identity.ts';
import type { HttpEnv } from './platform/http/environment.ts';
import { createBoardReads } from './talent/talent-pools/board-reads.ts';
import { freelancerPoolRoutes } from './talent/talent-pools/freelancer-routes.ts';
import { poolMemberRoutes } from './talent/talent-pools/member-routes.ts';
import { operatorPoolRoutes } from './talent/talent-pools/operator-routes.ts';
import { createProfileReads } from './talent/talent-pools/profile-reads.ts';
import { talentPoolRoutes } from './talent/talent-pools/routes.ts';
import { poolShareRoutes } from './talent/talent-pools/share-routes.ts';
import { watchPools } from './talent/talent-pools/watch-pools.ts';
import { vettingRoutes } from './talent/vetting/routes.ts';
import { sendInterviewMails } from './talent/vetting/send-interview-mail.ts';
import { watchVetting } from './talent/vetting/watch-vetting.ts';
import { poolPorts } from './work/contracts/read-for-pools.ts';

export type TalentDeps = Deps & Pick<Identity, 'authority' | 'directory' | 'site'>;

/** Who is good, who vouches for it, and who is kept at hand: vetting and talent pools. */
export type Talent = { routes: readonly OpenAPIHono<HttpEnv>[]; watch(): void };

export function assembleTalent(deps: TalentDeps): Talent {
  const { db } = deps.database;
  const readProfiles = createProfileReads(db);
  const readBoardMembers = createBoardReads(db, readProfiles);
  const pooling = { ...deps, ports: poolPorts(db), readProfiles, readBoardMembers };
  const poolRoutes = [talentPoolRoutes, poolMemberRoutes, poolShareRoutes, freelancerPoolRoutes, operatorPoolRoutes];
  return {
    routes: [...poolRoutes.map((make) => make(pooling)), ...vettingRoutes(deps)],
    watch() {
      watchVetting(deps);
      sendInterviewMails(deps);
      watchPools(deps);
    },
  };
}
