import type { ActingFreelancer } from '../../platform/auth/freelancer-scope.ts';
import { peopleById } from '../../platform/auth/people.ts';
import type { Database, Executor } from '../../platform/database/database.ts';
import type { HttpContext } from '../../platform/http/environment.ts';
import type { Cursors } from '../../platform/http/paging.ts';
import { notFound } from '../../platform/http/problem.ts';
import type { TenantDirectory } from '../../platform/tenants/tenant-directory.ts';
import { readFreelancerRows } from '../../talent/freelancers/read-freelancers.ts';
import type { ContractDeps } from './open-contract.ts';
import { listPauses } from './pause-store.ts';
import * as present from './present-contract.ts';
import type { Contract, FreelancerContract } from './schema.ts';
import { findContractOf } from './store.ts';
import type { ContractRow } from './table.ts';

export type ContractRouteDeps = ContractDeps & {
  database: Database;
  cursors: Cursors;
  directory: Pick<TenantDirectory, 'byId'>;
};

export async function answerTeam(db: Executor, row: ContractRow): Promise<Contract> {
  const [freelancers, signers, pauses] = [
    await readFreelancerRows(db, [row.freelancerId]),
    await signersOf(db, row),
    await listPauses(db, [row.id]),
  ];
  return present.presentContract(row, freelancers.get(row.freelancerId), signers, pauses);
}

export async function answerFreelancer(
  db: Executor,
  deps: Pick<ContractRouteDeps, 'directory'>,
  row: ContractRow,
): Promise<FreelancerContract> {
  const pauses = await listPauses(db, [row.id]);
  return present.presentOwn(row, await brandOf(deps, row), await signersOf(db, row), pauses);
}

export async function brandOf(
  { directory }: Pick<ContractRouteDeps, 'directory'>,
  { tenantId }: Pick<ContractRow, 'tenantId'>,
): Promise<present.ClientBrand> {
  const tenant = await directory.byId(tenantId);
  return { name: tenant?.brandName ?? '', logoUrl: tenant?.logoUrl ?? null };
}

/** @throws 404 */
export async function ownContract(
  db: Executor,
  { freelancer, tenant }: ActingFreelancer,
  id: string,
): Promise<ContractRow> {
  const row = await findContractOf(db, freelancer, tenant, id);
  if (!row) throw notFound();
  return row;
}

async function signersOf(db: Executor, row: ContractRow): Promise<present.SignerNames> {
  const people = await peopleById(db, [row.clientPersonId, row.freelancerPersonId]);
  return {
    signedByClient: people.get(row.clientPersonId)?.name ?? '',
    signedByFreelancer: people.get(row.freelancerPersonId)?.name ?? '',
  };
}

export function doerOf(c: HttpContext) {
  return { actor: c.get('actor'), requestId: c.get('requestId') };
}
