import type { Person } from '@portico/api/platform/auth/actor.ts';
import { passwordHash } from '@portico/api/platform/auth/create-person.ts';
import { virtualClock } from '@portico/api/platform/clock/clock.ts';
import { createTeam, setTeamRoles } from '@portico/api/platform/tenants/change-teams.ts';
import { readTeams } from '@portico/api/platform/tenants/teams.ts';
import { tenantScope } from '@portico/api/platform/tenants/tenant-scope.ts';
import { appOn } from '../app-on.ts';
import { demoPassword } from '../demo-password.ts';
import { type ActAs, actAs } from '../hiring/act-as.ts';
import { membersOf } from '../hiring/who-acts.ts';
import { type SeededApp, seedNewMembers } from '../seed-tenants.ts';
import { hostTenant } from '../tenants.ts';
import type { Company } from './company.ts';
import { larkmoorBudgets, larkmoorCostCenters, larkmoorOrders, larkmoorTeams } from './larkmoor-company.ts';
import { seedOnboarding } from './seed-onboarding.ts';

const dayMs = 86_400_000;
/** Before anybody was hired: the oldest order began then. */
const beginsDaysAgo = 150;

/** Teams, cost centers, budgets and purchase orders of the enterprise. What is there already is left alone. */
export async function seedCompany(app: SeededApp): Promise<void> {
  const nowMs = app.deps.clock.now();
  await seedNewMembers(app, hostTenant, await passwordHash(demoPassword));
  const then = appOn(app, virtualClock(nowMs - beginsDaysAgo * dayMs));
  const { tenant, members } = await membersOf(app, hostTenant.slug, hostTenant.members, nowMs);
  const ask: ActAs = actAs(then.deps, then.routes);
  const member = (name: string) => members.get(name)!;
  await seedTeams(app, tenant.id, members);
  const company: Company = {
    member,
    nowMs,
    ask: (who, method, path, body, headers) => ask(member(who), tenant, method, path, body, headers),
    etag: (who, path) => ask.etag(member(who), tenant, path),
  };
  await seedCostCenters(company);
  await seedOrders(company);
  await seedBudgets(company);
  await seedOnboarding(company);
}

async function seedTeams(
  { deps, identity }: SeededApp,
  tenantId: string,
  members: ReadonlyMap<string, Person>,
): Promise<void> {
  const scope = tenantScope(tenantId);
  const by = { actor: members.get('Mirela')!, requestId: deps.newId('req') };
  const commands = { ...deps, authority: identity.authority };
  const known = new Map((await readTeams(deps.database.db, scope)).map(({ name, id }) => [name, id]));
  for (const name of larkmoorTeams) if (!known.has(name)) known.set(name, await createTeam(commands, scope, by, name));
  for (const { name, team, teamRole } of hostTenant.members) {
    const id = team && known.get(team);
    if (!id || !teamRole) continue;
    const { personId } = members.get(name.split(' ')[0]!)!;
    await setTeamRoles(commands, scope, by, { id, personId, roles: [teamRole] });
  }
}

async function seedCostCenters({ ask, member }: Company): Promise<void> {
  const known = await codesOf(ask<{ items: { code: string }[] }>('Petra', 'GET', '/v1/cost-centers'));
  for (const { owner, ...center } of larkmoorCostCenters)
    if (!known.has(center.code))
      await ask('Petra', 'POST', '/v1/cost-centers', { ...center, ownerId: member(owner).personId });
}

async function seedOrders({ ask, nowMs }: Company): Promise<void> {
  const { items } = await ask<{ items: { number: string }[] }>('Petra', 'GET', '/v1/purchase-orders');
  const known = new Set(items.map(({ number }) => number));
  for (const { amount, from, through, costCenters, teams, ...order } of larkmoorOrders) {
    if (known.has(order.number)) continue;
    await ask('Petra', 'POST', '/v1/purchase-orders', {
      ...order,
      supplierName: 'Harbor Desk Marketplace Ltd',
      amount: { amountMinor: amount * 100, currency: 'USD' },
      validFrom: dateOf(nowMs + from * dayMs),
      validThrough: dateOf(nowMs + through * dayMs),
      costCenters: [...costCenters],
      teams: [...teams],
      open: true,
    });
  }
}

/** For this quarter and the one before it, so that there is always one to compare with. */
async function seedBudgets({ ask, nowMs }: Company): Promise<void> {
  const path = '/v1/budgets?when=all';
  const { items } = await ask<{ items: { costCenter: string; startsOn: string }[] }>('Petra', 'GET', path);
  const known = new Set(items.map(({ costCenter, startsOn }) => `${costCenter} ${startsOn}`));
  const now = new Date(nowMs);
  const quarter = Math.floor(now.getUTCMonth() / 3);
  for (const back of [1, 0]) {
    const startsOn = dateOf(Date.UTC(now.getUTCFullYear(), (quarter - back) * 3, 1));
    for (const { costCenter, amount } of larkmoorBudgets)
      if (!known.has(`${costCenter} ${startsOn}`))
        await ask('Petra', 'POST', '/v1/budgets', {
          costCenter,
          period: 'quarter',
          startsOn,
          amount: { amountMinor: amount * 100, currency: 'USD' },
        });
  }
}

const codesOf = async (answer: Promise<{ items: { code: string }[] }>) =>
  new Set((await answer).items.map(({ code }) => code));
const dateOf = (epochMs: number) => new Date(epochMs).toISOString().slice(0, 10);
