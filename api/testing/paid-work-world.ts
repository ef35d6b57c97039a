import { createHash } from 'node:crypto';
import type { App } from '../app.ts';
import { contractPurposes } from '../assemble-payments.ts';
import { postTransfer } from '../money/ledger/post-transfer.ts';
import type { Doer } from '../platform/audit/record-audit.ts';
import { createPersonWithPassword } from '../platform/auth/create-person.ts';
import { freelancerScope } from '../platform/auth/freelancer-scope.ts';
import { addMember, createTenant } from '../platform/tenants/create-tenant.ts';
import { tenantScope } from '../platform/tenants/tenant-scope.ts';
import { becomeFreelancer } from '../talent/freelancers/become-freelancer.ts';
import { openContract } from '../work/contracts/open-contract.ts';
import type { AgreedTerms } from '../work/contracts/schema.ts';
import { fundMilestone } from '../work/milestones/fund-milestone.ts';
import { submitWork } from '../work/milestones/submit-work.ts';
import { signedIn } from './actors.ts';
import { newFreelancer } from './freelancer-app.ts';
import { testPasswordHash } from './test-tenants.ts';

export type PaidWork = {
  tenant: { id: string; slug: string };
  ownerEmail: string;
  freelancers: { id: string; email: string; personId: string }[];
  contracts: PaidContract[];
};

export type PaidContract = { id: string; freelancer: PaidWork['freelancers'][number]; milestoneIds: string[] };

/**
 * A company, people who work for it, and signed contracts with milestones, made by the code that makes real ones; for
 * processes of their own, which sign in over HTTP.
 */
export async function seedPaidWork(
  { deps, identity }: App,
  { slug = 'payer', freelancers, prefundMinor }: { slug?: string; freelancers: number; prefundMinor: number },
): Promise<PaidWork> {
  const hash = await testPasswordHash;
  const ownerEmail = `owner@${slug}.example`;
  const tenantId = await identity.authority.change(async (trx) => {
    const id = await createTenant(trx, deps, { slug, name: slug, plan: 'enterprise' });
    const owner = await createPersonWithPassword(trx, deps, { email: ownerEmail, name: 'Owner' }, hash);
    await addMember(trx, deps, id, owner, ['owner']);
    return id;
  });
  const work: PaidWork = { tenant: { id: tenantId, slug }, ownerEmail, freelancers: [], contracts: [] };
  for (let n = 0; n < freelancers; n++) {
    const [email, name] = [`freelancer${n}@${slug}.example`, `Freelancer ${n}`];
    const personId = await deps.database.transaction((trx) =>
      createPersonWithPassword(trx, deps, { email, name }, hash),
    );
    const { row } = await becomeFreelancer(deps, personId, { ...newFreelancer, name, headline: 'Works' } as never);
    work.freelancers.push({ id: row.id, email, personId });
  }
  await prefund({ deps }, tenantId, prefundMinor);
  return work;
}

/** Money on a tenant’s balance. */
export async function prefund({ deps }: Pick<App, 'deps'>, tenantId: string, amountMinor: number): Promise<void> {
  const currency = 'USD';
  await deps.database.transaction((trx) =>
    postTransfer(trx, deps, {
      key: `prefund ${deps.newId('test')}`,
      kind: 'prefund',
      tenantId,
      subject: { kind: 'test', id: '' },
      entries: [
        { account: { kind: 'processor', ownerId: 'test' }, amount: { amountMinor: -amountMinor, currency } },
        { account: { kind: 'clientFunding', ownerId: tenantId }, amount: { amountMinor, currency } },
      ],
    }),
  );
}

export async function addContract(
  { deps }: Pick<App, 'deps'>,
  work: PaidWork,
  freelancer: PaidWork['freelancers'][number],
  { milestones, amountMinor }: { milestones: number; amountMinor: number },
): Promise<PaidContract> {
  const { database } = deps;
  const terms = termsOf(milestones, amountMinor);
  const text = JSON.stringify(terms);
  const scope = tenantScope(work.tenant.id);
  const { id } = await database.transaction((trx) =>
    openContract(trx, deps, scope, doerOf(freelancer.personId), {
      freelancerId: freelancer.id,
      offerId: deps.newId('of'),
      offerVersion: 1,
      terms: text,
      termsHash: createHash('sha256').update(text).digest('hex'),
      jobPostId: null,
      proposalId: null,
      team: null,
      costCenter: null,
      clientPersonId: freelancer.personId,
      freelancerPersonId: freelancer.personId,
    }),
  );
  const rows = await database.db
    .selectFrom('milestones')
    .select('id')
    .where('contractId', '=', id)
    .orderBy('position')
    .execute();
  const contract = { id, freelancer, milestoneIds: rows.map((row) => row.id) };
  work.contracts.push(contract);
  return contract;
}

/** Funds milestones from the balance and hands in their work, many in one transaction. */
export async function submitAll({ deps }: Pick<App, 'deps'>, work: PaidWork, contracts: readonly PaidContract[]) {
  const charging = { ...deps, purposes: contractPurposes(deps) };
  const scope = tenantScope(work.tenant.id);
  for (const { freelancer, milestoneIds } of contracts) {
    const person = signedIn(freelancer.personId);
    const acting = { person, freelancer: freelancerScope(freelancer.id), tenant: undefined };
    await deps.database.transaction(async (trx) => {
      for (const id of milestoneIds) {
        await fundMilestone(trx, charging, scope, doerOf(freelancer.personId), { id, source: { kind: 'balance' } });
        await submitWork(trx, deps, acting, doerOf(freelancer.personId), id, {
          note: 'Done',
          links: [],
          attachmentIds: [],
        });
      }
    });
  }
}

/** Hands in the work of milestones that are funded. */
export async function submitFunded({ deps }: Pick<App, 'deps'>, { freelancer, milestoneIds }: PaidContract) {
  const acting = {
    person: signedIn(freelancer.personId),
    freelancer: freelancerScope(freelancer.id),
    tenant: undefined,
  };
  const handedIn = { note: 'Done', links: [], attachmentIds: [] };
  await deps.database.transaction(async (trx) => {
    for (const id of milestoneIds) await submitWork(trx, deps, acting, doerOf(freelancer.personId), id, handedIn);
  });
}

function doerOf(personId: string): Doer {
  return { actor: signedIn(personId), requestId: 'seed' };
}

function termsOf(milestones: number, amountMinor: number): AgreedTerms {
  const amount = { amountMinor, currency: 'USD' };
  return {
    title: 'Build a shop',
    payment: {
      kind: 'fixed',
      total: { ...amount, amountMinor: amountMinor * milestones },
      milestones: Array.from({ length: milestones }, (_, n) => ({ description: `Part ${n + 1}`, dueOn: null, amount })),
    },
    startsOn: null,
    endsOn: null,
    purchaseOrder: null,
    nda: false,
    text: 'As agreed.',
    template: null,
  };
}
