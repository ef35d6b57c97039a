import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Deps } from '@portico/api/deps.ts';
import { passwordHash } from '@portico/api/platform/auth/create-person.ts';
import { tenantIdOfKey } from '@portico/api/platform/tenants/api-keys.ts';
import type { IntranetSettings } from '../intranet/intranet.ts';
import type { SignIn } from '../print-table.ts';
import { seedCompany } from './company/seed-company.ts';
import { demoPassword } from './demo-password.ts';
import { generateFreelancers, namedFreelancers } from './generate-freelancers.ts';
import { seedHiring } from './hiring/seed-hiring.ts';
import { seedBrandsOnce } from './seed-brands.ts';
import { accountsMax, type FreelancerWorld, seedFreelancers } from './seed-freelancers.ts';
import { seedPools } from './seed-pools.ts';
import { allowIntranet, type SeededApp, seedIntranetKey, seedOperatorDesks, seedTenant } from './seed-tenants.ts';
import { seedTalent } from './talent/seed-talent.ts';
import { hostTenant, seedOperators, seedTenants } from './tenants.ts';
import { seedWork } from './work/seed-work.ts';
import type { SeedFreelancer } from './world.ts';

const freelancersDefault = 2000;
const worldSeed = 7;

export type SeededWorld = {
  /** What the demo intranet needs; its company is the enterprise tenant. */
  host: Pick<IntranetSettings, 'secretKey' | 'companyName' | 'employees'> & { slug: string };
  signIns: { password: string; people: SignIn[] };
};

export type WorldOptions = {
  dataFolder: string;
  intranetPort: number;
  freelancers?: number;
  seed?: number;
  /** Hears how far it is: `Freelancers`, 300, 2000. */
  onProgress?: (what: string, done: number, total: number) => void;
};

/** Makes the demo world on an empty installation and goes on with one that was interrupted; a whole one it only tells of. */
export async function seedWorldOnce(app: SeededApp, options: WorldOptions): Promise<SeededWorld> {
  const intranetKey = (await keptKey(app, options)) ?? (await seedWorld(app, options));
  await seedBrandsOnce(app);
  await seedPartOnce(app, options, 'company', seedCompany);
  await seedPartOnce(app, options, 'hiring', seedHiring);
  await seedPartOnce(app, options, 'work', seedWork);
  await seedPartOnce(app, options, 'talent', seedTalent);
  await allowIntranet(app, options.intranetPort);
  return worldWith(intranetKey);
}

/** Lets the freelancers of a world grow to `freelancers`, making the world first where there is none. */
export async function growWorld(app: SeededApp, options: WorldOptions & { freelancers: number }): Promise<SeededWorld> {
  if (await keptKey(app, options))
    await seedFreelancers(app.deps, await freelancersOf(app.deps, options, await passwordHash(demoPassword)));
  return seedWorldOnce(app, options);
}

/** Each step looks for what an interrupted one left behind; the key comes last and tells that the world is whole. */
async function seedWorld(app: SeededApp, options: WorldOptions): Promise<string> {
  const { deps } = app;
  // One hash for all: scrypt takes a tenth of a second each.
  const hash = await passwordHash(demoPassword);
  const candidates = await seedFreelancers(deps, await freelancersOf(deps, options, hash));
  for (const tenant of seedTenants) await seedTenant(app, tenant, hash);
  await seedOperatorDesks(app, hash);
  await seedPools(app, candidates);
  return seedIntranetKey(app, keyFileOf(options));
}

/** What a world of an earlier version has none of yet. */
async function seedPartOnce(
  app: SeededApp,
  options: WorldOptions,
  part: string,
  seedPart: (
    app: SeededApp,
    people: readonly SeedFreelancer[],
    onProgress: WorldOptions['onProgress'],
  ) => Promise<void>,
): Promise<void> {
  const { database } = app.deps;
  const intranetKey = await readFile(keyFileOf(options), 'utf8');
  const file = join(options.dataFolder, 'demo', `${part}-of`);
  const tenantId = await tenantIdOfKey(database.db, app.deps.clock, intranetKey);
  // The name of the tenant, because somebody may have chosen another database.
  if ((await readFile(file, 'utf8').catch(() => '')) === tenantId) return;
  const { count, seed, nowMs: now } = await freelancersOf(app.deps, options, '');
  const people = [...generateFreelancers({ count: Math.min(count, accountsMax), seed, now })];
  await seedPart(app, people, options.onProgress);
  await writeFile(file, tenantId!);
}

/** Undefined also where the key is not of this database: somebody chose another one. */
async function keptKey({ deps }: SeededApp, options: WorldOptions): Promise<string | undefined> {
  const key = await readFile(keyFileOf(options), 'utf8').catch(() => '');
  return (await tenantIdOfKey(deps.database.db, deps.clock, key)) === undefined ? undefined : key;
}

function keyFileOf({ dataFolder }: WorldOptions): string {
  return join(dataFolder, 'demo', 'intranet-key');
}

async function freelancersOf(deps: Deps, options: WorldOptions, hash: string): Promise<FreelancerWorld> {
  const { freelancers, seed, onProgress } = options;
  return {
    count: freelancers ?? freelancersDefault,
    seed: seed ?? worldSeed,
    nowMs: await worldDay(deps, options),
    passwordHash: hash,
    onProgress,
  };
}

/** The day a world is told from, kept: a person generated again later must be the same one. */
async function worldDay(deps: Deps, { dataFolder }: WorldOptions): Promise<number> {
  const file = join(dataFolder, 'demo', 'world-day');
  const kept = Number(await readFile(file, 'utf8').catch(() => ''));
  if (kept > 0) return kept;
  const nowMs = deps.clock.now();
  await mkdir(join(dataFolder, 'demo'), { recursive: true });
  await writeFile(file, String(nowMs));
  return nowMs;
}

function worldWith(intranetKey: string): SeededWorld {
  return {
    host: {
      slug: hostTenant.slug,
      secretKey: intranetKey,
      companyName: hostTenant.name,
      employees: hostTenant.members.map(({ email, name, title }) => ({ email, name, jobTitle: title })),
    },
    signIns: {
      password: demoPassword,
      people: [
        ...seedTenants.flatMap(({ slug, name, members }) =>
          members.map(({ email, role, teamRole, team }) => ({
            tenant: name,
            slug,
            role: role ?? `${teamRole} of ${team}`,
            email,
          })),
        ),
        ...namedFreelancers.map(({ email }) => ({ tenant: '', slug: null, role: 'freelancer', email: email! })),
        ...seedOperators.map(({ email, role }) => ({ tenant: '', slug: null, role, email })),
      ],
    },
  };
}
