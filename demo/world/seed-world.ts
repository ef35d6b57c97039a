import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Deps } from '@portico/api/app.ts';
import { createPersonWithPassword, makeOperator, passwordHash } from '@portico/api/platform/auth/create-person.ts';
import { addKey, addMember, createTenant } from '@portico/api/platform/tenants/create-tenant.ts';
import { readyThemes } from '@portico/themes/ready-themes.ts';
import type { IntranetSettings } from '../intranet/intranet.ts';
import type { SignIn } from '../print-table.ts';
import { namedFreelancers } from './generate-freelancers.ts';
import { type FreelancerWorld, seedFreelancers } from './seed-freelancers.ts';
import { seedPools } from './seed-pools.ts';
import { seedOperators, seedTenants } from './tenants.ts';

export const demoPassword = 'portico-demo-2026';
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
  /** Hears how far it is: `Drawing portraits`, 300, 2000. */
  onProgress?: (what: string, done: number, total: number) => void;
};

/** Makes the demo world on an empty installation; on one that has it, only tells of it. */
export async function seedWorldOnce(deps: Deps, options: WorldOptions): Promise<SeededWorld> {
  const kept = await readFile(keyFileOf(options), 'utf8').catch(() => undefined);
  return worldWith(kept ?? (await seedWorld(deps, options)));
}

/** Lets the freelancers of a world grow to `freelancers`, making the world first where there is none. */
export async function growWorld(deps: Deps, options: WorldOptions & { freelancers: number }): Promise<SeededWorld> {
  const world = await seedWorldOnce(deps, options);
  await seedFreelancers(deps, await freelancersOf(deps, options, await passwordHash(demoPassword)));
  return world;
}

/** People first: they take longest, and an interrupted seed goes on with those that are missing. */
async function seedWorld(deps: Deps, options: WorldOptions): Promise<string> {
  // One hash for all: scrypt takes a tenth of a second each.
  const hash = await passwordHash(demoPassword);
  const candidates = await seedFreelancers(deps, await freelancersOf(deps, options, hash));
  const { intranetKey, hostTenantId, recruiterId } = await seedPeople(deps, hash, options.intranetPort);
  await seedPools(deps, { tenantId: hostTenantId, addedBy: recruiterId, candidates });
  // Written last: a world that was interrupted is not taken for a whole one.
  await writeFile(keyFileOf(options), intranetKey, { mode: 0o600 });
  return intranetKey;
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

const hostTenant = seedTenants[0]!;

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
          members.map(({ email, role }) => ({ tenant: name, slug, role, email })),
        ),
        ...namedFreelancers.map(({ email }) => ({ tenant: '', slug: null, role: 'freelancer', email: email! })),
        ...seedOperators.map(({ email, role }) => ({ tenant: '', slug: null, role, email })),
      ],
    },
  };
}

type SeededPeople = { intranetKey: string; hostTenantId: string; recruiterId: string };

/** Tenants, members and operators in one transaction. */
async function seedPeople(deps: Deps, hash: string, intranetPort: number): Promise<SeededPeople> {
  return deps.database.transaction(async (trx) => {
    const made: SeededPeople = { intranetKey: '', hostTenantId: '', recruiterId: '' };
    for (const { slug, name, plan, accent, members } of seedTenants) {
      const isHost = slug === hostTenant.slug;
      const tenantId = await createTenant(trx, deps, {
        slug,
        name,
        plan,
        theme: readyThemes[accent as keyof typeof readyThemes],
        origins: isHost ? [`http://localhost:${intranetPort}`] : [],
      });
      if (isHost) made.hostTenantId = tenantId;
      for (const member of members) {
        const personId = await createPersonWithPassword(trx, deps, member, hash);
        await addMember(trx, deps, tenantId, personId, [member.role]);
        if (isHost && member.role === 'recruiter') made.recruiterId = personId;
        if (isHost && member.role === 'accountAdmin') {
          made.intranetKey = (await addKey(trx, deps, tenantId, 'secret', 'Demo intranet', personId)).key;
        }
      }
    }
    for (const operator of seedOperators) {
      const personId = await createPersonWithPassword(trx, deps, operator, hash);
      await makeOperator(trx, deps, personId, operator.role);
    }
    return made;
  });
}
