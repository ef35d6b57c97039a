import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Deps } from './deps.ts';
import type { Identity } from './platform/auth/identity.ts';
import type { HttpEnv } from './platform/http/environment.ts';

export type TalentDeps = Deps & Pick<Identity, 'authority' | 'directory' | 'site'>;

/** Who is good, who vouches for it, and who is kept at hand: vetting and talent pools. */
export type Talent = { routes: readonly OpenAPIHono<HttpEnv>[]; watch(): void };

export function assembleTalent(_deps: TalentDeps): Talent {
  return { routes: [], watch() {} };
}
